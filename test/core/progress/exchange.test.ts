import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareEvents } from '../../../src/core/progress/event';
import { fromJsonLines, historyOf, toJsonLines, toOptimiserCsv } from '../../../src/core/progress/exchange';
import { day, event, logs, noon, review } from './events';

const rules = { dayStartsAt: 4, desiredRetention: 0.9 };
const time = '2026-11-28T10:00:00.000Z';

describe('JSON Lines', () => {
  it('give back every event as it was', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const sorted = [...log].sort(compareEvents);
        assert.deepEqual(fromJsonLines(toJsonLines(sorted, time)), { events: sorted, notUnderstood: [] });
      }),
    );
  });

  it('begin with a header that says what they are', () => {
    const [header, line] = toJsonLines([review('a/b', 3)], time).split('\n');
    assert.deepEqual(JSON.parse(header as string), {
      format: 'mlops-drill-log',
      version: 1,
      exported: time,
    });
    assert.deepEqual(JSON.parse(line as string), {
      by: 'a',
      n: 1,
      at: noon,
      zone: 0,
      kind: 'review',
      question: 'a/b',
      grade: 3,
      seconds: 64,
    });
  });

  const good = toJsonLines([review('a/b', 3), review('a/c', 3, noon + 1)], time).trimEnd();

  for (const line of [
    '{"by":"a","n":0,"at":1,"zone":0,"kind":"reset"}',
    '{"by":"a","n":1.5,"at":1,"zone":0,"kind":"reset"}',
    '{"by":"","n":1,"at":1,"zone":0,"kind":"reset"}',
    '{"by":"a","n":1,"at":-1,"zone":0,"kind":"reset"}',
    '{"by":"a","n":1,"at":1,"kind":"reset"}',
    '{"by":7,"n":1,"at":1,"zone":0,"kind":"reset"}',
    `{"by":"${'a'.repeat(101)}","n":1,"at":1,"zone":0,"kind":"reset"}`,
    '"by"',
    '\uFEFF{"by":"b","n":1,"at":1,"zone":0,"kind":"reset"}',
    '{"by":"a","n":1,"at":1,"zone":0}',
    '{"by":"a","n":9007199254740990,"at":1,"zone":0,"kind":"reset"}',
    '{"by":"a","n":1,"at":1795000000000,"zone":0,"kind":"reset"}',
    '{"by":"a","n":1,"at":1,"zone":100000,"kind":"reset"}',
    `{"by":"a","n":1,"at":1,"zone":0,"kind":"x","text":"${'x'.repeat(100_000)}"}`,
    '[1]',
    'null',
    'nonsense',
  ]) {
    it(`name the line that is no event: ${line}`, () => {
      const read = fromJsonLines(`${good}\n${line}\n\n`);
      assert.deepEqual(read.notUnderstood, [4]);
      assert.equal(read.events.length, 2);
    });
  }

  it('take the largest numbers that there can be, and lines of blanks for nothing', () => {
    const most = { by: 'z'.repeat(100), n: 2 ** 31, at: 2 ** 33, zone: 1440, kind: 'reset' };
    const least = { by: 'z', n: 1, at: 0, zone: -1440, kind: 'reset' };
    const read = fromJsonLines(`${good}\n  \n${JSON.stringify(most)}\n${JSON.stringify(least)}`);
    assert.deepEqual(read.notUnderstood, []);
    assert.equal(read.events.length, 4);
  });

  it('count an event once, however often it stands there', () => {
    const doubled = `${good}\n${good.split('\n').slice(1).join('\n')}`;
    assert.equal(fromJsonLines(doubled).events.length, 2);
  });

  it('may come with the line ends and the mark of Windows', () => {
    assert.equal(fromJsonLines(`\uFEFF${good.replaceAll('\n', '\r\n')}\r\n`).events.length, 2);
  });

  it('are refused whole without a header, or of a newer version', () => {
    const refused = (trouble: string) => ({ events: [], notUnderstood: [], trouble });
    assert.deepEqual(fromJsonLines(''), refused('no header'));
    assert.deepEqual(fromJsonLines('{"format":"else","version":1}'), refused('no header'));
    assert.deepEqual(fromJsonLines('{"format":"mlops-drill-log"}'), refused('no header'));
    assert.deepEqual(fromJsonLines('{"format":"mlops-drill-log","version":2}'), refused('newer'));
  });

  it('take names that every object has for nothing special', () => {
    for (const kind of ['constructor', 'toString', '__proto__']) {
      const line = `{"by":"__proto__","n":1,"at":7,"zone":60,"kind":"${kind}"}`;
      const { events } = fromJsonLines(`${good}\n${line}`);
      assert.equal(events[0]?.kind, 'unknown', kind);
    }
  });

  it('keep an event of a kind that only a newer version knows', () => {
    const line = '{"by":"a","n":9,"at":7,"zone":60,"kind":"prophecy","text":"x"}';
    const { events } = fromJsonLines(`${good}\n${line}`);
    assert.equal(events[0]?.kind, 'unknown');
    assert.ok(toJsonLines(events, time).includes(line));
  });
});

describe('historyOf', () => {
  const log = [
    review('a/b', 3),
    review('a/c', 1, noon + 5),
    review('a/b', 2, noon + 3 * day),
    review('a/b', 1, noon + 3 * day + 60),
  ];

  it('gives each review with the interval and the expected recall before it', () => {
    const [first, second, third, ...rest] = historyOf('a/b', log, rules);
    assert.deepEqual(first, { at: noon, grade: 3, seconds: 64 });
    assert.equal(second?.interval, 3);
    assert.ok((second?.recall ?? 0) > 0.8 && (second?.recall ?? 1) < 0.9);
    assert.equal(third?.interval, 0);
    assert.equal(third?.recall, 1);
    assert.deepEqual(rest, []);
  });

  it('counts the follow-ups that were answered well', () => {
    const good = { kind: 'review', question: 'a/b', grade: 3, seconds: 64, followUps: 5 } as const;
    const [first, second] = historyOf('a/b', [event(good), review('a/b', 3, noon + 1)], rules);
    assert.deepEqual([first?.followUps, second?.followUps], [2, undefined]);
  });

  it('begins anew after a reset', () => {
    const history = historyOf(
      'a/b',
      [...log, event({ kind: 'reset' }, noon + 4 * day), review('a/b', 3, noon + 5 * day)],
      rules,
    );
    assert.deepEqual(history.at(-1), { at: noon + 5 * day, grade: 3, seconds: 64 });
  });
});

describe('toOptimiserCsv', () => {
  it('has a row for each review with its state', () => {
    const log = [
      review('a/b', 3),
      event({ kind: 'quiz', question: 'a/b', correct: true }, noon + 1),
      review('a/b', 1, noon + 2 * day),
      review('a/b', 3, noon + 2 * day + 600),
      review('x/"odd", one', 4, noon + 3 * day),
    ];
    assert.deepEqual(toOptimiserCsv(log, rules).split('\n'), [
      'card_id,review_time,review_rating,review_state,review_duration',
      `a/b,${noon * 1000},3,0,64000`,
      `a/b,${(noon + 2 * day) * 1000},1,2,64000`,
      `a/b,${(noon + 2 * day + 600) * 1000},3,3,64000`,
      `"x/""odd"", one",${(noon + 3 * day) * 1000},4,0,64000`,
      '',
    ]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeLog, encodeLog, encodeNewest } from '../../../src/core/progress/codec';
import { ColumnReader, ColumnWriter } from '../../../src/core/progress/columns';
import { compareEvents, type ProgressEvent, roundSeconds, union } from '../../../src/core/progress/event';
import { logs, noon, review } from './events';

const sorted = (events: readonly ProgressEvent[]) => [...events].sort(compareEvents);

describe('union', () => {
  const parts = logs.chain((log) =>
    fc.record({
      log: fc.constant(sorted(log)),
      cut: fc.array(fc.boolean(), { minLength: log.length, maxLength: log.length }),
    }),
  );
  const split = ({ log, cut }: { log: ProgressEvent[]; cut: boolean[] }) =>
    [log.filter((_, i) => cut[i]), log.filter((_, i) => !cut[i] || i % 3 === 0)] as const;

  it('gives the same whatever the order of its parts', () => {
    fc.assert(
      fc.property(parts, (of) => {
        const [a, b] = split(of);
        assert.deepEqual(union(a, b), of.log);
        assert.deepEqual(union(b, a), of.log);
      }),
    );
  });
  it('is associative', () => {
    fc.assert(
      fc.property(parts, parts, (x, y) => {
        const distinct = y.log.map((e) => ({ ...e, by: `${e.by}2` }));
        const [a, b] = split(x);
        assert.deepEqual(union(union(a, b), sorted(distinct)), union(a, union(b, sorted(distinct))));
      }),
    );
  });
  it('is the very same log if nothing is added', () => {
    const log = [review('a/b', 3), review('a/c', 3, noon + 1)];
    assert.equal(union(log, [...log]), log);
  });
});

describe('compareEvents', () => {
  const stamp = (at: number, by: string, n: number) => ({ at, by, n, zone: 0 });

  it('orders by time, then by window, then by number', () => {
    const ordered = [
      stamp(1, 'b', 9),
      stamp(2, 'a', 2),
      stamp(2, 'a', 10),
      stamp(2, 'b', 1),
      stamp(2, 'c', 1),
      stamp(3, 'a', 1),
    ];
    for (const [i, a] of ordered.entries()) {
      for (const [j, b] of ordered.entries()) assert.equal(Math.sign(compareEvents(a, b)), Math.sign(i - j));
    }
  });
});

describe('encodeLog and decodeLog', () => {
  it('give back every event as it was', () => {
    fc.assert(
      fc.property(logs, (log) => {
        assert.deepEqual(decodeLog(encodeLog(sorted(log))), { events: sorted(log) });
      }),
    );
  });

  const many = Array.from({ length: 20_000 }, (_, i) =>
    review(`topic/question-${i % 400}`, 3, noon + i * 90),
  );

  it('write the same text for the same events', () =>
    assert.equal(encodeLog(many), encodeLog(structuredClone(many))));

  it('write what is new in a log of which they have written a part before', () => {
    const fresh = (events: readonly ProgressEvent[]) => encodeLog(structuredClone(events));
    const log = many.slice(0, 9000);
    assert.equal(encodeLog(log), fresh(log));
    const grown = many.slice(0, 17_000);
    assert.equal(encodeLog(grown), fresh(grown));
    assert.equal(encodeLog(log.slice(0, 8000)), fresh(log.slice(0, 8000)));
    // An event from elsewhere in the middle moves the last one of the block into the next.
    const inserted = [...log.slice(0, 100), review('x/y', 1, noon + 99.5 * 90, 'z', 1), ...log.slice(100)];
    assert.equal(encodeLog(inserted), fresh(inserted));
    assert.equal(encodeLog(log), fresh(log));
    assert.equal(encodeLog([]), 'mlops-drill/1');
  });

  it('take few characters for a plain review, with hints and follow-ups too', () => {
    const plain = many.slice(0, 2000).map((event) => ({ ...event, hints: 1, followUps: 2 }) as ProgressEvent);
    assert.deepEqual(decodeLog(encodeLog(plain)).events, plain);
    assert.ok(encodeLog(plain).length < 2500, `${encodeLog(plain).length} characters`);
    const zero = [{ ...review('a/b', 3), hints: 0, followUps: 0 }];
    assert.deepEqual(decodeLog(encodeLog(zero)).events, zero);
  });

  it('find a checksum that is wrong', () => {
    const text = encodeLog(many.slice(0, 3));
    const [header, block = ''] = text.split(':');
    const [sum = '', body] = block.split('.');
    const other = sum.startsWith('a') ? `b${sum.slice(1)}` : `a${sum.slice(1)}`;
    assert.deepEqual(decodeLog(`${header}:${other}.${body}`), { events: [], trouble: 'damaged' });
    assert.deepEqual(decodeLog(`${header}:${sum}`), { events: [], trouble: 'damaged' });
  });

  it('lose one block at most when a character is wrong', () => {
    const text = encodeLog(many);
    const broken = `${text.slice(0, 2000)}${text[2000] === 'A' ? 'B' : 'A'}${text.slice(2001)}`;
    const read = decodeLog(broken);
    assert.equal(read.trouble, 'damaged');
    assert.equal(read.events.length, 20_000 - 8192);
  });

  it('read what is whole of a text that was cut', () => {
    const text = encodeLog(many);
    const read = decodeLog(text.slice(0, text.length - 100));
    assert.equal(read.trouble, 'damaged');
    assert.equal(read.events.length, 16_384);
  });

  it('tell a newer format from damage', () => {
    assert.deepEqual(decodeLog('mlops-drill/2:abc'), { events: [], trouble: 'newer' });
    assert.equal(decodeLog('mlops-drill/12').trouble, 'newer');
    for (const text of ['', 'null', '{"a":1}', 'mlops-drill/x', ':', 'mlops-drill/1x', 'xmlops-drill/1']) {
      assert.deepEqual(decodeLog(text), { events: [], trouble: 'damaged' });
    }
  });

  it('leave out whole blocks of the oldest events where they would be too long', () => {
    const whole = encodeLog(many).length;
    const fits = encodeNewest(many, { above: whole, downTo: 0 });
    assert.deepEqual([fits.left, fits.text.length], [0, whole]);
    const cut = encodeNewest(many, { above: whole - 1000, downTo: Math.floor(whole * 0.7) });
    assert.equal(cut.left, 8192);
    assert.deepEqual(decodeLog(cut.text).events, many.slice(8192));
    assert.equal(encodeNewest(many, { above: 10, downTo: 1 }).left, 16_384);
  });

  it('survive any change of one character', () => {
    const text = encodeLog(many.slice(0, 50));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        const read = decodeLog(text.slice(0, at) + character + text.slice(at + 1));
        assert.ok(read.trouble !== undefined || read.events.length === 50);
      }),
    );
  });

  it('keep 50,000 reviews of an ordinary year below 300 KB', () => {
    let state = 7;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    let at = noon;
    const year = Array.from({ length: 50_000 }, (_, i): ProgressEvent => {
      at += i % 60 === 0 ? 20_000 + random(50_000) : 40 + random(200);
      const grade = ([1, 2, 3, 3, 3, 4] as const)[random(6)] ?? 3;
      const seconds = roundSeconds(30 + random(200));
      const asked = random(483);
      const question = `topic-${asked % 16}/some-question-name-${asked}`;
      return {
        by: `w${Math.floor(i / 600)}`,
        n: (i % 600) + 1,
        at,
        zone: 60,
        kind: 'review',
        question,
        grade,
        seconds,
        points: random(32),
      };
    });
    const size = encodeLog(year).length;
    assert.ok(size < 300 * 1024, `${size} characters`);
  });
});

describe('columns', () => {
  it('hold texts of more than 16 million bytes', () => {
    let state = 7;
    const bytes = Uint8Array.from({ length: 17_000_000 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    });
    const out = new ColumnWriter();
    out.bytes(bytes);
    assert.deepEqual(Buffer.compare(new ColumnReader(out.result()).bytes(), bytes), 0);
  });
});

describe('roundSeconds', () => {
  it('is off by 6 % and half a second at most, and settled after one step', () => {
    for (let seconds = 10; seconds <= 1400; seconds++) {
      const rounded = roundSeconds(seconds);
      assert.ok(Math.abs(rounded - seconds) <= 0.06 * seconds + 0.5, `${seconds} became ${rounded}`);
      assert.equal(roundSeconds(rounded), rounded);
    }
    assert.equal(roundSeconds(0), 1);
    assert.equal(roundSeconds(1e9), 1448);
  });
});

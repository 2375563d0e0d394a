import assert from 'node:assert/strict';
import { effective } from '../../../src/core/progress/effective';
import { compareEvents, type ProgressEvent } from '../../../src/core/progress/event';
import type { Filter } from '../../../src/core/session/filter';
import {
  chosenQueue,
  dueCount,
  dueQueue,
  leastKnownQueue,
  leechQueue,
  mistakesQueue,
  newQueue,
  randomQueue,
  starredQueue,
  weakQueue,
} from '../../../src/core/session/queues';
import { seeded, shuffled } from '../../../src/core/session/random';
import { day, event, noon, review } from '../progress/events';
import { bank, source } from './sources';

const graded = [review('drift/one', 1), review('drift/two', 3, noon + 1), review('drift/three', 4, noon + 2)];

describe('queues', () => {
  it('random: all that fit, the same for the same seed', () => {
    const pick = (seed: number, filter = {}) => randomQueue(source([]), filter, seeded(seed));
    assert.equal(pick(1).length, 6);
    assert.deepEqual(pick(1), pick(1));
    assert.notDeepEqual(pick(1), pick(2));
    assert.deepEqual(pick(1, { topics: ['serving'], levels: ['mid'] }), ['serving/six']);
    assert.deepEqual(pick(1, { kinds: ['design'] }), []);
  });

  it('random: nothing that is suspended or buried', () => {
    const marks = [
      event({ kind: 'suspend', question: 'drift/one', on: true }),
      event({ kind: 'bury', question: 'drift/two', until: 99_999 }, noon + 1),
    ];
    assert.equal(randomQueue(source(marks), {}, seeded(1)).length, 4);
  });

  it('due: what is most likely forgotten comes first', () => {
    assert.deepEqual(dueQueue(source(graded)), ['drift/one']);
    assert.deepEqual(dueQueue(source(graded, 10)), ['drift/one', 'drift/two', 'drift/three']);
  });

  it('new: topics take turns, easy ones first', () => {
    assert.deepEqual(newQueue(source([])), [
      'drift/one',
      'serving/five',
      'drift/two',
      'serving/six',
      'drift/four',
      'drift/three',
    ]);
  });

  it('chosen: due, new, then the least known', () => {
    assert.deepEqual(chosenQueue(source(graded, 2), bank.inTopic('drift')), [
      'drift/one',
      'drift/two',
      'drift/four',
      'drift/three',
    ]);
  });

  it('new and chosen: nothing that is suspended or buried', () => {
    const marks = [
      event({ kind: 'suspend', question: 'drift/one', on: true }),
      event({ kind: 'bury', question: 'drift/two', until: 99_999 }, noon + 1),
    ];
    assert.deepEqual(newQueue(source(marks)), ['drift/four', 'serving/five', 'drift/three', 'serving/six']);
    assert.deepEqual(chosenQueue(source(marks), bank.inTopic('drift')), ['drift/four', 'drift/three']);
  });

  it('least known: only what was graded before', () => {
    assert.deepEqual(leastKnownQueue(source(graded, 1)), ['drift/one', 'drift/two', 'drift/three']);
  });

  it('random: by tag, state and flag', () => {
    const star = event({ kind: 'star', question: 'drift/four', on: true }, noon + 9);
    const from = source([...graded, star]);
    const pick = (filter: Filter) => randomQueue(from, filter, seeded(1)).sort();
    assert.deepEqual(pick({ states: ['new'] }), ['drift/four', 'serving/five', 'serving/six']);
    assert.deepEqual(pick({ states: ['due', 'known'] }), ['drift/one', 'drift/three']);
    assert.deepEqual(pick({ flags: ['starred'] }), ['drift/four']);
    assert.deepEqual(pick({ tags: ['skew'] }).length, 6);
    assert.deepEqual(pick({ tags: ['nothing'] }), []);
  });

  it('due: counts what may be asked', () => {
    assert.equal(dueCount(source(graded, 10)), 3);
    const bury = event({ kind: 'bury', question: 'drift/one', until: 99_999 }, noon + 9);
    assert.equal(dueCount(source([...graded, bury], 10)), 2);
  });

  it('weak: what was left out, forgotten or answered wrongly, the weakest first', () => {
    // The card has two key points.
    const ticked = (question: string, points: number, at: number) =>
      event({ kind: 'review', question, grade: 3, seconds: 64, points }, at);
    const events = [
      ticked('drift/one', 0b11, noon),
      ticked('drift/two', 0b01, noon + 1),
      ticked('drift/three', 0, noon + 2),
      event({ kind: 'quiz', question: 'serving/five', correct: false }, noon + 3),
      event({ kind: 'quiz', question: 'serving/six', correct: true }, noon + 4),
      event({ kind: 'quiz', question: 'drift/three', correct: false }, noon + 5),
    ];
    assert.deepEqual(weakQueue(source(events)), ['drift/three', 'serving/five', 'drift/two']);
  });

  it('weak: what is most likely forgotten after a long time', () => {
    assert.deepEqual(weakQueue(source(graded)), []);
    assert.deepEqual(weakQueue(source(graded, 2000)).slice(0, 2), ['drift/one', 'drift/two']);
  });

  it('leeches: what was forgotten eight times, most often first', () => {
    const forgotten = (question: string, times: number, by: string) =>
      Array.from({ length: times + 1 }, (_, i) => review(question, 1, noon + i * day, by));
    const events = [...forgotten('drift/one', 8, 'a'), ...forgotten('drift/two', 9, 'b')].sort(compareEvents);
    assert.deepEqual(leechQueue(source(events, 10)), ['drift/two', 'drift/one']);
    assert.deepEqual(leechQueue(source(forgotten('drift/one', 7, 'a'), 10)), []);
  });

  it('starred: due, new, then the rest', () => {
    const stars = ['drift/three', 'drift/four', 'drift/one'].map((question, i) =>
      event({ kind: 'star', question, on: true }, noon + 10 + i),
    );
    assert.deepEqual(starredQueue(source([...graded, ...stars])), ['drift/one', 'drift/four', 'drift/three']);
  });
});

describe('recent mistakes', () => {
  const queue = (events: readonly ProgressEvent[], daysLater = 0) =>
    mistakesQueue(source(events, daysLater), effective(events));
  const mistakes = [
    review('drift/one', 1),
    review('drift/two', 2, noon + 60),
    review('drift/three', 3, noon + 90),
  ];

  it('are what was graded Again or Hard, the newest first', () => {
    assert.deepEqual(queue(mistakes), ['drift/two', 'drift/one']);
    assert.deepEqual(queue([...mistakes, review('drift/one', 2, noon + 120)]), ['drift/one', 'drift/two']);
  });
  it('stay so when the question was answered well later, and come after the others then', () => {
    const later = review('drift/two', 4, noon + 120);
    assert.deepEqual(queue([...mistakes, later]), ['drift/one', 'drift/two']);
    assert.deepEqual(queue([...mistakes, review('drift/one', 3, noon + 150), later]), [
      'drift/two',
      'drift/one',
    ]);
  });
  it('are forgotten after seven study days', () => {
    assert.equal(queue(mistakes, 6).length, 2);
    assert.equal(queue(mistakes, 7).length, 0);
  });
  it('go with a reset', () => {
    const reset = (topic?: string) => event({ kind: 'reset', ...(topic ? { topic } : {}) }, noon + 200);
    assert.deepEqual(queue([...mistakes, reset()]), []);
    assert.deepEqual(queue([...mistakes, reset('drift')]), []);
    assert.equal(queue([...mistakes, reset('serving')]).length, 2);
  });
  it('leave out what may not be asked, and what the bank no longer has', () => {
    const others = [
      review('drift/gone', 1, noon + 1),
      event({ kind: 'suspend', question: 'drift/one', on: true }, noon + 2),
    ];
    assert.deepEqual(queue([...mistakes.slice(0, 1), ...others]), []);
  });
});

describe('shuffled', () => {
  it('keeps every entry, and puts each in every place about equally often', () => {
    const random = seeded(42);
    const firsts = new Map<number, number>();
    for (let i = 0; i < 4000; i++) {
      const list = shuffled([0, 1, 2, 3], random);
      assert.deepEqual([...list].sort(), [0, 1, 2, 3]);
      firsts.set(list[0] as number, (firsts.get(list[0] as number) ?? 0) + 1);
    }
    for (const count of firsts.values()) assert.ok(Math.abs(count - 1000) < 120, `${count}`);
  });
});

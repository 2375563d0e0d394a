import assert from 'node:assert/strict';
import {
  dueQueue,
  leastKnownQueue,
  newQueue,
  randomQueue,
  reviewQueue,
  topicQueue,
} from '../../../src/core/session/queues';
import { seeded, shuffled } from '../../../src/core/session/random';
import { event, noon, review } from '../progress/events';
import { source } from './sources';

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

  it('review: due ones, then new ones within what is left of the day', () => {
    assert.deepEqual(reviewQueue(source(graded), 4), ['drift/one', 'drift/four']);
    assert.deepEqual(reviewQueue(source(graded), 3), ['drift/one']);
    assert.equal(reviewQueue(source(graded, 1), 2).length, 3);
  });

  it('topic: due, new, then the least known', () => {
    assert.deepEqual(topicQueue(source(graded, 2), 'drift'), [
      'drift/one',
      'drift/two',
      'drift/four',
      'drift/three',
    ]);
  });

  it('new and topic: nothing that is suspended or buried', () => {
    const marks = [
      event({ kind: 'suspend', question: 'drift/one', on: true }),
      event({ kind: 'bury', question: 'drift/two', until: 99_999 }, noon + 1),
    ];
    assert.deepEqual(newQueue(source(marks)), ['drift/four', 'serving/five', 'drift/three', 'serving/six']);
    assert.deepEqual(topicQueue(source(marks), 'drift'), ['drift/four', 'drift/three']);
  });

  it('least known: only what was graded before', () => {
    assert.deepEqual(leastKnownQueue(source(graded, 1)), ['drift/one', 'drift/two', 'drift/three']);
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

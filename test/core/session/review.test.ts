import assert from 'node:assert/strict';
import type { ProgressEvent } from '../../../src/core/progress/event';
import { newLeft, reviewPlan } from '../../../src/core/session/review';
import { event, noon, review } from '../progress/events';
import { related, source } from './sources';

const graded = [review('drift/one', 1), review('drift/two', 3, noon + 1), review('drift/three', 4, noon + 2)];
const all = ['drift/one', 'drift/two', 'drift/three', 'drift/four', 'serving/five', 'serving/six'];
/** All six in this order of urgency: the longer the memory, the later. */
const backlog = all.map((question, i) => review(question, i < 2 ? 2 : i < 4 ? 3 : 4, noon + i));

function plan(
  events: readonly ProgressEvent[],
  { count = 99, newPerDay = 20, days = 0, relations = {} as Record<string, readonly string[]> } = {},
): string[] {
  return reviewPlan({ ...source(events, days), bank: related(relations) }, { count, newPerDay });
}

describe('a review', () => {
  it('asks what is due, then new ones within what is left of the day', () => {
    assert.deepEqual(plan(graded, { newPerDay: 4 }), ['drift/one', 'drift/four']);
    assert.deepEqual(plan(graded, { newPerDay: 3 }), ['drift/one']);
    assert.equal(plan(graded, { newPerDay: 2, days: 1 }).length, 3);
  });

  it('holds the limit of new ones all day, however many reviews there are', () => {
    assert.deepEqual(plan([], { newPerDay: 2 }), ['drift/one', 'serving/five']);
    assert.deepEqual(plan([review('drift/one', 4)], { newPerDay: 2 }), ['drift/two']);
    assert.deepEqual(
      plan([review('drift/one', 4), review('serving/five', 4, noon + 1)], { newPerDay: 2 }),
      [],
    );
    assert.equal(newLeft(source(graded), 2), 0);
    assert.equal(newLeft(source(graded), 5), 2);
  });

  it('is never longer than it shall be, and takes the most urgent of a backlog', () => {
    const first = plan(backlog, { count: 2, days: 300 });
    assert.deepEqual(first, ['drift/one', 'drift/two']);
    assert.equal(plan(backlog, { count: 4, days: 300 }).length, 4);
  });

  it('puts no new question where there is a backlog', () => {
    assert.deepEqual(plan(backlog.slice(0, 3), { count: 3, days: 300 }).sort(), [
      'drift/one',
      'drift/three',
      'drift/two',
    ]);
  });

  it('keeps due questions that are related apart, and withholds none', () => {
    const relations = { 'drift/one': ['drift/two'] };
    const usual = plan(backlog, { days: 300 });
    assert.deepEqual(usual.slice(0, 2), ['drift/one', 'drift/two']);
    const apart = plan(backlog, { days: 300, relations });
    assert.deepEqual([...apart].sort(), [...all].sort());
    assert.equal(apart[0], 'drift/one');
    assert.ok(apart.indexOf('drift/two') > 3, apart.join());
    assert.deepEqual(plan(backlog, { days: 300, relations, count: 2 }), ['drift/one', 'drift/two']);
  });

  it('leaves a new question for another day if a related one is in the plan, named by either', () => {
    for (const [one, other] of [
      ['drift/one', 'serving/five'],
      ['serving/five', 'drift/one'],
    ] as const) {
      const fresh = plan([], { relations: { [one]: [other] } });
      assert.ok(fresh.includes('drift/one') && !fresh.includes('serving/five'), fresh.join());
      assert.equal(fresh.length, 5);
    }
    const withDue = plan(graded, { relations: { 'drift/four': ['drift/one'] } });
    assert.ok(withDue.includes('drift/one') && !withDue.includes('drift/four'));
  });

  it('leaves it also if a related one was reviewed today, and takes it on the next day', () => {
    const relations = { 'drift/four': ['drift/three'] };
    assert.ok(!plan(graded, { relations }).includes('drift/four'));
    assert.ok(plan(graded, { relations, days: 1 }).includes('drift/four'));
  });

  it('fills the place of one that waits with another', () => {
    const relations = { 'drift/one': ['serving/five'] };
    assert.deepEqual(plan([], { newPerDay: 2, relations }), ['drift/one', 'drift/two']);
  });

  it('asks nothing that is suspended or buried', () => {
    const marks = [
      event({ kind: 'suspend', question: 'drift/one', on: true }, noon + 10),
      event({ kind: 'bury', question: 'drift/two', until: 99_999 }, noon + 11),
    ];
    assert.deepEqual(plan([...backlog, ...marks], { days: 300 }).length, 4);
  });
});

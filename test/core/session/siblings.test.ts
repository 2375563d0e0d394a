import assert from 'node:assert/strict';
import type { ProgressEvent } from '../../../src/core/progress/event';
import { planOf } from '../../../src/core/session/siblings';
import { noon, review } from '../progress/events';
import { related, source } from './sources';

const queue = ['drift/one', 'drift/two', 'drift/three', 'drift/four', 'serving/five', 'serving/six'];

function plan(
  events: readonly ProgressEvent[],
  relations: Readonly<Record<string, readonly string[]>>,
  { count = 6, days = 0 } = {},
): string {
  const ids = planOf({ ...source(events, days), bank: related(relations) }, queue, count);
  return ids.map((id) => id.slice(id.indexOf('/') + 1)).join(' ');
}

describe('the plan of a drill', () => {
  it('is the beginning of its queue where nothing is related', () => {
    assert.equal(plan([], {}), 'one two three four five six');
    assert.equal(plan([], {}, { count: 2 }), 'one two');
    assert.equal(plan([], {}, { count: 0 }), '');
  });

  it('takes new questions that a related one gives away only where there is nothing else', () => {
    for (const [named, by] of [
      ['drift/one', 'drift/two'],
      ['drift/two', 'drift/one'],
    ] as const) {
      const relations = { [by]: [named] };
      assert.equal(plan([], relations, { count: 5 }), 'one three four five six');
      assert.equal(plan([], relations), 'one three four five six two');
    }
  });

  it('takes those given away by a review of today at the end, and in their place on another day', () => {
    const reviewed = [review('drift/six', 3), review('drift/four', 3, noon + 1)];
    const relations = { 'drift/four': ['drift/one'] };
    assert.equal(plan(reviewed, relations, { count: 5 }), 'two three four five six');
    assert.equal(plan(reviewed, relations, { days: 1, count: 4 }), 'one two three four');
  });

  it('passes over no question that was reviewed before, and keeps related ones apart', () => {
    const reviewed = queue.map((id, i) => review(id, 3, noon + i));
    const relations = { 'drift/one': ['drift/two'], 'drift/three': ['drift/four'] };
    assert.equal(plan(reviewed, relations, { days: 1 }), 'one three five six two four');
    assert.equal(plan(reviewed, relations, { days: 1, count: 2 }), 'one two');
  });
});

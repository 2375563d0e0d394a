import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareEvents, eventId, type ProgressEvent } from '../../../src/core/progress/event';
import { effective, Progress, type Rules } from '../../../src/core/progress/progress';
import { undoState } from '../../../src/core/progress/undo';
import { day, event, logs, noon, review } from './events';

const rules: Rules = { dayStartsAt: 4, desiredRetention: 0.9 };
const progressOf = (...events: ProgressEvent[]) => new Progress(effective(events), rules);
const today = new Progress([], rules).dayOf({ at: noon, zone: 0 });

describe('Progress', () => {
  it('knows nothing of a question that was never asked', () => {
    const progress = progressOf();
    assert.equal(progress.stateOf('a/b', today), 'new');
    assert.equal(progress.recallOf('a/b', today), 0);
    assert.equal(progress.of('a/b').reviews, 0);
  });

  it('makes a question due after its interval, and not before', () => {
    const progress = progressOf(review('a/b', 4));
    assert.equal(progress.of('a/b').dueDay, today + 8);
    assert.equal(progress.stateOf('a/b', today), 'known');
    assert.equal(progress.stateOf('a/b', today + 7), 'known');
    assert.equal(progress.stateOf('a/b', today + 8), 'due');
  });

  it('calls a short memory learning', () => {
    assert.equal(progressOf(review('a/b', 3)).stateOf('a/b', today), 'learning');
  });

  it('calls seven days of memory known', () => {
    const growing = [review('a/b', 3), review('a/b', 3, noon + 2 * day)];
    assert.equal(progressOf(...growing).stateOf('a/b', today + 2), 'known');
    assert.equal(progressOf(...growing.slice(0, 1)).stateOf('a/b', today + 1), 'learning');
  });

  it('keeps a question due on its day after Again', () => {
    assert.equal(progressOf(review('a/b', 1)).stateOf('a/b', today), 'due');
  });

  it('counts a lapse only for what was forgotten overnight', () => {
    const progress = progressOf(
      review('a/b', 1),
      review('a/b', 1, noon + 60),
      review('a/b', 3, noon + 120),
      review('a/b', 1, noon + 3 * day),
      review('a/b', 1, noon + 3 * day + 60),
    );
    assert.equal(progress.of('a/b').lapses, 1);
    assert.equal(progress.of('a/b').reviews, 5);
  });

  it('counts new questions by the study day', () => {
    const progress = progressOf(
      review('a/b', 3),
      review('a/c', 3, noon + 1),
      review('a/b', 3, noon + 2 * day),
    );
    assert.equal(progress.newOn(today), 2);
    assert.equal(progress.newOn(today + 2), 0);
  });

  it('shows on a button what the grade then does', () => {
    for (const grade of [1, 2, 3, 4] as const) {
      const before = progressOf(review('a/b', 3));
      const after = progressOf(review('a/b', 3), review('a/b', grade, noon + 3 * day));
      assert.equal(after.of('a/b').dueDay, today + 3 + before.intervalFor('a/b', today + 3, grade));
    }
  });

  it('does not let a clock that was set back run time backwards', () => {
    const progress = progressOf(review('a/b', 3, noon + 5 * day, 'a', 1), review('a/b', 3, noon, 'a', 2));
    assert.ok(progress.of('a/b').dueDay > today + 5);
  });

  it('stars, suspends and buries', () => {
    const progress = progressOf(
      event({ kind: 'star', question: 'a/b', on: true }),
      event({ kind: 'suspend', question: 'a/c', on: true }, noon + 1),
      event({ kind: 'bury', question: 'a/d', until: today + 1 }, noon + 2),
    );
    assert.equal(progress.of('a/b').starred, true);
    assert.equal(progress.stateOf('a/c', today), 'suspended');
    assert.equal(progress.isAskable('a/c', today), false);
    assert.equal(progress.isAskable('a/d', today), false);
    assert.equal(progress.isAskable('a/d', today + 1), true);
  });

  it('counts quiz answers without rescheduling', () => {
    const progress = progressOf(
      event({ kind: 'quiz', question: 'a/b', correct: true }),
      event({ kind: 'quiz', question: 'a/b', correct: false }, noon + 1),
    );
    assert.deepEqual([progress.of('a/b').quizRight, progress.of('a/b').quizWrong], [1, 1]);
    assert.equal(progress.stateOf('a/b', today), 'new');
  });

  it('goes through any log without throwing, and ignores what it does not know', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const events = [...log].sort(compareEvents);
        const known = events.filter((e) => e.kind !== 'unknown');
        assert.deepEqual(progressOf(...events), progressOf(...known));
      }),
    );
  });
});

describe('undo', () => {
  const one = review('a/b', 3);
  const two = review('a/c', 1, noon + 1);
  const undo = (of: ProgressEvent, at: number) => event({ kind: 'undo', of: eventId(of) }, at);
  const redo = (of: ProgressEvent, at: number) => event({ kind: 'redo', of: eventId(of) }, at);

  it('leaves the log as if the event had never been', () => {
    assert.deepEqual(progressOf(one, two, undo(two, noon + 2)), progressOf(one));
    assert.deepEqual(effective([one, two, undo(two, noon + 2), redo(two, noon + 3)]), [one, two]);
  });

  it('goes back step by step and forward again', () => {
    assert.equal(undoState([one, two]).undo, two);
    const back = [one, two, undo(two, noon + 2)];
    assert.deepEqual(undoState(back), { undo: one, redo: two });
    const further = [...back, undo(one, noon + 3)];
    assert.deepEqual(undoState(further), { redo: one });
    assert.deepEqual(undoState([...further, redo(one, noon + 4)]), { undo: one, redo: two });
  });

  it('forgets what could be done again once something new is done', () => {
    const three = review('a/d', 3, noon + 3);
    assert.deepEqual(undoState([one, two, undo(two, noon + 2), three]), { undo: three });
  });

  it('passes over quiz answers', () => {
    assert.equal(
      undoState([one, event({ kind: 'quiz', question: 'a/c', correct: true }, noon + 1)]).undo,
      one,
    );
  });
});

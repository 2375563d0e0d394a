import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type MemoryState, recallAfter } from '../../../src/core/memory/fsrs';
import { effective } from '../../../src/core/progress/effective';
import { compareEvents, eventId, type ProgressEvent } from '../../../src/core/progress/event';
import { Progress, type Rules, untouched } from '../../../src/core/progress/progress';
import { Replay } from '../../../src/core/progress/replay';
import { day, event, logs, noon, review } from './events';

const rules: Rules = { dayStartsAt: 4, desiredRetention: 0.9 };
const progressOf = (...events: ProgressEvent[]) => new Progress(effective(events), rules);
const today = new Progress([], rules).dayOf({ at: noon, zone: 0 });

describe('Replay', () => {
  it('steps over what only adds, and not over what changes what came before', () => {
    const replay = new Replay([review('a/b', 3)], rules);
    assert.equal(replay.step(review('a/c', 3, noon + 1)), true);
    assert.equal(replay.step(event({ kind: 'star', question: 'a/b', on: true }, noon + 2)), true);
    assert.equal(replay.counted.length, 3);
    assert.equal(replay.stack.done.length, 3);
    assert.equal(replay.progress.of('a/c').reviews, 1);
    assert.equal(replay.step(event({ kind: 'restore', without: {} }, noon + 3)), false);
    assert.equal(replay.step(event({ kind: 'redo', of: 'a:1' }, noon + 3)), false);
    assert.equal(replay.step(event({ kind: 'undo', of: 'z:1' }, noon + 3)), false);
    assert.equal(replay.counted.length, 3);
  });

  it('steps over an undo and a redo that concern questions, and not over those of a reset', () => {
    const first = review('a/b', 1);
    const reset = event({ kind: 'reset', topic: 'a' }, noon + 2);
    const last = review('a/b', 3, noon + 3);
    const log: ProgressEvent[] = [first, review('x/c', 3, noon + 1), reset, last];
    const replay = new Replay(log, rules);
    const step = (kind: 'undo' | 'redo', of: ProgressEvent) => {
      const correction = event({ kind, of: eventId(of) }, noon + log.length);
      const isStepped = replay.step(correction);
      if (isStepped) assert.deepEqual(replay, new Replay([...log, correction], rules));
      if (isStepped) log.push(correction);
      return isStepped;
    };
    assert.equal(step('undo', last), true);
    assert.equal(replay.progress.of('a/b').memory, undefined);
    assert.equal(step('undo', reset), false);
    assert.equal(step('redo', last), true);
    assert.equal(replay.progress.of('a/b').reviews, 1);
    assert.equal(step('undo', first), true);
  });
});

describe('Progress', () => {
  it('takes a deed on several questions for all of them', () => {
    const star = event({ kind: 'star', question: 'a/b', others: ['a/c'], on: true });
    const progress = progressOf(
      star,
      event({ kind: 'bury', question: 'a/c', others: ['a/d'], until: 9 }, noon + 1),
    );
    assert.deepEqual(
      ['a/b', 'a/c', 'a/d'].map((id) => [progress.of(id).starred, progress.of(id).buriedUntil]),
      [
        [true, 0],
        [true, 9],
        [false, 9],
      ],
    );
    assert.equal(
      progressOf(star, event({ kind: 'undo', of: eventId(star) }, noon + 1)).of('a/c').starred,
      false,
    );
  });

  it('knows nothing of a question that was never asked', () => {
    const progress = progressOf();
    assert.equal(progress.stateOf('a/b', today), 'new');
    assert.equal(progress.recallOf('a/b', today), 0);
    assert.deepEqual(progress.of('a/b'), {
      lastDay: 0,
      dueDay: 0,
      firstDay: 0,
      reviews: 0,
      lapses: 0,
      quizRight: 0,
      quizWrong: 0,
      starred: false,
      suspended: false,
      buriedUntil: 0,
      note: '',
      report: '',
    });
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

  it('expects recall by the days since the last review', () => {
    const progress = progressOf(review('a/b', 3));
    const { memory } = progress.of('a/b');
    assert.equal(progress.recallOf('a/b', today + 3), recallAfter(memory as MemoryState, 3));
    assert.equal(progress.recallOf('a/b', today), 1);
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
      review('a/b', 2, noon + 5 * day),
      review('a/b', 3, noon + 7 * day),
    );
    assert.equal(progress.of('a/b').lapses, 1);
    assert.equal(progress.of('a/b').reviews, 7);
  });

  it('adds up to how weak a question is', () => {
    const quiz = (correct: boolean, at: number) =>
      event({ kind: 'quiz', question: 'a/b', correct }, noon + at);
    const weakness = (...events: ProgressEvent[]) => progressOf(...events).weaknessOf('a/b', today + 3, 4);
    assert.equal(weakness(), 0);
    assert.equal(weakness(quiz(true, 1)), 0);
    assert.equal(weakness(quiz(false, 1)), 1);
    assert.equal(weakness(quiz(false, 1), quiz(true, 2), quiz(true, 3), quiz(true, 4)), 1 / 4);
    const graded = { ...review('a/b', 3), points: 0b0101 };
    const forgotten = 1 - progressOf(graded).recallOf('a/b', today + 3);
    assert.equal(weakness(graded), forgotten + 2 / 4);
    assert.equal(progressOf(graded).weaknessOf('a/b', today + 3, 0), forgotten);
    assert.equal(progressOf(graded).weaknessOf('a/b', today + 3, 1), forgotten);
    const [untold, unsaid] = [review('a/b', 3), review('a/b', 2)].map((one) => ({ ...one, points: 0 }));
    assert.equal(weakness(untold as ProgressEvent), forgotten, 'nobody has ticked');
    assert.equal(weakness(unsaid as ProgressEvent) >= 1, true, 'nothing was said');
    const again = review('a/b', 1, noon + 3 * day);
    assert.equal(weakness(graded, again), 1 / 8);
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

  it('keeps what was ticked last, notes and reports', () => {
    const last = { ...review('a/b', 2, noon + 1), points: 5, followUps: 1 };
    const progress = progressOf(
      review('a/b', 3),
      last,
      event({ kind: 'note', question: 'a/b', text: 'Ask for the base rate.' }, noon + 2),
      event({ kind: 'report', question: 'a/b', text: 'A dead link.' }, noon + 3),
      event({ kind: 'note', question: 'a/c', text: 'Gone' }, noon + 4),
      event({ kind: 'note', question: 'a/c', text: '' }, noon + 5),
    );
    assert.deepEqual(progress.of('a/b').last, last);
    assert.equal(progress.of('a/b').note, 'Ask for the base rate.');
    assert.equal(progress.of('a/b').report, 'A dead link.');
    assert.equal(progress.of('a/c').note, '');
  });

  it('forgets grades and quiz answers at a reset, of one topic or all, and nothing else', () => {
    const before = [
      event({ kind: 'star', question: 'a/b', on: true }),
      event({ kind: 'note', question: 'a/b', text: 'Mine' }, noon + 1),
      event({ kind: 'suspend', question: 'a/c', on: true }, noon + 2),
      event({ kind: 'quiz', question: 'a/b', correct: true }, noon + 3),
      review('a/b', 3, noon + 4),
      review('ab/c', 3, noon + 5),
    ];
    const one = progressOf(...before, event({ kind: 'reset', topic: 'a' }, noon + 6));
    assert.deepEqual(one.of('a/b'), { ...untouched, starred: true, note: 'Mine' });
    assert.equal(one.of('a/c').suspended, true);
    assert.equal(one.of('ab/c').reviews, 1);
    assert.equal(one.newOn(today), 1);
    const all = progressOf(...before, event({ kind: 'reset' }, noon + 6), review('ab/c', 4, noon + 7));
    assert.equal(all.of('a/b').reviews, 0);
    assert.equal(all.of('ab/c').reviews, 1);
    assert.equal(all.newOn(today), 1);
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

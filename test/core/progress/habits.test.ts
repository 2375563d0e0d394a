import assert from 'node:assert/strict';
import { studyDay } from '../../../src/core/memory/studyDay';
import { effective } from '../../../src/core/progress/effective';
import { eventId, type ProgressEvent } from '../../../src/core/progress/event';
import { habitsOf } from '../../../src/core/progress/habits';
import { day, event, noon, review } from './events';

const today = studyDay({ at: noon, zone: 0 }, 4);
const habits = (events: readonly ProgressEvent[]) => habitsOf(effective(events), { today, dayStartsAt: 4 });
const daysAgo = (days: number, seconds = 0) =>
  review('a/b', 3, noon - days * day + seconds, 'a', 1000 - days * 2 + seconds);

describe('habits', () => {
  it('begin with nothing', () => assert.deepEqual(habits([]), { run: 0, reviews: 0, seconds: 0 }));

  it('count days in a row up to today', () => {
    assert.equal(habits([daysAgo(2), daysAgo(1), daysAgo(0)]).run, 3);
  });
  it('go on while today is still empty', () => {
    assert.equal(habits([daysAgo(2), daysAgo(1)]).run, 2);
  });
  it('begin anew after a day without', () => {
    assert.deepEqual(habits([daysAgo(3), daysAgo(2), daysAgo(0)]), {
      run: 1,
      reviews: 1,
      seconds: 64,
    });
    assert.equal(habits([daysAgo(3), daysAgo(2)]).run, 0);
  });
  it('count a review after midnight to the evening before', () => {
    const late = review('a/b', 3, noon - day + 15 * 3600); // 3 o'clock in the morning
    assert.deepEqual(habits([late]), { run: 1, reviews: 0, seconds: 0 });
  });
  it('add up the time of today', () => {
    assert.deepEqual(habits([daysAgo(0), daysAgo(0, 1)]), { run: 1, reviews: 2, seconds: 128 });
  });
  it('count reviews only, and not what was undone', () => {
    const quiz = event({ kind: 'quiz', question: 'a/b', correct: true });
    assert.equal(habits([quiz]).run, 0);
    const grade = daysAgo(0);
    assert.equal(habits([grade, event({ kind: 'undo', of: eventId(grade) }, noon + 9)]).run, 0);
  });
  it('stay when progress is reset', () => {
    assert.equal(habits([daysAgo(1), daysAgo(0), event({ kind: 'reset' }, noon + 9)]).run, 2);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { effective } from '../../../src/core/progress/effective';
import {
  compareEvents,
  type Deed,
  eventId,
  isAmong,
  type ProgressEvent,
  runsOf,
} from '../../../src/core/progress/event';
import { stepStack, undoStack } from '../../../src/core/progress/undo';
import { event, logs, noon, review } from './events';

const one = review('a/b', 3);
const two = review('a/c', 1, noon + 1);
const undo = (of: ProgressEvent, at: number) => event({ kind: 'undo', of: eventId(of) }, at);
const redo = (of: ProgressEvent, at: number) => event({ kind: 'redo', of: eventId(of) }, at);

describe('undo', () => {
  it('leaves the log as if the event had never been', () => {
    assert.deepEqual(effective([one, two, undo(two, noon + 2)]), [one]);
    assert.deepEqual(effective([one, two, undo(two, noon + 2), redo(two, noon + 3)]), [one, two]);
  });

  it('goes back step by step and forward again', () => {
    assert.deepEqual(undoStack([one, two]), { done: [one, two], undone: [] });
    const back = [one, two, undo(two, noon + 2)];
    assert.deepEqual(undoStack(back), { done: [one], undone: [two] });
    const further = [...back, undo(one, noon + 3)];
    assert.deepEqual(undoStack(further), { done: [], undone: [two, one] });
    assert.deepEqual(undoStack([...further, redo(one, noon + 4)]), { done: [one], undone: [two] });
  });

  it('forgets what could be done again once something new is done', () => {
    const three = review('a/d', 3, noon + 3);
    const stack = undoStack([one, two, undo(two, noon + 2), three]);
    assert.deepEqual(stack, { done: [one, three], undone: [] });
  });

  it('passes over quiz answers and takes every other deed as a step', () => {
    const deeds: Deed[] = [
      { kind: 'star', question: 'a/b', on: true },
      { kind: 'suspend', question: 'a/b', on: true },
      { kind: 'bury', question: 'a/b', until: 1 },
      { kind: 'note', question: 'a/b', text: 'x' },
      { kind: 'report', question: 'a/b', text: 'x' },
      { kind: 'reset' },
    ];
    const steps = deeds.map((deed, i) => event(deed, noon + i));
    const quiz = event({ kind: 'quiz', question: 'a/c', correct: true }, noon + 9);
    assert.deepEqual(undoStack([...steps, quiz]).done, steps);
    assert.deepEqual(effective([...steps, undo(steps[5] as ProgressEvent, noon + 9)]), steps.slice(0, 5));
  });

  it('takes an undo of something unknown for nothing', () => {
    const stray = event({ kind: 'undo', of: 'z:1' }, noon + 2);
    assert.deepEqual(undoStack([one, stray]), { done: [one], undone: [] });
  });

  it('may be stepped or taken from the whole log', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const events = log.filter((e) => e.kind !== 'restore').sort(compareEvents);
        const stepped = undoStack([]);
        for (const each of events) stepStack(stepped, each);
        assert.deepEqual(stepped, undoStack(events));
      }),
    );
  });

  it('takes back all deeds of any log, one after the other, and does them again', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const deeds = log.filter((e) => !['undo', 'redo', 'restore', 'quiz', 'unknown'].includes(e.kind));
        const start = deeds.sort(compareEvents);
        let events: ProgressEvent[] = [...start];
        const add = (kind: 'undo' | 'redo', of: ProgressEvent | undefined) => {
          const n = events.length + 1;
          events = [...events, { by: 'me', n, at: 2 ** 33 + n, zone: 0, kind, of: of ? eventId(of) : '' }];
        };
        for (let left = start.length; left > 0; left--) add('undo', undoStack(events).done.at(-1));
        assert.deepEqual(effective(events), []);
        for (let left = start.length; left > 0; left--) add('redo', undoStack(events).undone.at(-1));
        assert.deepEqual(effective(events), start);
      }),
    );
  });
});

describe('the undo stack', () => {
  it('leaves out what a clock far ahead has dated, until that time comes', () => {
    const future = review('a/z', 3, noon + 100_000, 'b', 1);
    const log = [one, two, undo(two, noon + 2), future];
    assert.deepEqual(undoStack(log, noon + 1000), { done: [one], undone: [two] });
    assert.deepEqual(undoStack(log, noon + 200_000), { done: [one, future], undone: [] });
  });
});

describe('restore', () => {
  const backup = [one, two];
  const later = review('a/d', 4, noon + 10);
  const undoneTwo = undo(two, noon + 9);
  const restore = event({ kind: 'restore', without: runsOf([later, undoneTwo]) }, noon + 20);

  it('counts only what the backup had, and what came after the restoring', () => {
    const after = review('a/e', 3, noon + 30);
    assert.deepEqual(effective([...backup, later, restore]), backup);
    assert.deepEqual(effective([...backup, later, restore, after]), [...backup, after]);
  });

  it('brings back what was undone after the backup', () => {
    assert.deepEqual(effective([...backup, undoneTwo, restore]), backup);
  });

  it('can be undone and done again', () => {
    const undone = [...backup, later, restore, undo(restore, noon + 21)];
    assert.deepEqual(effective(undone), [...backup, later]);
    assert.deepEqual(undoStack(undone), { done: [...backup, later], undone: [restore] });
    assert.deepEqual(effective([...undone, redo(restore, noon + 22)]), backup);
  });

  it('is itself the next thing to undo, and then what the backup had', () => {
    assert.deepEqual(undoStack([...backup, later, restore]).done, [...backup, restore]);
  });

  it('of an older backup wins over one of a newer', () => {
    const older = event({ kind: 'restore', without: runsOf([two, later, restore]) }, noon + 50);
    assert.deepEqual(effective([...backup, later, restore, older]), [one]);
  });

  it('does not concern what another machine did before and sends later', () => {
    const foreign = review('a/z', 3, noon + 5, 'b', 1);
    assert.deepEqual(effective([...backup, foreign, restore]), [...backup, foreign]);
  });

  it('finds events by runs of their numbers', () => {
    const numbers = [9, 4, 3, 5, 1].map((n) => ({ by: n === 1 ? '__proto__' : 'a', n, at: 0, zone: 0 }));
    const runs = runsOf(numbers);
    assert.equal(JSON.stringify(runs), '{"a":[3,5,9,9],"__proto__":[1,1]}');
    const found = [2, 3, 4, 5, 6, 8, 9, 10].filter((n) => isAmong({ by: 'a', n, at: 0, zone: 0 }, runs));
    assert.deepEqual(found, [3, 4, 5, 9]);
    assert.ok(isAmong({ by: '__proto__', n: 1, at: 0, zone: 0 }, JSON.parse(JSON.stringify(runs))));
    assert.ok(!isAmong({ by: 'constructor', n: 1, at: 0, zone: 0 }, runs));
  });
});

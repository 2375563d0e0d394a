import assert from 'node:assert/strict';
import { effective } from '../../../src/core/progress/effective';
import { eventId } from '../../../src/core/progress/event';
import {
  asSession,
  firstResults,
  type Session,
  sessionProgress,
  weakOnes,
} from '../../../src/core/session/session';
import { event, noon, review } from '../progress/events';

const plan = ['a/1', 'a/2', 'a/3', 'a/4', 'a/5', 'a/6', 'a/7'];
const session: Session = { mode: 'random', started: noon, plan };
const queueAfter = (...events: Parameters<typeof sessionProgress>[1]) =>
  sessionProgress(session, events).queue;

describe('sessionProgress', () => {
  it('begins with the whole plan', () => assert.deepEqual(queueAfter(), plan));

  it('goes on with each grade', () => {
    const { queue, results } = sessionProgress(session, [review('a/1', 3), review('a/2', 2, noon + 1)]);
    assert.deepEqual(queue, plan.slice(2));
    assert.deepEqual(
      results.map((r) => [r.question, r.grade]),
      [
        ['a/1', 3],
        ['a/2', 2],
      ],
    );
  });

  it('brings a question graded Again back after five others', () => {
    assert.deepEqual(queueAfter(review('a/1', 1)), ['a/2', 'a/3', 'a/4', 'a/5', 'a/6', 'a/1', 'a/7']);
  });

  it('brings it back at the end where fewer are left, until it is known', () => {
    const short = { ...session, plan: ['a/1', 'a/2'] };
    const first = [review('a/1', 1)];
    assert.deepEqual(sessionProgress(short, first).queue, ['a/2', 'a/1']);
    const last = [...first, review('a/2', 3, noon + 1), review('a/1', 1, noon + 2)];
    assert.deepEqual(sessionProgress(short, last).queue, ['a/1']);
    assert.deepEqual(sessionProgress(short, [...last, review('a/1', 3, noon + 3)]).queue, []);
  });

  it('ignores what was graded before it began, and what is not in its plan', () => {
    assert.deepEqual(queueAfter(review('a/1', 3, noon - 1)), plan);
    assert.deepEqual(queueAfter(review('b/1', 3)), plan);
  });

  it('takes out what was buried or suspended', () => {
    const bury = event({ kind: 'bury', question: 'a/1', until: 99_999 });
    const suspend = event({ kind: 'suspend', question: 'a/2', on: true }, noon + 1);
    assert.deepEqual(queueAfter(bury, suspend), plan.slice(2));
    const both = event({ kind: 'suspend', question: 'a/2', others: ['a/1'], on: true });
    assert.deepEqual(queueAfter(both), plan.slice(2));
  });

  it('asks nothing more once it was ended, and everything that was left if it goes on', () => {
    const events = [review('a/1', 3)];
    assert.deepEqual(sessionProgress({ ...session, ended: true }, events).queue, []);
    assert.equal(sessionProgress({ ...session, ended: true }, events).results.length, 1);
    assert.deepEqual(sessionProgress(session, events).queue, plan.slice(1));
  });

  it('is restored exactly by an undo', () => {
    const grade = review('a/1', 1);
    const undone = effective([grade, event({ kind: 'undo', of: eventId(grade) }, noon + 1)]);
    assert.deepEqual(sessionProgress(session, undone), { queue: plan, results: [] });
  });
});

describe('results', () => {
  const { results } = sessionProgress(session, [
    review('a/1', 2),
    review('a/2', 1, noon + 1),
    review('a/3', 4, noon + 2),
    review('a/2', 3, noon + 3),
  ]);
  it('count by the first grade', () => {
    assert.deepEqual(
      firstResults(results).map((r) => r.grade),
      [2, 1, 4],
    );
  });
  it('name the weak ones, worst first', () => assert.deepEqual(weakOnes(results), ['a/2', 'a/1']));
});

describe('asSession', () => {
  it('takes back what was stored, with the session around it', () => {
    const stored: Session = { mode: 'single', started: 5, plan: ['a/1'], ended: true, outer: session };
    assert.deepEqual(asSession(JSON.parse(JSON.stringify(stored))), stored);
  });
  for (const wrong of [
    undefined,
    null,
    3,
    {},
    { ...session, mode: 'x' },
    { ...session, plan: [1] },
    { ...session, started: 'x' },
  ]) {
    it(`refuses ${JSON.stringify(wrong)}`, () => assert.equal(asSession(wrong), undefined));
  }
});

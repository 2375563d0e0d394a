import assert from 'node:assert/strict';
import type { QuestionHead } from '../../../src/core/bank/question';
import type { Review } from '../../../src/core/progress/event';
import { gatherLeftOut, leftOutOf, oftenLeftOut } from '../../../src/core/progress/leftOut';
import { missesOf } from '../../../src/core/session/misses';
import type { Session } from '../../../src/core/session/session';
import { event, noon } from '../progress/events';
import { bank, source } from './sources';

const review = (question: string, points: number | undefined, grade: 1 | 2 | 3 | 4 = 2, at = noon) => {
  const deed: Review = {
    kind: 'review',
    question,
    grade,
    seconds: 64,
    ...(points === undefined ? {} : { points }),
  };
  return { ...event(deed, at), ...deed };
};

describe('leftOutOf', () => {
  const table: readonly [string, Parameters<typeof leftOutOf>[0], number[]][] = [
    ['the points without a tick', review('a/1', 0b101), [1]],
    ['all of them after a bad grade', review('a/1', 0), [0, 1, 2]],
    ['none after a good grade for which nobody ticked', review('a/1', 0, 3), []],
    ['none where nothing was to be ticked', review('a/1', undefined), []],
    ['none without a review', undefined, []],
  ];
  for (const [name, last, expected] of table) it(name, () => assert.deepEqual(leftOutOf(last, 3), expected));
});

describe('gatherLeftOut', () => {
  it('adds up what the last reviews of a topic left out, and names the worst questions', () => {
    const of = (slug: string) => bank.question(`drift/${slug}`) as QuestionHead;
    const [one, two, three, four] = ['one', 'two', 'three', 'four'].map(of) as [
      QuestionHead,
      QuestionHead,
      QuestionHead,
      QuestionHead,
    ];
    assert.equal(one.pointCount, 2);
    const events = [
      review(one.id, 0b00),
      review(one.id, 0b01, 2, noon + 1), // Only the last one counts.
      review(two.id, 0b00, 1, noon + 2),
      review(three.id, 0b11, 3, noon + 3),
    ];
    const { progress } = source(events);
    const gathered = gatherLeftOut([one, two, three, four], progress, 5);
    assert.deepEqual(gathered, { points: 3, of: 6, worst: [two, one] });
    assert.deepEqual(gatherLeftOut([one, two], progress, 1).worst, [two]);
    const untold = source([...events, review(two.id, 0, 3, noon + 4)]);
    assert.deepEqual(gatherLeftOut([two], untold.progress, 5), { points: 0, of: 0, worst: [] });
    assert.deepEqual(gatherLeftOut([four], progress, 5), { points: 0, of: 0, worst: [] });
  });
});

describe('oftenLeftOut', () => {
  const often = (...events: Parameters<typeof oftenLeftOut>[1]) => oftenLeftOut('drift/one', events, 3);
  const said = (points: number, at: number, grade: 1 | 2 | 3 = 2) =>
    review('drift/one', points, grade, noon + at);
  const before = [said(0b001, 1), said(0b011, 2), said(0b101, 3)];

  it('counts each point over all reviews at which points were ticked', () => {
    assert.deepEqual(often(), { reviews: 0, times: [0, 0, 0] });
    assert.deepEqual(often(...before), { reviews: 3, times: [0, 2, 2] });
    const untold = [said(0, 4, 3), review('drift/one', undefined), review('drift/two', 0, 1, noon + 5)];
    assert.deepEqual(often(...before, ...untold), { reviews: 3, times: [0, 2, 2] });
  });

  it('begins again with a reset of the topic or of all', () => {
    const reset = (topic?: string) => event({ kind: 'reset', ...(topic ? { topic } : {}) }, noon + 9);
    for (const one of [reset(), reset('drift')]) {
      assert.deepEqual(often(...before, one, said(0b110, 10)), { reviews: 1, times: [1, 0, 0] });
    }
    assert.equal(often(...before, reset('serving')).reviews, 3);
  });
});

describe('missesOf', () => {
  const session: Session = { mode: 'random', started: noon, plan: ['a/1', 'a/2'] };
  const questions = ['a/1', 'a/2', 'a/3'].map((id) => ({ id, keyPoints: ['x', 'y'] }));

  it('counts each point of each question, most often first', () => {
    const events = [
      review('a/1', 0b01, 1),
      review('a/2', 0b10, 2, noon + 1),
      review('a/2', 0b00, 1, noon + 2),
      review('a/2', 0b10, 2, noon + 3),
    ];
    assert.deepEqual(missesOf(session, events, questions), [
      { question: 'a/2', point: 0, times: 3 },
      { question: 'a/1', point: 1, times: 1 },
      { question: 'a/2', point: 1, times: 1 },
    ]);
  });
  it('leaves out what is not of the session, and questions without their texts', () => {
    const events = [review('a/1', 0, 1, noon - 1), review('a/3', 0), review('a/2', 0, 1, noon + 1)];
    assert.deepEqual(missesOf(session, events, questions.slice(0, 1)), []);
  });
});

import assert from 'node:assert/strict';
import { indexBank } from '../../../src/core/bank/bank';
import {
  answered,
  chooseQuiz,
  currentItem,
  isRight,
  makeQuiz,
  score,
  wrongOnes,
} from '../../../src/core/session/quiz';
import { bank, questions, source } from './sources';

const quiz = makeQuiz(questions.slice(0, 3), 5);
const rightPlace = (index: number) => quiz.items[index]?.options.findIndex((o) => o.correct) as number;

describe('quiz', () => {
  it('chooses as many as wanted, and fewer where there are fewer', () => {
    assert.equal(chooseQuiz(source([]), { count: 3, seed: 5 }).length, 3);
    assert.equal(chooseQuiz(source([]), { count: 99, seed: 5 }).length, 6);
    assert.equal(chooseQuiz(source([]), { count: 5, seed: 5, topics: ['serving'] }).length, 2);
  });
  it('chooses only questions that have a quiz', () => {
    const heads = bank.questions.map((q) => ({ ...q, hasQuiz: q.id === 'drift/two' }));
    const some = { ...source([]), bank: indexBank({ ...bank, questions: heads }) };
    assert.deepEqual(chooseQuiz(some, { count: 5, seed: 5 }), ['drift/two']);
  });
  it('is the same for the same seed', () => {
    assert.deepEqual(
      chooseQuiz(source([]), { count: 3, seed: 5 }),
      chooseQuiz(source([]), { count: 3, seed: 5 }),
    );
    assert.deepEqual(makeQuiz(questions.slice(0, 3), 5), quiz);
  });
  it('puts the right option in different places', () => {
    const places = new Set(
      Array.from({ length: 20 }, (_, seed) => makeQuiz(questions.slice(0, 1), seed).items[0]).map((item) =>
        item?.options.findIndex((o) => o.correct),
      ),
    );
    assert.deepEqual([...places].sort(), [0, 1, 2, 3]);
  });
  it('counts right and wrong answers', () => {
    const first = answered(quiz, rightPlace(0));
    assert.equal(isRight(first, 0), true);
    assert.equal(isRight(first, 1), undefined);
    const second = answered(first, (rightPlace(1) + 1) % 4);
    assert.equal(score(second), 1);
    assert.deepEqual(wrongOnes(second), [quiz.items[1]?.question]);
    assert.equal(currentItem(second), quiz.items[2]);
    assert.equal(currentItem(answered(second, 0)), undefined);
  });
  it('decides on the stem, and on the title where there is none', () => {
    assert.equal(quiz.items[0]?.stem, 'What now?');
    const [first] = questions;
    assert.ok(first?.quiz);
    const bare = { ...first, quiz: { options: first.quiz.options } };
    assert.equal(makeQuiz([bare], 1).items[0]?.stem, first.title);
  });
});

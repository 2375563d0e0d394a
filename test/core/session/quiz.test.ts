import assert from 'node:assert/strict';
import {
  answered,
  currentItem,
  isRight,
  makeQuiz,
  score,
  stemOf,
  wrongOnes,
} from '../../../src/core/session/quiz';
import { bank, source } from './sources';

const quiz = makeQuiz(source([]), { count: 3, seed: 5 });
const rightPlace = (index: number) => quiz.items[index]?.options.findIndex((o) => o.correct) as number;

describe('quiz', () => {
  it('asks as many as wanted, and fewer where there are fewer', () => {
    assert.equal(quiz.items.length, 3);
    assert.equal(makeQuiz(source([]), { count: 99, seed: 5 }).items.length, 6);
    assert.equal(makeQuiz(source([]), { count: 5, seed: 5, topics: ['serving'] }).items.length, 2);
  });
  it('is the same for the same seed', () => {
    assert.deepEqual(makeQuiz(source([]), { count: 3, seed: 5 }), quiz);
  });
  it('puts the right option in different places', () => {
    const places = new Set(
      Array.from({ length: 20 }, (_, seed) => makeQuiz(source([]), { count: 1, seed }).items[0]).map((item) =>
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
  it('takes the title where the quiz has no stem', () => {
    const item = quiz.items[0];
    assert.ok(item);
    assert.equal(stemOf(bank, item), 'What now?');
  });
});

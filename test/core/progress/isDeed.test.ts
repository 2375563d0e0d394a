import assert from 'node:assert/strict';
import { isDeed, mostCharacters } from '../../../src/core/progress/isDeed';

const review = { kind: 'review', question: 'a/b', grade: 3, seconds: 64 };
const long = 'x'.repeat(mostCharacters);

describe('isDeed', () => {
  const deeds: readonly Record<string, unknown>[] = [
    review,
    { ...review, points: 0, hints: 0, followUps: 2 ** 31 - 1 },
    { ...review, question: 'x'.repeat(1000) },
    { kind: 'quiz', question: 'a/b', correct: false },
    { kind: 'star', question: 'a/b', on: true },
    { kind: 'suspend', question: 'a/b', others: ['a/c', 'a/d'], on: false },
    { kind: 'bury', question: 'a/b', until: 20_000 },
    { kind: 'bury', question: 'a/b', others: ['a/c'], until: 20_000 },
    { kind: 'note', question: 'a/b', text: '' },
    { kind: 'report', question: 'a/b', text: long },
    { kind: 'reset' },
    { kind: 'reset', topic: 'a' },
    { kind: 'restore', without: {} },
    { kind: 'restore', without: { a: [1, 2, 5, 5], b: [] } },
    { kind: 'undo', of: 'a:1' },
    { kind: 'redo', of: 'a:1' },
  ];
  for (const deed of deeds) {
    it(`is ${JSON.stringify(deed).slice(0, 70)}`, () => assert.equal(isDeed(deed), true));
  }

  const others: readonly Record<string, unknown>[] = [
    {},
    { kind: 7 },
    { kind: 'prophecy' },
    { kind: 'constructor' },
    { ...review, mood: 'good' },
    { kind: 'review', question: 'a/b', grade: 3 },
    ...[0, 5, 2.5, '3', undefined].map((grade) => ({ ...review, grade })),
    ...[-1, 1.5, 2 ** 31, Number.NaN, '64', undefined].map((seconds) => ({ ...review, seconds })),
    ...['', 'x'.repeat(1001), 7, undefined].map((question) => ({ ...review, question })),
    { ...review, points: -1 },
    { kind: 'quiz', question: 'a/b', correct: 1 },
    { kind: 'star', question: 'a/b', on: 'yes' },
    ...[[], [7], ['a/c', ''], 'a/c', { length: 1 }].map((others) => ({
      kind: 'star',
      question: 'a/b',
      others,
      on: true,
    })),
    { ...review, others: ['a/c'] },
    { kind: 'note', question: 'a/b', text: 7 },
    { kind: 'note', question: 'a/b', text: `${long}x` },
    { kind: 'note', question: 'a/b', text: { length: 5 } },
    { kind: 'reset', topic: '' },
    ...[undefined, null, 'a', 7, [], [[1, 2]]].map((without) => ({ kind: 'restore', without })),
    ...[[1], [1, 2, 3], [1, 'x'], ['x', 1], [-1, 2], 'ab', { length: 2 }].map((ends) => ({
      kind: 'restore',
      without: { a: ends },
    })),
    { kind: 'restore', without: { a: [1, 2], b: [1] } },
    { kind: 'undo' },
  ];
  for (const other of others) {
    it(`is not ${JSON.stringify(other).slice(0, 70)}`, () => assert.equal(isDeed(other), false));
  }
});

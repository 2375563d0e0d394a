import assert from 'node:assert/strict';
import { isToHost } from '../../src/core/protocol';

const grade = {
  type: 'grade',
  showing: '1/0/a/b',
  grade: 3,
  points: [0, 2],
  followUps: [],
  hints: 0,
  seconds: 40,
};

describe('isToHost', () => {
  const fitting: unknown[] = [
    { type: 'ready' },
    { type: 'undo' },
    grade,
    { type: 'card', showing: 's', action: 'star' },
    { type: 'exhibit', showing: 's', title: 'a.py' },
    { type: 'open', id: 'a/b' },
    { type: 'summary', action: 'weak' },
    { type: 'card', showing: 's', action: 'end' },
    { type: 'quiz', showing: 's', option: 0 },
    { type: 'remark', showing: 's', kind: 'report', text: '' },
    { type: 'remark', showing: 's', kind: 'note', text: 'x'.repeat(20_000) },
    { type: 'prefer', preferences: { way: 'typed', open: ['explanation'] } },
    { type: 'drafts', drafts: [{}] },
  ];
  for (const message of fitting) it(`takes ${JSON.stringify(message)}`, () => assert.ok(isToHost(message)));

  const others: unknown[] = [
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 'destroy' },
    { ...grade, grade: 5 },
    { ...grade, grade: 0 },
    { ...grade, grade: '3' },
    { ...grade, points: [-1] },
    { ...grade, points: 'all' },
    { ...grade, followUps: [-1] },
    { type: 'quiz', showing: 's', option: -1 },
    { type: 'remark', showing: 's', kind: 'star', text: '' },
    { type: 'remark', showing: 's', kind: 'note', text: 'x'.repeat(20_001) },
    { type: 'remark', showing: 's', kind: 'note' },
    { type: 'prefer', preferences: { way: 'sung', open: [] } },
    { type: 'prefer', preferences: { way: 'head', open: ['short answer'] } },
    { type: 'prefer' },
    { ...grade, hints: undefined },
    { ...grade, seconds: Number.NaN },
    { ...grade, showing: 4 },
    { type: 'card', showing: 's', action: 'explode' },
    { type: 'open' },
    { type: 'drafts', drafts: 'all' },
    { type: 'summary', action: 'weakest' },
  ];
  for (const message of others)
    it(`refuses ${JSON.stringify(message)}`, () => assert.equal(isToHost(message), false));
});

import assert from 'node:assert/strict';
import { parseQuestion } from '../../../src/core/bank/parseQuestion';
import { toMarkdown } from '../../../src/core/bank/toMarkdown';
import { goodCard } from './card';

describe('toMarkdown', () => {
  it('writes what parsing reads back', () => {
    const { question } = parseQuestion({ path: 'p', topic: 'features', slug: 'skew', text: goodCard });
    assert.ok(question);
    const again = parseQuestion({ path: 'p', topic: 'features', slug: 'skew', text: toMarkdown(question) });
    assert.deepEqual(again.problems, []);
    assert.deepEqual(again.question, question);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Bank } from '../../src/core/bank/bank';
import { parseQuestion } from '../../src/core/bank/parseQuestion';
import { toMarkdown } from '../../src/core/bank/toMarkdown';

const bank: Bank = JSON.parse(readFileSync('dist/bank.json', 'utf8'));

describe('the shipped bank', () => {
  it('covers all sixteen topics', () => {
    assert.equal(bank.topics.length, 16);
    for (const topic of bank.topics)
      assert.ok(
        bank.questions.some((q) => q.topic === topic.id),
        topic.id,
      );
  });

  it('has each of the fourteen questions of the source article once', () => {
    const seeds = bank.questions.flatMap((q) => q.seed ?? []).sort((a, b) => a - b);
    assert.deepEqual(
      seeds,
      Array.from({ length: 14 }, (_, i) => i + 1),
    );
  });

  it('can be written as files and read back', () => {
    for (const question of bank.questions) {
      const slug = question.id.split('/')[1] as string;
      const again = parseQuestion({
        path: question.id,
        topic: question.topic,
        slug,
        text: toMarkdown(question),
      });
      assert.deepEqual(again.question, question, question.id);
    }
  });
});

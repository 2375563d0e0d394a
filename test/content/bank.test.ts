import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type BankHeads, headOf } from '../../src/core/bank/bank';
import { parseQuestion } from '../../src/core/bank/parseQuestion';
import type { Question } from '../../src/core/bank/question';
import { toMarkdown } from '../../src/core/bank/toMarkdown';

const heads: BankHeads = JSON.parse(readFileSync('dist/bank.json', 'utf8'));
const cards = (topic: string): Question[] => JSON.parse(readFileSync(`dist/bank/${topic}.json`, 'utf8'));
const bank = { topics: heads.topics, questions: heads.topics.flatMap((t) => cards(t.id)) };

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

  it('has the same heads in both places', () => {
    assert.deepEqual(bank.questions.map(headOf), heads.questions);
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

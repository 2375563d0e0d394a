import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type BankHeads, headOf } from '../../src/core/bank/bank';
import { parseQuestion } from '../../src/core/bank/parseQuestion';
import type { Question, QuestionTexts } from '../../src/core/bank/question';
import { toMarkdown } from '../../src/core/bank/toMarkdown';

const heads: BankHeads = JSON.parse(readFileSync('dist/bank.json', 'utf8'));
type Texts = QuestionTexts & { id: string };
const cards = (topic: string): Texts[] => JSON.parse(readFileSync(`dist/bank/${topic}.json`, 'utf8'));
const texts = new Map(heads.topics.flatMap((t) => cards(t.id)).map((card) => [card.id, card]));
const bank = {
  topics: heads.topics,
  questions: heads.questions.map((head): Question => ({ ...head, ...(texts.get(head.id) as Texts) })),
};

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

  it('has the texts of every question, and nothing else', () => {
    assert.deepEqual([...texts.keys()].sort(), heads.questions.map((q) => q.id).sort());
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

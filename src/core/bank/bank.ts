import type { Question, QuestionId, Topic } from './question';

/** Everything that can be asked: topics in their order, and questions grouped in that order. */
export interface Bank {
  readonly topics: readonly Topic[];
  readonly questions: readonly Question[];
}

/** A bank with its look-ups. */
export interface BankIndex extends Bank {
  question(id: QuestionId): Question | undefined;
  topic(id: string): Topic | undefined;
  /** Questions of a topic from easy to hard, then by title; empty for an unknown topic. */
  inTopic(id: string): readonly Question[];
}

const hardness = { junior: 0, mid: 1, senior: 2 } as const;

/** Builds the look-ups of a bank once. */
export function indexBank(bank: Bank): BankIndex {
  const byText = new Intl.Collator('en', { numeric: true });
  const questions = new Map(bank.questions.map((q) => [q.id, q]));
  const topics = new Map(bank.topics.map((t) => [t.id, t]));
  const inTopic = new Map<string, Question[]>(bank.topics.map((t) => [t.id, []]));
  for (const question of bank.questions) inTopic.get(question.topic)?.push(question);
  for (const list of inTopic.values()) {
    list.sort((a, b) => hardness[a.level] - hardness[b.level] || byText.compare(a.title, b.title));
  }
  return {
    ...bank,
    question: (id) => questions.get(id),
    topic: (id) => topics.get(id),
    inTopic: (id) => inTopic.get(id) ?? [],
  };
}

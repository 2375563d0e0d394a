import type { Question, QuestionHead, QuestionId, Topic } from './question';

/** A bank with all its texts, as the build reads it. */
export interface Bank {
  readonly topics: readonly Topic[];
  readonly questions: readonly Question[];
}

/** What is read of a bank at once: its topics in their order, and the heads of its questions in that order. */
export interface BankHeads {
  readonly topics: readonly Topic[];
  readonly questions: readonly QuestionHead[];
}

/** The heads of a bank with their look-ups. */
export interface BankIndex extends BankHeads {
  question(id: QuestionId): QuestionHead | undefined;
  topic(id: string): Topic | undefined;
  /** Questions of a topic from easy to hard, then by title; empty for an unknown topic. */
  inTopic(id: string): readonly QuestionHead[];
  /** The questions that a question names as related, then those that name it: the relation goes both ways. */
  relatedTo(id: QuestionId): readonly QuestionHead[];
}

const hardness = { junior: 0, mid: 1, senior: 2 } as const;

/** The head of a question, without its texts. */
export function headOf(q: QuestionHead): QuestionHead {
  const {
    id,
    topic,
    title,
    level,
    kind,
    tags,
    tools,
    minutes,
    seed,
    related,
    volatility,
    reviewed,
    hasQuiz,
    pointCount,
  } = q;
  const head = {
    id,
    topic,
    title,
    level,
    kind,
    tags,
    tools,
    minutes,
    related,
    volatility,
    reviewed,
    hasQuiz,
    pointCount,
  };
  return seed === undefined ? head : { ...head, seed };
}

/** Builds the look-ups of a bank once. */
export function indexBank(bank: BankHeads): BankIndex {
  const byText = new Intl.Collator('en', { numeric: true });
  const questions = new Map(bank.questions.map((q) => [q.id, q]));
  const topics = new Map(bank.topics.map((t) => [t.id, t]));
  const inTopic = new Map<string, QuestionHead[]>(bank.topics.map((t) => [t.id, []]));
  for (const question of bank.questions) inTopic.get(question.topic)?.push(question);
  for (const list of inTopic.values()) {
    list.sort((a, b) => hardness[a.level] - hardness[b.level] || byText.compare(a.title, b.title));
  }
  const naming = new Map<QuestionId, QuestionId[]>();
  for (const { id, related } of bank.questions) {
    for (const named of related) naming.set(named, [...(naming.get(named) ?? []), id]);
  }
  return {
    ...bank,
    relatedTo: (id) =>
      [...new Set([...(questions.get(id)?.related ?? []), ...(naming.get(id) ?? [])])].flatMap(
        (other) => questions.get(other) ?? [],
      ),
    question: (id) => questions.get(id),
    topic: (id) => topics.get(id),
    inTopic: (id) => inTopic.get(id) ?? [],
  };
}

import type { BankIndex } from '../bank/bank';
import type { Kind, Level, QuestionHead, QuestionId } from '../bank/question';
import type { Progress } from '../progress/progress';
import { type Random, shuffled } from './random';

/** Which questions a random drill or quiz may take; a part that is missing allows everything. */
export interface Filter {
  readonly topics?: readonly string[];
  readonly levels?: readonly Level[];
  readonly kinds?: readonly Kind[];
}

/** Where a queue is taken from. */
export interface Source {
  readonly bank: BankIndex;
  readonly progress: Progress;
  /** The study day. */
  readonly today: number;
}

/** Questions in random order that fit the filter and may be asked today. */
export function randomQueue({ bank, progress, today }: Source, filter: Filter, random: Random): QuestionId[] {
  const fitting = bank.questions.filter((q) => fits(q, filter) && progress.isAskable(q.id, today));
  return shuffled(fitting, random).map((q) => q.id);
}

/** Due questions, those most likely to be forgotten first. */
export function dueQueue(source: Source): QuestionId[] {
  return leastKnownFirst(source, (id) => source.progress.stateOf(id, source.today) === 'due');
}

/** Due questions, then new ones up to what is left of the day's limit, from easy to hard in the order of the topics. */
export function reviewQueue(source: Source, newPerDay: number): QuestionId[] {
  const allowed = Math.max(0, newPerDay - source.progress.newOn(source.today));
  return [...dueQueue(source), ...newQueue(source).slice(0, allowed)];
}

/** Questions that were never graded; topics take turns, so that a day is not all of one topic. */
export function newQueue({ bank, progress, today }: Source): QuestionId[] {
  const columns = bank.topics.map((topic) =>
    bank
      .inTopic(topic.id)
      .filter((q) => progress.stateOf(q.id, today) === 'new' && progress.isAskable(q.id, today)),
  );
  const longest = Math.max(0, ...columns.map((c) => c.length));
  return Array.from({ length: longest }, (_, row) => columns.flatMap((c) => c[row]?.id ?? [])).flat();
}

/** All questions of a topic that may be asked: due, then new, then the rest, least known first. */
export function topicQueue(source: Source, topic: string): QuestionId[] {
  const { bank, progress, today } = source;
  const ids = new Set(bank.inTopic(topic).map((q) => q.id));
  const due = dueQueue(source).filter((id) => ids.has(id));
  const fresh = [...ids].filter(
    (id) => progress.stateOf(id, today) === 'new' && progress.isAskable(id, today),
  );
  const rest = leastKnownQueue(source).filter((id) => ids.has(id));
  return [...new Set([...due, ...fresh, ...rest])];
}

/** Questions that were graded before, least well known first: what to practise when nothing is due. */
export function leastKnownQueue(source: Source): QuestionId[] {
  return leastKnownFirst(source, (id) => source.progress.of(id).memory !== undefined);
}

function leastKnownFirst(
  { bank, progress, today }: Source,
  wanted: (id: QuestionId) => boolean,
): QuestionId[] {
  return bank.questions
    .filter((q) => wanted(q.id) && progress.isAskable(q.id, today))
    .map((q) => ({ id: q.id, recall: progress.recallOf(q.id, today) }))
    .sort((a, b) => a.recall - b.recall || (a.id < b.id ? -1 : 1))
    .map((q) => q.id);
}

function fits(question: QuestionHead, { topics, levels, kinds }: Filter): boolean {
  return (
    (topics?.includes(question.topic) ?? true) &&
    (levels?.includes(question.level) ?? true) &&
    (kinds?.includes(question.kind) ?? true)
  );
}

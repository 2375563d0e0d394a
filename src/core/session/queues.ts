import type { BankIndex } from '../bank/bank';
import type { QuestionHead, QuestionId } from '../bank/question';
import type { ProgressEvent } from '../progress/event';
import { type Filter, fits, type Moment } from './filter';
import { type Random, shuffled } from './random';

/** Where a queue is taken from. */
export interface Source extends Moment {
  readonly bank: BankIndex;
}

/** How weak a question must be (see `Progress.weaknessOf`) to count among the weak points. */
const weakFrom = 0.5;
/** Study days for which a mistake counts as recent. */
const recentDays = 7;

/** Questions in random order that fit the filter and may be asked today. */
export function randomQueue(source: Source, filter: Filter, random: Random): QuestionId[] {
  const fitting = source.bank.questions.filter((q) => fits(q, filter, source) && isAskable(q, source));
  return shuffled(fitting, random).map((q) => q.id);
}

/** Due questions, those most likely to be forgotten first. */
export function dueQueue(source: Source): QuestionId[] {
  return leastKnownFirst(
    source.bank.questions.filter((q) => isDue(q, source)),
    source,
  );
}

/** How many questions are due and may be asked today. */
export function dueCount(source: Source): number {
  return source.bank.questions.filter((q) => isDue(q, source)).length;
}

/** Questions that were never graded; topics take turns, so that a day is not all of one topic. */
export function newQueue(source: Source): QuestionId[] {
  const { bank } = source;
  const columns = bank.topics.map((topic) => bank.inTopic(topic.id).filter((q) => isFresh(q, source)));
  const longest = Math.max(0, ...columns.map((c) => c.length));
  return Array.from({ length: longest }, (_, row) => columns.flatMap((c) => c[row]?.id ?? [])).flat();
}

/** The given questions as far as they may be asked: due ones, then new ones, then the rest from the least known on. */
export function chosenQueue(source: Source, wanted: readonly QuestionHead[]): QuestionId[] {
  const due = wanted.filter((q) => isDue(q, source));
  const fresh = wanted.filter((q) => isFresh(q, source)).map((q) => q.id);
  const seen = wanted.filter((q) => isSeen(q, source));
  return [...new Set([...leastKnownFirst(due, source), ...fresh, ...leastKnownFirst(seen, source)])];
}

/** Questions with a star: due, then new, then the rest. */
export function starredQueue(source: Source): QuestionId[] {
  return chosenQueue(
    source,
    source.bank.questions.filter((q) => source.progress.of(q.id).starred),
  );
}

/** Questions that were graded before, least well known first: what to practise when nothing is due. */
export function leastKnownQueue(source: Source): QuestionId[] {
  return leastKnownFirst(
    source.bank.questions.filter((q) => isSeen(q, source)),
    source,
  );
}

/** Weak points, the weakest first: little recall, key points left out, forgotten often, quiz answers wrong. */
export function weakQueue(source: Source): QuestionId[] {
  const { bank, progress, today } = source;
  const weakness = (q: QuestionHead) => progress.weaknessOf(q.id, today, q.pointCount);
  return sorted(
    bank.questions.filter((q) => isAskable(q, source) && weakness(q) >= weakFrom),
    (q) => -weakness(q),
  );
}

/** Questions that are forgotten again and again, most often forgotten first. */
export function leechQueue(source: Source): QuestionId[] {
  const { bank, progress } = source;
  return sorted(
    bank.questions.filter((q) => isAskable(q, source) && progress.isLeech(q.id)),
    (q) => -progress.of(q.id).lapses,
  );
}

/**
 * Questions that were graded Again or Hard within the last seven study days, newest mistake first; those that were
 * answered well since come after the others.
 * @param counted the events that count, in order
 */
export function mistakesQueue(source: Source, counted: readonly ProgressEvent[]): QuestionId[] {
  const { bank, progress, today } = source;
  const found = new Set<QuestionId>();
  for (const event of counted) {
    if (event.kind === 'reset') {
      for (const id of found) {
        if (event.topic === undefined || bank.question(id)?.topic === event.topic) found.delete(id);
      }
    }
    if (event.kind !== 'review' || event.grade > 2) continue;
    if (progress.dayOf(event) <= today - recentDays) continue;
    found.delete(event.question); // It moves to the end, which is the newest.
    found.add(event.question);
  }
  const asked = [...found].reverse().filter((id) => bank.question(id) && progress.isAskable(id, today));
  const isOpen = (id: QuestionId) => (progress.of(id).last?.grade ?? 1) <= 2;
  return [...asked.filter(isOpen), ...asked.filter((id) => !isOpen(id))];
}

function isAskable({ id }: QuestionHead, { progress, today }: Moment): boolean {
  return progress.isAskable(id, today);
}

function isDue(question: QuestionHead, moment: Moment): boolean {
  return moment.progress.stateOf(question.id, moment.today) === 'due' && isAskable(question, moment);
}

function isFresh(question: QuestionHead, moment: Moment): boolean {
  return moment.progress.stateOf(question.id, moment.today) === 'new' && isAskable(question, moment);
}

function isSeen(question: QuestionHead, moment: Moment): boolean {
  return moment.progress.of(question.id).memory !== undefined && isAskable(question, moment);
}

function leastKnownFirst(questions: readonly QuestionHead[], { progress, today }: Moment): QuestionId[] {
  return sorted(questions, (q) => progress.recallOf(q.id, today));
}

/** Ids by a number, the lowest first; where it is the same by id. */
function sorted(questions: readonly QuestionHead[], by: (question: QuestionHead) => number): QuestionId[] {
  return questions
    .map((q) => ({ id: q.id, place: by(q) }))
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    .map((q) => q.id);
}

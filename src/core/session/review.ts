import type { BankIndex } from '../bank/bank';
import type { QuestionId } from '../bank/question';
import { dueQueue, newQueue, type Source } from './queues';

/** How large a review may be. */
export interface ReviewSize {
  /** Questions of this review: what is due beyond it simply waits. */
  readonly count: number;
  /** New questions of a study day. */
  readonly newPerDay: number;
}

/** Places between two related questions, where there are others to stand between them. */
const gap = 3;

/**
 * The plan of a review: what is due, most likely forgotten first, then new questions up to what is left of the day's
 * limit. Related questions keep apart: due ones by some places; a new one waits for another day if a related one was
 * reviewed today or stands in the plan, because the one would give the other away.
 */
export function reviewPlan(source: Source, { count, newPerDay }: ReviewSize): QuestionId[] {
  const due = apart(dueQueue(source).slice(0, count), source.bank);
  const left = Math.min(newLeft(source, newPerDay), count - due.length);
  return [...due, ...freshPlan(source, due, left)];
}

/** New questions that the day's limit still allows. */
export function newLeft({ progress, today }: Source, newPerDay: number): number {
  return Math.max(0, newPerDay - progress.newOn(today));
}

function freshPlan(source: Source, due: readonly QuestionId[], count: number): QuestionId[] {
  if (count <= 0) return [];
  const taken = new Set([...due, ...reviewedToday(source)]);
  const plan: QuestionId[] = [];
  for (const id of newQueue(source)) {
    if (plan.length === count) break;
    if (source.bank.relatedTo(id).some((other) => taken.has(other.id))) continue;
    taken.add(id);
    plan.push(id);
  }
  return plan;
}

function reviewedToday({ progress, today }: Source): QuestionId[] {
  return [...progress.all].filter(([, m]) => m.memory && m.lastDay === today).map(([id]) => id);
}

/** The same questions in nearly the same order, with related ones some places apart as far as that can be. */
function apart(ids: readonly QuestionId[], bank: BankIndex): QuestionId[] {
  const rest = [...ids];
  const plan: QuestionId[] = [];
  while (rest.length > 0) {
    const near = new Set(plan.slice(-gap).flatMap((id) => bank.relatedTo(id).map((other) => other.id)));
    const place = rest.findIndex((id) => !near.has(id));
    plan.push(...rest.splice(Math.max(place, 0), 1));
  }
  return plan;
}

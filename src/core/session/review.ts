import type { QuestionId } from '../bank/question';
import { dueQueue, newQueue, type Source } from './queues';
import { apart, withoutGivenAway } from './siblings';

/** How large a review may be. */
export interface ReviewSize {
  /** Questions of this review: what is due beyond it simply waits. */
  readonly count: number;
  /** New questions of a study day. */
  readonly newPerDay: number;
}

/**
 * The plan of a review: what is due, most likely forgotten first, then new questions up to what is left of the day's
 * limit. Related questions keep apart: due ones by some places; a new one waits for another day if a related one was
 * reviewed today or stands in the plan, because the one would give the other away.
 */
export function reviewPlan(source: Source, { count, newPerDay }: ReviewSize): QuestionId[] {
  const due = apart(dueQueue(source).slice(0, count), source.bank);
  const left = Math.max(0, Math.min(newLeft(source, newPerDay), count - due.length));
  return [...due, ...withoutGivenAway(source, newQueue(source), left, due).first];
}

/** New questions that the day's limit still allows. */
export function newLeft({ progress, today }: Source, newPerDay: number): number {
  return Math.max(0, newPerDay - progress.newOn(today));
}

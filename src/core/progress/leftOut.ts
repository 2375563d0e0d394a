import type { QuestionHead } from '../bank/question';
import type { Review } from './event';
import type { Progress } from './progress';

/**
 * Indexes of the key points that a review left out; `total` is how many the question has. A good grade without any
 * tick says that nobody ticked, not that everything was left out.
 */
export function leftOutOf(review: Review | undefined, total: number): number[] {
  if (!isTicked(review)) return [];
  const { points } = review;
  return Array.from({ length: total }, (_, index) => index).filter((index) => (points & (1 << index)) === 0);
}

function isTicked(review: Review | undefined): review is Review & { readonly points: number } {
  return review?.points !== undefined && (review.points > 0 || review.grade < 3);
}

/** What the last reviews of some questions left out, gathered. */
export interface LeftOut {
  /** Key points that were left out, of those of all questions that were reviewed. */
  readonly points: number;
  readonly of: number;
  /** The questions with the most of them, worst first. */
  readonly worst: readonly QuestionHead[];
}

/** Gathers what the last reviews of some questions, of a topic for example, left out; up to `most` questions by name. */
export function gatherLeftOut(questions: readonly QuestionHead[], progress: Progress, most: number): LeftOut {
  const reviewed = questions.filter((q) => isTicked(progress.of(q.id).last));
  const missed = new Map(reviewed.map((q) => [q, leftOutOf(progress.of(q.id).last, q.pointCount).length]));
  const worst = reviewed
    .filter((q) => (missed.get(q) as number) > 0)
    .sort((a, b) => (missed.get(b) as number) - (missed.get(a) as number));
  return {
    points: [...missed.values()].reduce((sum, count) => sum + count, 0),
    of: reviewed.reduce((sum, q) => sum + q.pointCount, 0),
    worst: worst.slice(0, most),
  };
}

import { type QuestionHead, type QuestionId, topicOf } from '../bank/question';
import type { ProgressEvent, Review } from './event';
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

interface Ticked {
  readonly points: number;
}

function isTicked(review: Review | undefined): review is Review & Ticked {
  return review?.points !== undefined && (review.points > 0 || review.grade < 3);
}

/** How often the key points of a question were left out. */
export interface OftenLeftOut {
  /** Reviews at which points were ticked, since the last reset. */
  readonly reviews: number;
  /** For each point in how many of them it was left out. */
  readonly times: readonly number[];
}

/**
 * Counts what all reviews of a question left out.
 * @param events those that count, in order
 * @param total how many key points the question has
 */
export function oftenLeftOut(
  question: QuestionId,
  events: readonly ProgressEvent[],
  total: number,
): OftenLeftOut {
  let reviews: (Review & Ticked)[] = [];
  for (const event of events) {
    const isReset =
      event.kind === 'reset' && (event.topic === undefined || event.topic === topicOf(question));
    if (isReset) reviews = [];
    if (event.kind === 'review' && event.question === question && isTicked(event)) reviews.push(event);
  }
  const missed = reviews.map((review) => new Set(leftOutOf(review, total)));
  const times = Array.from({ length: total }, (_, point) => missed.filter((set) => set.has(point)).length);
  return { reviews: reviews.length, times };
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

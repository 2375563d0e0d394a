import type { Review } from './event';

/**
 * Indexes of the key points that a review left out; `total` is how many the question has. A good grade without any
 * tick says that nobody ticked, not that everything was left out.
 */
export function leftOutOf(review: Review | undefined, total: number): number[] {
  if (review?.points === undefined || (review.points === 0 && review.grade >= 3)) return [];
  const { points } = review;
  return Array.from({ length: total }, (_, index) => index).filter((index) => (points & (1 << index)) === 0);
}

/** How well a question was answered: 1 Again, 2 Hard, 3 Good, 4 Easy, as in FSRS. */
export type Grade = 1 | 2 | 3 | 4;

export const grades: readonly Grade[] = [1, 2, 3, 4];

/**
 * The grade that the ticked key points propose: fewer than a third Again, fewer than two thirds Hard,
 * not all Good, all Easy. A question without key points proposes Good.
 */
export function proposeGrade(ticked: number, total: number): Grade {
  if (total === 0) return 3;
  if (ticked >= total) return 4;
  if (ticked * 3 >= total * 2) return 3;
  return ticked * 3 >= total ? 2 : 1;
}

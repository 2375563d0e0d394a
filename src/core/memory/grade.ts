/** How well a question was answered: 1 Again, 2 Hard, 3 Good, 4 Easy, as in FSRS. */
export type Grade = 1 | 2 | 3 | 4;

export const grades: readonly Grade[] = [1, 2, 3, 4];

/** A value for each grade. */
export function byGrade<T>(of: (grade: Grade) => T): Record<Grade, T> {
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4) };
}

/** Why less is proposed than the ticks alone would. */
export type Lowering = 'hint' | 'time';

/** How a question was answered, as far as it can be counted. */
export interface Answered {
  /** Key points that were said, and how many there are. */
  readonly ticked: number;
  readonly total: number;
  /** Hints that were shown before the answer. */
  readonly hints: number;
  /** Time until the answer was shown, against the card's own measure. */
  readonly seconds: number;
  readonly minutes: number;
}

export interface Proposal {
  readonly grade: Grade;
  /** How many grades lower it is than the ticks alone would propose. */
  readonly lower: number;
  /** What counts against the answer; there may be more of it than grades to go down. */
  readonly because: readonly Lowering[];
}

/** Proposes a grade: what the ticks are worth, one lower for the use of hints, one lower for twice the card's minutes. */
export function propose({ ticked, total, hints, seconds, minutes }: Answered): Proposal {
  const byTicks = proposeGrade(ticked, total);
  const because: Lowering[] = [];
  if (hints > 0) because.push('hint');
  if (seconds > 2 * 60 * minutes) because.push('time');
  const grade = Math.max(1, byTicks - because.length) as Grade;
  return { grade, lower: byTicks - grade, because };
}

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

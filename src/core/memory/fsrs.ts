import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { Grade } from './grade';

/** What FSRS-6 remembers of a question: stability in study days, difficulty from 1 to 10. */
export interface MemoryState {
  readonly stability: number;
  readonly difficulty: number;
}

let shared: FSRSAlgorithm | undefined;

/** FSRS-6 with its default weights; made at first use, since making it is work. */
function algorithm(): FSRSAlgorithm {
  shared ??= new FSRSAlgorithm(generatorParameters());
  return shared;
}

/**
 * The memory after a grade, `days` whole study days after the last one (0 on the same day; a negative number, which
 * a changed clock can give, counts as 0). `state` is undefined for the first review.
 */
export function remember(state: MemoryState | undefined, days: number, grade: Grade): MemoryState {
  return algorithm().next_state(state ?? null, Math.max(0, days), grade);
}

/** Expected recall from 0 to 1 after `days` study days: R(t, S) of FSRS-6. */
export function recallAfter(state: MemoryState, days: number): number {
  return algorithm().forgetting_curve(Math.max(0, days), state.stability);
}

/**
 * Study days until recall has fallen to `retention` (0.7 to 0.99): at least 1, at most 36,500.
 * After Again it is 0: the question stays due on its day.
 */
export function intervalAfter(state: MemoryState, grade: Grade, retention: number): number {
  if (grade === 1) return 0;
  const days = Math.round(state.stability * algorithm().calculate_interval_modifier(retention));
  return Math.min(Math.max(days, 1), 36_500);
}

import { studyDay } from '../memory/studyDay';
import type { ProgressEvent } from './event';

/** How regularly a person practises. */
export interface Habits {
  /** Days in a row with reviews up to now; today may still be empty without ending them. */
  readonly run: number;
  /** Reviews of today, and the time they took. */
  readonly reviews: number;
  readonly seconds: number;
}

/**
 * Follows from the reviews alone; a reset takes nothing away from the days on which somebody practised.
 * @param counted the events that count
 */
export function habitsOf(
  counted: readonly ProgressEvent[],
  { today, dayStartsAt }: { readonly today: number; readonly dayStartsAt: number },
): Habits {
  const days = new Set<number>();
  let [reviews, seconds] = [0, 0];
  for (const event of counted) {
    if (event.kind !== 'review') continue;
    const day = studyDay(event, dayStartsAt);
    days.add(day);
    if (day === today) {
      reviews++;
      seconds += event.seconds;
    }
  }
  const last = days.has(today) ? today : today - 1;
  let run = 0;
  while (days.has(last - run)) run++;
  return { run, reviews, seconds };
}

import { l10n } from 'vscode';
import type { Habits } from '../core/progress/habits';
import { readSettings } from './settings';
import { reviewsWords } from './words';

/** "Today: 12 reviews, 14 of 30 minutes" and "Days in a row: 3": what was done, and nothing of what was missed. */
export function habitWords({ reviews, seconds, run }: Habits): string[] {
  const { minutesPerDay } = readSettings();
  const minutes = Math.round(seconds / 60);
  const time =
    minutesPerDay > 0 ? l10n.t('{0} of {1} minutes', minutes, minutesPerDay) : l10n.t('{0} minutes', minutes);
  const today = l10n.t('Today: {0}, {1}', reviewsWords(reviews), time);
  return run > 1 ? [today, l10n.t('Days in a row: {0}', run)] : [today];
}

import { env, l10n } from 'vscode';
import { withFirmShares } from '../core/bank/plainText';
import type { Question } from '../core/bank/question';
import type { HistoryView } from '../core/protocol';
import type { ProgressStore } from './progressStore';
import { readSettings } from './settings';
import { gradeName, intervalWords } from './words';

/** Every review of a question, newest first, in words. */
export function historyView(question: Question, showing: string, store: ProgressStore): HistoryView {
  const when = new Intl.DateTimeFormat(env.language, { dateStyle: 'medium', timeStyle: 'short' });
  const past = store.engine.historyOf(question.id, store.counted, readSettings());
  const rows = past.map(({ at, grade, seconds, interval, recall, followUps }) => ({
    when: when.format(at * 1000),
    grade: gradeName(grade),
    took: clockWords(seconds),
    interval: interval === undefined ? '' : interval === 0 ? l10n.t('same day') : intervalWords(interval),
    recall: recall === undefined ? '' : shareWords(recall),
    followUps: followUps ? l10n.t('{0} of {1}', followUps, question.followUps.length) : '',
  }));
  return { showing, rows: rows.reverse() };
}

/** "77 %", as the cards and the tree write it */
function shareWords(share: number): string {
  return withFirmShares(l10n.t('{0} %', Math.round(100 * share)));
}

/** "1:20 min" */
function clockWords(seconds: number): string {
  return l10n.t('{0} min', `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
}

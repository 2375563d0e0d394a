import { l10n } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { ProgressStore } from './progressStore';
import { deedWords, gradeName } from './words';

/** What was done last in this window, as the status bar and a screen reader are to say it: "Graded Good."; '' for nothing. */
export function doneWords({ own, undoState }: ProgressStore, bank: BankIndex): string {
  const event = own.at(-1);
  if (!event) return '';
  switch (event.kind) {
    case 'quiz': // The page says at once whether the answer is right.
      return '';
    case 'review':
      return l10n.t('Graded {0}.', gradeName(event.grade));
    case 'undo':
      return undoState.redo ? l10n.t('Undone: {0}', deedWords(undoState.redo, bank)) : '';
    case 'redo':
      return undoState.undo ? l10n.t('Done again: {0}', deedWords(undoState.undo, bank)) : '';
    default:
      return l10n.t('Done: {0}', deedWords(event, bank));
  }
}

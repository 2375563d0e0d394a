import { Disposable, l10n, window } from 'vscode';
import { runCommand } from './ids';
import type { ProgressStore } from './progressStore';
import { readSettings } from './settings';
import type { Today } from './today';
import { questionsWords } from './words';

/** The study day of the last reminder, so that other windows and restarts of that day keep quiet. */
const remindedKey = 'remindedOn';

/**
 * The reminder for those who asked for one: at most one message a study day, when VS Code is started or comes forward,
 * or when the day begins.
 */
export function registerReminder(today: Today, store: ProgressStore): Disposable {
  let day: number | undefined;
  const remind = async () => {
    const { counts } = today;
    if (!counts || counts.day !== store.today || counts.due === 0 || counts.reviews > 0) return;
    if (!readSettings().reminder || store.state.recall(remindedKey) === counts.day) return;
    await store.state.remember(remindedKey, counts.day);
    const review = l10n.t('Review');
    const choice = await window.showInformationMessage(
      l10n.t('MLOps Drill: {0} due today.', questionsWords(counts.due)),
      review,
      l10n.t('Not Today'),
    );
    if (choice === review) await runCommand('mlopsDrill.reviewDue');
  };
  return Disposable.from(
    today.onDidChange((counts) => {
      if (counts.day !== day) void remind();
      day = counts.day;
    }),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) void remind();
    }),
  );
}

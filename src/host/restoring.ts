import { Disposable, l10n, window } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import { eventId, type ProgressEvent, runsOf } from '../core/progress/event';
import type { Backup, Backups } from './backups';
import type { BankFiles } from './bankFiles';
import { nameOf, registerCommand } from './ids';
import { offer } from './offer';
import type { ProgressStore } from './progressStore';
import { eventsWords, questionsWords, reviewsWords } from './words';

/** What resetting and restoring work with. */
export interface RestoringParts {
  readonly bank: BankFiles;
  readonly store: ProgressStore;
  readonly backups: Backups;
}

/** Registers what takes progress away or brings it back: always asked first, always after a backup, always undoable. */
export function registerRestoring({ bank, store, backups }: RestoringParts): Disposable {
  async function resetProgress(wanted: unknown): Promise<void> {
    const index = await bank.index();
    await store.load();
    const topic = nameOf(wanted, 'topic');
    if (topic !== undefined && !index.topic(topic)) {
      void window.showInformationMessage(l10n.t('There is no topic "{0}".', topic));
      return;
    }
    if (!(await confirmReset(topic, index, store)) || !(await backups.makeOrAsk())) return;
    store.record({ kind: 'reset', ...(topic === undefined ? {} : { topic }) });
    await offerUndo(l10n.t('The progress was reset.'), store);
  }

  async function restoreBackup(): Promise<void> {
    await store.load();
    const backup = await pickBackup(await backups.list(), store);
    if (!backup) return;
    const way = await pickWay(changeOf(backup, store), backup.isWhole);
    if (way === undefined || !(await backups.makeOrAsk())) return;
    const added = await store.absorb(backup.events);
    if (way === 'union') {
      void window.showInformationMessage(l10n.t('Brought back from the backup: {0}.', eventsWords(added)));
      return;
    }
    const there = new Set(backup.events.map(eventId));
    store.record({ kind: 'restore', without: runsOf(store.all.filter((e) => !there.has(eventId(e)))) });
    await offerUndo(l10n.t('Your progress is again as it was in the backup.'), store);
  }

  async function backUp(): Promise<void> {
    await store.load();
    const name = await backups.make();
    void (name === undefined
      ? offer(
          window.showErrorMessage,
          l10n.t('The backup could not be written.'),
          [l10n.t('Where Is My Progress?'), 'mlopsDrill.whereIsMyProgress'],
          [l10n.t('Export Progress…'), 'mlopsDrill.exportProgress'],
        )
      : window.showInformationMessage(
          l10n.t('A backup was made, with {0}.', reviewsWords(reviewsIn(store.counted))),
        ));
  }

  return Disposable.from(
    registerCommand('mlopsDrill.resetProgress', resetProgress),
    registerCommand('mlopsDrill.restoreBackup', restoreBackup),
    registerCommand('mlopsDrill.backUp', backUp),
  );
}

async function confirmReset(
  topic: string | undefined,
  index: BankIndex,
  { progress }: ProgressStore,
): Promise<boolean> {
  const asked = [...progress.all]
    .filter(([id, m]) => m.reviews > 0 && (topic === undefined || id.startsWith(`${topic}/`)))
    .map(([, m]) => m.reviews);
  const reviews = asked.reduce((sum, count) => sum + count, 0);
  const reset = l10n.t('Reset');
  const choice = await window.showWarningMessage(
    topic === undefined
      ? l10n.t('Reset the progress of all topics?')
      : l10n.t('Reset the progress of the topic "{0}"?', index.topic(topic)?.title ?? topic),
    {
      modal: true,
      detail: l10n.t(
        'New again: {0} with {1}. Stars, notes and suspended questions stay. A backup is made first, and Undo brings everything back.',
        questionsWords(asked.length),
        reviewsWords(reviews),
      ),
    },
    reset,
  );
  return choice === reset;
}

async function offerUndo(done: string, store: ProgressStore): Promise<void> {
  const { undo } = store.undoState;
  const takeBack = l10n.t('Undo');
  const choice = await window.showInformationMessage(done, takeBack);
  // Only what is meant: meanwhile something else may have been done.
  const isNewest = undo && store.undoState.undo && eventId(store.undoState.undo) === eventId(undo);
  if (choice === takeBack && isNewest) store.undo();
}

/** What restoring a backup would change. */
interface Change {
  /** Events of the backup that are missing here. */
  readonly missing: number;
  /** Reviews that count here and would not any more. */
  readonly later: number;
  /** Whether other events count here than those that counted when the backup was made. */
  readonly isOther: boolean;
}

function changeOf(backup: Backup, store: ProgressStore): Change {
  const here = new Set(store.all.map(eventId));
  const there = new Set(store.engine.effective(backup.events).map(eventId));
  const later = store.counted.filter((event) => !there.has(eventId(event)));
  return {
    missing: backup.events.filter((event) => !here.has(eventId(event))).length,
    later: reviewsIn(later),
    isOther: later.length > 0 || there.size !== store.counted.length,
  };
}

/** What a backup differs in, as its row says it. */
function changeWords(change: Change, isWhole: boolean): string {
  const { missing, isOther } = change;
  const words = [
    missing > 0 ? l10n.t('Has what is missing here: {0}.', eventsWords(missing)) : '',
    isWhole && isOther ? goingBackWords(change) : '',
  ].filter(Boolean);
  if (words.length > 0) return words.join(' ');
  return isWhole ? l10n.t('Same as now.') : l10n.t('Has nothing that is missing here.');
}

function goingBackWords({ later }: Change): string {
  return later > 0
    ? l10n.t('Going back takes away what came later: {0}.', reviewsWords(later))
    : l10n.t('Going back takes back what was done since, such as a reset or a star.');
}

async function pickBackup(backups: readonly Backup[], store: ProgressStore): Promise<Backup | undefined> {
  if (backups.length === 0) {
    void offer(window.showInformationMessage, l10n.t('There is no backup yet.'), [
      l10n.t('Back Up Now'),
      'mlopsDrill.backUp',
    ]);
    return undefined;
  }
  const rows = backups.map((backup) => {
    const change = changeOf(backup, store);
    return {
      backup,
      label: backup.time.toLocaleString(),
      description: backup.isWhole
        ? reviewsWords(reviewsIn(store.engine.effective(backup.events)))
        : l10n.t('not readable as a whole'),
      detail: changeWords(change, backup.isWhole),
    };
  });
  const chosen = await window.showQuickPick(rows, {
    title: l10n.t('Restore a Backup'),
    placeHolder: l10n.t('The backup to restore; the next step says what would change'),
  });
  return chosen?.backup;
}

/** Lets a person choose among the ways that would change something; undefined if there is none, or none was chosen. */
async function pickWay(change: Change, isWhole: boolean): Promise<'union' | 'back' | undefined> {
  const rows = [
    {
      way: 'union' as const,
      isOffered: change.missing > 0,
      label: l10n.t('Bring back what is missing'),
      detail: l10n.t('Adds {0}; nothing is taken away.', eventsWords(change.missing)),
    },
    {
      way: 'back' as const,
      // Going back to what could be read of a damaged backup would take away the rest.
      isOffered: isWhole && change.isOther,
      label: l10n.t('Go back to the state of the backup'),
      detail: `${goingBackWords(change)} ${l10n.t('Undo brings it here again.')}`,
    },
  ].filter(({ isOffered }) => isOffered);
  if (rows.length === 0) {
    void window.showInformationMessage(l10n.t('This backup has nothing that is missing here.'));
    return undefined;
  }
  const chosen = await window.showQuickPick(rows, { title: l10n.t('Restore a Backup') });
  return chosen?.way;
}

function reviewsIn(events: readonly ProgressEvent[]): number {
  return events.filter((event) => event.kind === 'review').length;
}

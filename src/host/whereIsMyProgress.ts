import { type Disposable, env, l10n, type Uri } from 'vscode';
import type { Backups } from './backups';
import { registerCommand } from './ids';
import type { ProgressStore } from './progressStore';
import type { ReportDocuments } from './reportDocuments';
import { reviewsWords } from './words';

/** What the document tells of. */
export interface WhereParts {
  readonly store: ProgressStore;
  readonly backups: Backups;
  readonly documents: ReportDocuments;
}

/** The document that says in plain words where the progress is, with what can be done about it above its text. */
export function registerWhereIsMyProgress(parts: WhereParts): Disposable {
  const show = parts.documents.add({
    name: 'Where Is My Progress',
    describe: () => describe(parts),
    actions: () => [
      ['mlopsDrill.backUp', l10n.t('Back Up Now')],
      ['mlopsDrill.exportProgress', l10n.t('Export…')],
      ['mlopsDrill.importProgress', l10n.t('Import…')],
      ['mlopsDrill.restoreBackup', l10n.t('Restore a Backup…')],
    ],
  });
  return registerCommand('mlopsDrill.whereIsMyProgress', show);
}

async function describe({ store, backups }: WhereParts): Promise<string> {
  await store.load();
  await store.saved();
  const { all, counted } = store;
  const reviews = counted.filter((event) => event.kind === 'review').length;
  const state = store.state.facts();
  const files = await store.files.facts().catch(() => undefined);
  const copies = await backups.facts().catch(() => ({ count: 0, newest: undefined }));
  return [
    l10n.t('# Where is my progress?'),
    l10n.t(
      'Your progress is a log of what you did: {0} so far, and what else you did with a question (events in all: {1}). It is kept in two places, and each is given what it lacks from the other.',
      reviewsWords(reviews),
      all.length,
    ),
    l10n.t("## 1. VS Code's own storage (globalState)"),
    list([
      l10n.t('Events: {0} of {1}, in {2} KB.', state.events, all.length, Math.ceil(state.characters / 1024)),
      ...(state.events < all.length
        ? [l10n.t('The oldest events are in files alone, since VS Code is not made for so long a value.')]
        : []),
      l10n.t('Where: {0}.', statePlace()),
      l10n.t(
        'Settings Sync carries it to your other machines, if you have turned it on there and here. It is never sent anywhere else.',
      ),
      l10n.t('Removed by: {0}.', stateRemoval()),
    ]),
    l10n.t('## 2. Files'),
    list(
      files && files.files > 0
        ? [
            l10n.t('Folder: `{0}`.', shown(store.files.folder)),
            l10n.t('Files: {0}, last written {1}.', files.files, timeWords(files.written)),
            l10n.t('Removed by: uninstalling the extension, which deletes this folder.'),
          ]
        : [l10n.t("None on this machine: VS Code's own storage serves alone.")],
    ),
    l10n.t('## Backups'),
    list([
      l10n.t('Folder: `{0}`.', shown(backups.folder)),
      copies.newest
        ? l10n.t('Backups: {0}, the newest of {1}.', copies.count, copies.newest.toLocaleString())
        : l10n.t('Backups: none yet; one is made on each day on which you practise.'),
      l10n.t(
        'Kept: one of each of the last 7 days, 4 weeks and 12 months, and for a day those that were made before a reset, import or restore.',
      ),
    ]),
    l10n.t('## To be safe'),
    l10n.t(
      'Before you uninstall the extension, change to another VS Code profile or clear site data, use **Export Progress…**. **Import Progress…** brings everything back, here or on another machine, and never counts anything twice.',
    ),
    '',
  ].join('\n\n');
}

function statePlace(): string {
  return env.appHost === 'desktop'
    ? l10n.t('the database of the current VS Code profile on this machine; other profiles have their own')
    : l10n.t('the storage of this browser for this site');
}

function stateRemoval(): string {
  return env.appHost === 'desktop'
    ? l10n.t('nothing short of deleting the profile; it outlives uninstalling the extension')
    : l10n.t('clearing the site data of this browser, or a private window that is closed');
}

function shown(uri: Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
}

function timeWords(time: number | undefined): string {
  return time === undefined ? l10n.t('never') : new Date(time).toLocaleString();
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

import { Disposable, l10n, Uri, window, workspace } from 'vscode';
import { eventId } from '../core/progress/event';
import type { Backups } from './backups';
import type { BankFiles } from './bankFiles';
import { type CommandId, registerCommand } from './ids';
import { type Choice, offer } from './offer';
import type { ProgressStore } from './progressStore';
import { readSettings } from './settings';
import { questionsWords, reviewsWords } from './words';

/** What exchange with files works with. */
export interface ExchangeParts {
  readonly bank: BankFiles;
  readonly store: ProgressStore;
  readonly backups: Backups;
}

/** Registers the commands that write to and read from files of the person's choice. */
export function registerExchange({ bank, store, backups }: ExchangeParts): Disposable {
  async function exportProgress(wanted: unknown): Promise<void> {
    await store.load();
    const date = new Date().toISOString();
    const target = await targetFor(wanted, `mlops-drill-${date.slice(0, 10)}.jsonl`, {
      [l10n.t('Whole log (JSON Lines)')]: ['jsonl'],
      [l10n.t('Reviews for the FSRS optimiser (CSV)')]: ['csv'],
    });
    if (!target) return;
    const isCsv = target.path.toLowerCase().endsWith('.csv');
    const text = isCsv
      ? store.engine.toOptimiserCsv(store.counted, readSettings())
      : store.engine.toJsonLines(store.all, date);
    const reviews = store.counted.filter((event) => event.kind === 'review').length;
    await write({ target, text, what: reviewsWords(reviews), command: 'mlopsDrill.exportProgress' });
  }

  async function importProgress(wanted: unknown): Promise<void> {
    await store.load();
    const source = asUri(wanted) ?? (await chooseSource());
    if (!source) return;
    const text = await read(source);
    if (text === undefined) return;
    const { events, notUnderstood, trouble } = store.engine.fromJsonLines(text);
    if (trouble) {
      void offer(window.showErrorMessage, refusal(trouble), anotherFile());
      return;
    }
    const here = new Set(store.all.map(eventId));
    const fresh = events.filter((event) => !here.has(eventId(event))).length;
    if (notUnderstood.length > 0 && !(await confirmRest(events.length, notUnderstood))) return;
    if (fresh > 0) {
      if (!(await backups.makeOrAsk())) return;
      await store.absorb(events);
    }
    const known = events.length - fresh;
    void window.showInformationMessage(l10n.t('New events imported: {0}. Known already: {1}.', fresh, known));
  }

  async function exportAnki(wanted: unknown): Promise<void> {
    const index = await bank.index();
    const topics = asUri(wanted) ? index.topics.map((t) => t.id) : await chooseTopics(index.topics);
    if (!topics || topics.length === 0) return;
    const target = await targetFor(wanted, 'mlops-questions.tsv', {
      [l10n.t('Text for Anki')]: ['tsv', 'txt'],
    });
    if (!target) return;
    const ids = index.questions.filter((q) => topics.includes(q.topic)).map((q) => q.id);
    const questions = (await Promise.all(ids.map((id) => bank.question(id)))).flatMap((q) => q ?? []);
    const { toAnki } = await import('../core/bank/toAnki');
    const text = toAnki(questions, index.topics);
    const what = questionsWords(questions.length);
    await write({ target, text, what, command: 'mlopsDrill.exportAnki' });
  }

  return Disposable.from(
    registerCommand('mlopsDrill.exportProgress', exportProgress),
    registerCommand('mlopsDrill.importProgress', importProgress),
    registerCommand('mlopsDrill.exportAnki', exportAnki),
  );
}

/** A file that a command was called with: as a Uri, or as a keybinding can give it, by its path or address. */
function asUri(wanted: unknown): Uri | undefined {
  if (wanted instanceof Uri) return wanted;
  if (typeof wanted !== 'string' || wanted === '') return undefined;
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(wanted) ? Uri.parse(wanted) : Uri.file(wanted);
}

/** The file that a command was called with, or one that the person chooses. */
async function targetFor(
  wanted: unknown,
  name: string,
  filters: Readonly<Record<string, string[]>>,
): Promise<Uri | undefined> {
  const given = asUri(wanted);
  if (given) return given;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, name) } : {}),
    filters: { ...filters },
  });
}

async function chooseSource(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Import Progress'),
    filters: { [l10n.t('Exported progress')]: ['jsonl', 'txt'] },
  });
  return chosen?.[0];
}

async function chooseTopics(
  topics: readonly { readonly id: string; readonly title: string }[],
): Promise<string[] | undefined> {
  const rows = topics.map(({ id, title }) => ({ id, label: title, picked: true }));
  const chosen = await window.showQuickPick(rows, {
    title: l10n.t('Export Questions to Anki'),
    placeHolder: l10n.t('Topics to export'),
    canPickMany: true,
  });
  return chosen?.map((row) => row.id);
}

/** What is written to a file, and the command that can write it elsewhere. */
interface Export {
  readonly target: Uri;
  readonly text: string;
  /** What it holds, for people. */
  readonly what: string;
  readonly command: CommandId;
}

async function write({ target, text, what, command }: Export): Promise<void> {
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    const name = target.path.split('/').at(-1) ?? target.path;
    void window.showInformationMessage(l10n.t('Exported {0} to {1}.', what, name));
  } catch (error) {
    const sentence = l10n.t('{0} could not be written: {1}', target.path, reason(error));
    void offer(window.showErrorMessage, sentence, [l10n.t('Choose Another Place…'), command]);
  }
}

async function read(source: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(source));
  } catch (error) {
    const sentence = l10n.t('{0} could not be read: {1}', source.path, reason(error));
    void offer(window.showErrorMessage, sentence, anotherFile());
    return undefined;
  }
}

function reason(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.endsWith('.') ? words : `${words}.`;
}

function refusal(trouble: 'no header' | 'newer'): string {
  return trouble === 'newer'
    ? l10n.t(
        'This file was exported by a newer version of MLOps Interview Drill: update the extension, then import it.',
      )
    : l10n.t('This is not exported progress.');
}

function anotherFile(): Choice {
  return [l10n.t('Choose Another File…'), 'mlopsDrill.importProgress'];
}

async function confirmRest(understood: number, lines: readonly number[]): Promise<boolean> {
  const rest = l10n.t('Import the Rest');
  const choice = await window.showWarningMessage(
    l10n.t('Some lines of this file were not understood: {0}.', lineWords(lines)),
    { modal: true, detail: l10n.t('{0} other lines are fine. Nothing has been imported yet.', understood) },
    rest,
  );
  return choice === rest;
}

/** "3, 7, 12 and 40 more". */
function lineWords(lines: readonly number[]): string {
  const shown = lines.slice(0, 10).join(', ');
  return lines.length > 10 ? l10n.t('{0} and {1} more', shown, lines.length - 10) : shown;
}

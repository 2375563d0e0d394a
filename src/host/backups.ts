import { type Disposable, type LogOutputChannel, l10n, Uri, window } from 'vscode';
import { backupName, backupTime, superfluousBackups } from '../core/progress/backups';
import type { ProgressEvent } from '../core/progress/event';
import type { ProgressStore } from './progressStore';
import { fileNames, readText, removeFile, writeWhole } from './wholeFiles';

/** A backup that can be read. */
export interface Backup {
  readonly name: string;
  readonly time: Date;
  readonly events: readonly ProgressEvent[];
  /** Whether all of it could be read. */
  readonly isWhole: boolean;
}

/** Copies of the whole log in a folder of their own: one each day on which something was done, and before what is risky. */
export class Backups implements Disposable {
  readonly folder: Uri;
  private doneFor: number | undefined;
  private writing: Promise<unknown> = Promise.resolve();
  private readonly subscription: Disposable;

  constructor(
    private readonly store: ProgressStore,
    storage: Uri,
    private readonly log: LogOutputChannel,
  ) {
    this.folder = Uri.joinPath(storage, 'backups');
    this.subscription = store.onDidChange(() => void this.daily());
  }

  /** Makes a backup now and thins the old ones. Resolves with its name; undefined if it could not be written. */
  make(): Promise<string | undefined> {
    const made = this.writing.then(async () => {
      try {
        const name = backupName(new Date());
        await writeWhole(Uri.joinPath(this.folder, name), this.store.engine.encodeLog(this.store.all));
        for (const old of superfluousBackups(await fileNames(this.folder))) {
          if (old !== name) await removeFile(Uri.joinPath(this.folder, old));
        }
        return name;
      } catch (error) {
        this.log.warn('A backup could not be written.', String(error));
        return undefined;
      }
    });
    this.writing = made;
    return made;
  }

  /** Makes a backup before something risky; false if there is none and the person would rather not go on without it. */
  async makeOrAsk(): Promise<boolean> {
    if ((await this.make()) !== undefined) return true;
    const goOn = l10n.t('Go On Without');
    const choice = await window.showWarningMessage(
      l10n.t('The backup could not be written.'),
      { modal: true, detail: l10n.t('What you are about to do can be undone all the same.') },
      goOn,
    );
    return choice === goOn;
  }

  /** How many backups there are, and when the newest was made. */
  async facts(): Promise<{ readonly count: number; readonly newest?: Date }> {
    const times = (await fileNames(this.folder)).sort().flatMap((name) => backupTime(name) ?? []);
    const newest = times.at(-1);
    return { count: times.length, ...(newest ? { newest } : {}) };
  }

  /** The backups, newest first. */
  async list(): Promise<Backup[]> {
    const names = (await fileNames(this.folder)).sort().reverse();
    const read = names.map(async (name): Promise<Backup[]> => {
      const time = backupTime(name);
      const text = time && (await readText(Uri.joinPath(this.folder, name)));
      if (!time || text === undefined) return [];
      const { events, trouble } = this.store.engine.decodeLog(text);
      return [{ name, time, events, isWhole: trouble === undefined }];
    });
    return (await Promise.all(read)).flat();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** At the first change of a study day, unless there is a backup of this day. */
  private async daily(): Promise<void> {
    const { today } = this.store;
    if (this.doneFor === today || this.store.all.length === 0) return;
    this.doneFor = today;
    const times = (await fileNames(this.folder).catch(() => [])).flatMap((name) => backupTime(name) ?? []);
    const { progress } = this.store;
    const zone = 0 - new Date().getTimezoneOffset();
    if (times.some((time) => progress.dayOf({ at: time.getTime() / 1000, zone }) === today)) return;
    await this.make();
  }
}

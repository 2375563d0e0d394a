import { type Disposable, type LogOutputChannel, Uri } from 'vscode';
import { backupName, backupTime, superfluousBackups } from '../core/progress/backups';
import type { ProgressEvent } from '../core/progress/event';
import type { ProgressStore } from './progressStore';
import { fileNames, readText, removeFile, writeWhole } from './wholeFiles';

/** A backup that can be read. */
export interface Backup {
  readonly name: string;
  readonly time: Date;
  readonly events: readonly ProgressEvent[];
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
          await removeFile(Uri.joinPath(this.folder, old));
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

  /** The backups, newest first. */
  async list(): Promise<Backup[]> {
    const names = (await fileNames(this.folder)).sort().reverse();
    const read = names.map(async (name): Promise<Backup[]> => {
      const time = backupTime(name);
      const text = time && (await readText(Uri.joinPath(this.folder, name)));
      return time && text !== undefined
        ? [{ name, time, events: this.store.engine.decodeLog(text).events }]
        : [];
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

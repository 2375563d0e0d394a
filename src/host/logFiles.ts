import { type Disposable, EventEmitter, RelativePattern, Uri, workspace } from 'vscode';
import type * as Engine from '../core/progress/engine';
import { eventId, type ProgressEvent } from '../core/progress/event';
import { fileFacts, fileNames, readText, removeFile, renameFile, writeWhole } from './wholeFiles';

/** What the files held. */
export interface FilesContent {
  /** Events of all files; one may be there twice. */
  readonly events: readonly ProgressEvent[];
  /** Files of which a part could not be read. */
  readonly troubles: readonly { readonly name: string; readonly trouble: FileTrouble }[];
}

/** Why a file gave not all that is in it. `closed`: the disk did not let us read it. */
export type FileTrouble = 'damaged' | 'newer' | 'closed';

interface KnownFile {
  readonly mtime: number;
  readonly size: number;
  readonly events: readonly ProgressEvent[];
  readonly trouble?: FileTrouble;
}

/** A file that nobody has written to for so long is put together with others; its window has most likely ended. */
const finishedAfterMs = 3_600_000;
/** A file that cannot be read whole is being written, unless it has stood like that for so long. */
const settledAfterMs = 60_000;

/**
 * The replica of the log in files of one folder. `<window>-a.log` and `<window>-b.log` hold the events of one window,
 * which alone writes them, in turns: a write that is cut short leaves the other one whole, and takes a seventh of the
 * time that writing beside and renaming takes (measured). `all-<window>.log` holds a whole log, and what is in it need
 * not be in the others.
 */
export class LogFiles implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Fires when another window has written or something was removed. */
  readonly onDidChange = this.changed.event;

  private readonly known = new Map<string, KnownFile>();
  private watcher: Disposable | undefined;
  private readonly wholeName: string;
  private turn: 'a' | 'b' = 'a';
  /** The files that this window has removed itself. */
  private readonly removed = new Set<string>();

  constructor(
    readonly folder: Uri,
    private readonly window: string,
  ) {
    this.wholeName = `all-${window}.log`;
  }

  /** Begins to listen to other windows; not at activation, since it takes a quarter of that (measured). */
  watch(): void {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(this.folder, '*.log'));
    const hear = (uri: Uri) => this.isOwn(nameOf(uri)) || this.changed.fire();
    watcher.onDidCreate(hear);
    watcher.onDidChange(hear);
    watcher.onDidDelete((uri) => this.removed.delete(nameOf(uri)) || this.changed.fire());
    this.watcher = watcher;
  }

  /** Reads what has changed since the last time. A damaged file is given another name and stays as it is. */
  async load(engine: typeof Engine): Promise<FilesContent> {
    const names = (await fileNames(this.folder)).filter((name) => name.endsWith('.log'));
    for (const name of this.known.keys()) if (!names.includes(name)) this.known.delete(name);
    await Promise.all(names.map((name) => this.read(name, engine)));
    const troubles: { name: string; trouble: FileTrouble }[] = [];
    for (const [name, { trouble, mtime }] of this.known) {
      const twin = this.known.get(twinOf(name));
      // Its window has been stopped in the middle of a write, or is writing now.
      const isPassing = trouble === 'damaged' && Date.now() - mtime < settledAfterMs;
      if (!trouble || isPassing || (twin && !twin.trouble)) continue;
      troubles.push({ name, trouble });
      if (trouble === 'damaged') await this.putAside(name);
    }
    return { events: [...this.known.values()].flatMap((file) => file.events), troubles };
  }

  /** Names a file so that it is not read again, and kept. A folder that cannot be written leaves it as it is. */
  private async putAside(name: string): Promise<void> {
    try {
      await renameFile(this.at(name), `${name}.damaged`);
    } catch {
      // It is found damaged once more the next time, which harms nobody.
    }
  }

  private async read(name: string, engine: typeof Engine): Promise<void> {
    try {
      await this.readChanged(name, engine);
    } catch {
      this.known.set(name, {
        mtime: 0,
        size: -1,
        events: this.known.get(name)?.events ?? [],
        trouble: 'closed',
      });
    }
  }

  private async readChanged(name: string, engine: typeof Engine): Promise<void> {
    const facts = await fileFacts(this.at(name));
    const before = this.known.get(name);
    if (!facts || (before?.mtime === facts.mtime && before.size === facts.size)) return;
    const text = await readText(this.at(name));
    if (text === undefined) return;
    // A disk that was full leaves an empty file.
    const content = text === '' ? { events: [] } : engine.decodeLog(text);
    this.known.set(name, { mtime: facts.mtime, size: facts.size, ...content });
  }

  /** Writes the events of this window. */
  async saveOwn(events: readonly ProgressEvent[], engine: typeof Engine): Promise<void> {
    const text = new TextEncoder().encode(engine.encodeLog(events));
    await workspace.fs.writeFile(this.at(`${this.window}-${this.turn}.log`), text);
    this.turn = this.turn === 'a' ? 'b' : 'a';
  }

  /** Writes a whole log, for events that stand in no file yet. */
  async saveWhole(events: readonly ProgressEvent[], engine: typeof Engine): Promise<void> {
    await writeWhole(this.at(this.wholeName), engine.encodeLog(events));
  }

  /** Whether there are files of ended windows that `fold` would put together. */
  async needsFolding(): Promise<boolean> {
    const names = await this.foldable();
    return names.some((name) => !name.startsWith('all-')) || names.length > 1;
  }

  /**
   * Puts the files of ended windows together into one, which has to be read back whole before they are removed.
   * @param events the whole log, which the other replica has as well
   */
  async fold(events: readonly ProgressEvent[], engine: typeof Engine): Promise<void> {
    await this.saveWhole(events, engine);
    const written = engine.decodeLog((await readText(this.at(this.wholeName))) ?? '').events;
    const safe = new Set(written.map(eventId));
    for (const name of await this.foldable()) {
      // Read once more: its window may have come back meanwhile.
      const before = await fileFacts(this.at(name));
      const { events: held, trouble } = engine.decodeLog((await readText(this.at(name))) ?? '');
      if (trouble === 'newer' || !held.every((event) => safe.has(eventId(event)))) continue;
      if ((await fileFacts(this.at(name)))?.mtime !== before?.mtime) continue;
      this.removed.add(name);
      await removeFile(this.at(name));
    }
  }

  /** When one of the files was written last, and how many there are. */
  async facts(): Promise<{ readonly files: number; readonly written?: number }> {
    const names = (await fileNames(this.folder)).filter((name) => name.endsWith('.log'));
    const facts = await Promise.all(names.map((name) => fileFacts(this.at(name))));
    const times = facts.flatMap((fact) => fact?.mtime ?? []);
    return { files: names.length, ...(times.length > 0 ? { written: Math.max(...times) } : {}) };
  }

  dispose(): void {
    this.watcher?.dispose();
    this.changed.dispose();
  }

  private async foldable(): Promise<string[]> {
    const names = (await fileNames(this.folder)).filter((name) => !this.isOwn(name));
    const old = await Promise.all(
      names.map(async (name) => {
        const facts = await fileFacts(this.at(name));
        return facts && Date.now() - facts.mtime > finishedAfterMs ? [name] : [];
      }),
    );
    for (const name of old.flat()) if (name.endsWith('.part')) await removeFile(this.at(name));
    return old.flat().filter((name) => name.endsWith('.log'));
  }

  private isOwn(name: string): boolean {
    return name === this.wholeName || name.startsWith(`${this.window}-`);
  }

  private at(name: string): Uri {
    return Uri.joinPath(this.folder, name);
  }
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The other one of the two files of a window. */
function twinOf(name: string): string {
  return name.replace(/-([ab])\.log$/, (_, turn) => (turn === 'a' ? '-b.log' : '-a.log'));
}

import { Disposable, type LogOutputChannel, type Memento, Uri, window } from 'vscode';
import type * as Engine from '../core/progress/engine';
import { eventId, type ProgressEvent } from '../core/progress/event';
import { LogFiles } from './logFiles';
import { LogState } from './logState';
import { StoreMessages } from './storeMessages';

/** Time between a deed and its write to `globalState`, in which the panel shows what comes next. */
const writeAfterMs = 100;
/** Longer than any disk takes that still works. */
const writeWithinMs = 3000;
/** Time until the write of another window to `globalState` has come round to this one. */
const reconcileAfterMs = 1000;

/** The log in memory, which the replicas are given and which takes in what they hold. */
export interface LogInMemory {
  /** The id of this window. */
  readonly window: string;
  /** All events, in order, and those that this window has recorded. */
  readonly all: readonly ProgressEvent[];
  readonly own: readonly ProgressEvent[];
  /** Adds events that are not there yet. */
  merge(events: readonly ProgressEvent[]): void;
}

/** Where the log is stored. */
export interface ReplicaParts {
  readonly memory: LogInMemory;
  readonly state: Memento & { setKeysForSync(keys: readonly string[]): void };
  /** `globalStorageUri`. */
  readonly storage: Uri;
  readonly log: LogOutputChannel;
}

/**
 * Keeps the two replicas of the log, `globalState` and the files, equal to the log in memory. They are merged, never
 * assumed, because other windows and machines write there as well; each is given what it lacks.
 */
export class LogReplicas implements Disposable {
  readonly files: LogFiles;
  readonly state: LogState;
  private readonly memory: LogInMemory;
  private readonly messages: StoreMessages;
  private readonly log: LogOutputChannel;
  private readonly subscriptions: Disposable;

  private loaded: typeof Engine | undefined;
  /** How much of what this window has recorded is in its file. */
  private ownInFile = 0;
  /** Whether all the rest of the log is in files. */
  private othersInFiles = false;
  private fileWrite: Promise<boolean> = Promise.resolve(true);
  private stateWrite: Promise<void> = Promise.resolve();
  private stateWriteWaits = false;
  private reconciling: Promise<void> = Promise.resolve();
  private reconcileSoon: ReturnType<typeof setTimeout> | undefined;

  constructor({ memory, state, storage, log }: ReplicaParts) {
    this.memory = memory;
    this.log = log;
    this.messages = new StoreMessages(log);
    this.state = new LogState(state);
    this.files = new LogFiles(Uri.joinPath(storage, 'log'), memory.window);
    this.subscriptions = Disposable.from(
      this.files,
      this.files.onDidChange(() => void this.hearOthers()),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.loaded) void this.reconcile();
      }),
      new Disposable(() => clearTimeout(this.reconcileSoon)),
    );
  }

  /** Reads both replicas into memory; afterwards each is given what it lacks. */
  async load(engine: typeof Engine): Promise<void> {
    this.loaded = engine;
    this.files.watch();
    await this.takeInFiles();
    this.takeInState();
    this.memory.merge(this.state.readAside(engine));
    void this.reconcile().then(() => this.fold());
  }

  /** Begins to write what this window has just recorded. */
  save(): void {
    this.saveOwn();
    this.saveState();
  }

  /** Stores what was merged into memory from elsewhere. */
  async saveMerged(): Promise<void> {
    this.othersInFiles = false;
    await this.reconcile();
    await this.saved();
  }

  /** Takes the union of memory and both replicas, and gives each replica what it lacks. One at a time. */
  reconcile(): Promise<void> {
    this.reconciling = this.reconciling
      .then(() => this.compare())
      .catch((error) => this.log.error('The copies of the progress could not be compared.', String(error)));
    return this.reconciling;
  }

  /** See `ProgressStore.durable`. */
  async durable(): Promise<void> {
    if (!(await this.fileWrite)) await this.stateWrite;
  }

  /** See `ProgressStore.isDurable`. */
  get isDurable(): boolean {
    return this.ownInFile === this.memory.own.length;
  }

  /** See `ProgressStore.saved`. */
  async saved(): Promise<void> {
    await this.fileWrite;
    await this.stateWrite;
    await this.state.idle();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async compare(): Promise<void> {
    await this.fileWrite;
    const inFiles = await this.takeInFiles();
    this.takeInState();
    // What cannot be read may have everything: nothing is concluded from that.
    if (inFiles) {
      this.othersInFiles =
        this.memory.all.every((event) => event.by === this.memory.window || inFiles.has(eventId(event))) ||
        (await this.writeFiles('whole', () => this.files.saveWhole(this.memory.all, this.engine)));
      if (this.memory.own.some((event) => !inFiles.has(eventId(event)))) {
        this.ownInFile = 0; // Somebody has removed our file.
        this.saveOwn();
      }
    }
    if (this.state.lacks(this.memory.all)) this.saveState();
  }

  /** Another window has written: its events are to be seen at once, and later everything is compared. */
  private async hearOthers(): Promise<void> {
    if (!this.loaded) return;
    this.compareSoon();
    await this.takeInFiles();
  }

  private compareSoon(): void {
    clearTimeout(this.reconcileSoon);
    this.reconcileSoon = setTimeout(() => void this.reconcile(), reconcileAfterMs);
  }

  /** Reads the files; gives the identities of all events that they hold, undefined if that cannot be known. */
  private async takeInFiles(): Promise<ReadonlySet<string> | undefined> {
    try {
      const { events, troubles } = await this.files.load(this.engine);
      for (const { name, trouble } of troubles) this.messages.unreadable(`the file ${name}`, trouble);
      this.memory.merge(events);
      const isOpen = troubles.every(({ trouble }) => trouble !== 'closed');
      return isOpen ? new Set(events.map(eventId)) : undefined;
    } catch (error) {
      // Some web hosts have no files: the other replica serves alone.
      this.log.warn('The files with progress cannot be read.', String(error));
      return undefined;
    }
  }

  private takeInState(): void {
    const stored = this.state.read(this.engine);
    if (stored?.trouble) this.messages.unreadable('the stored value', stored.trouble);
    if (stored) {
      const before = this.memory.all;
      this.memory.merge(stored.events);
      this.othersInFiles &&= this.memory.all === before;
    }
  }

  /** Puts the files of ended windows together when both replicas have everything. */
  private async fold(): Promise<void> {
    try {
      if (!(await this.files.needsFolding())) return;
      await this.saved();
      if (!this.state.lacks(this.memory.all)) await this.files.fold(this.memory.all, this.engine);
    } catch (error) {
      this.log.warn('The files of earlier windows could not be put together; they stay.', String(error));
    }
  }

  /** Writes this window's events to its file; calls during a write make one more. */
  private saveOwn(): void {
    const wanted = this.memory.own.length;
    this.fileWrite = this.fileWrite.then(async () => {
      if (this.ownInFile >= wanted) return true;
      const { own } = this.memory;
      const isWritten = await this.writeFiles('files', () => this.files.saveOwn(own, this.engine));
      if (isWritten) this.ownInFile = own.length;
      return isWritten;
    });
  }

  /** Writes to the files; a disk that does not answer counts as one that refuses. */
  private async writeFiles(what: 'files' | 'whole', write: () => Promise<void>): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The disk does not answer.')), writeWithinMs);
    });
    try {
      await Promise.race([write(), late]);
      this.messages.over(what);
      return true;
    } catch (error) {
      this.messages.filesFailed(what, error);
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Writes the log to `globalState` soon; calls before the write begins make one write. */
  private saveState(): void {
    if (this.stateWriteWaits) return;
    this.stateWriteWaits = true;
    this.stateWrite = this.stateWrite.then(async () => {
      // The next card first: a person waits for it, and a write at the same moment doubles its time (measured).
      await new Promise((resolve) => setTimeout(resolve, writeAfterMs));
      const ownInFile = await this.fileWrite;
      this.stateWriteWaits = false;
      this.takeInState();
      if (this.state.isNewer && ownInFile) return; // Older text would only get in the way of the newer one.
      try {
        const isCut = await this.state.write(this.memory.all, ownInFile && this.othersInFiles, this.engine);
        if (isCut) this.messages.cut();
        this.messages.over('state');
        // Without files only this tells of what another window has written over.
        if (!ownInFile) this.compareSoon();
      } catch (error) {
        this.messages.stateFailed(error, () => this.saveState());
      }
    });
  }

  private get engine(): typeof Engine {
    if (!this.loaded) throw new Error('The log is used before it was loaded.');
    return this.loaded;
  }
}

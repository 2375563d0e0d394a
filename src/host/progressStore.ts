import {
  Disposable,
  EventEmitter,
  type LogOutputChannel,
  type Memento,
  Uri,
  window,
  workspace,
} from 'vscode';
import type * as Engine from '../core/progress/engine';
import {
  compareEvents,
  type Deed,
  eventId,
  type ProgressEvent,
  type Stamp,
  union,
} from '../core/progress/event';
import type { Progress } from '../core/progress/progress';
import type { Replay } from '../core/progress/replay';
import { LogFiles } from './logFiles';
import { LogState } from './logState';
import { readSettings, settingsSection } from './settings';
import { StoreMessages } from './storeMessages';

const daySeconds = 86_400;
/** Time between a deed and its write to `globalState`, in which the panel shows what comes next. */
const writeAfterMs = 100;
/** Time until the write of another window to `globalState` has come round to this one. */
const reconcileAfterMs = 1000;

/** Where the log is stored. */
export interface StoreParts {
  readonly state: Memento & { setKeysForSync(keys: readonly string[]): void };
  /** `globalStorageUri`. */
  readonly storage: Uri;
  readonly log: LogOutputChannel;
}

/**
 * Owns the review log. The truth is the log in memory; `globalState` and the files are replicas that are merged, never
 * assumed, because other windows and machines write there as well. Each is given what it lacks.
 */
export class ProgressStore implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Fires after the log, or the settings by which it is read, have changed. */
  readonly onDidChange = this.changed.event;

  readonly files: LogFiles;
  readonly state: LogState;
  private readonly window = crypto.randomUUID().slice(0, 8);
  private readonly messages: StoreMessages;
  private readonly log: LogOutputChannel;
  private readonly subscriptions: Disposable;

  private events: readonly ProgressEvent[] = [];
  /** What this window has recorded, and how much of it is in its file. */
  private own: readonly ProgressEvent[] = [];
  private ownInFile = 0;
  /** Whether all the rest of the log is in files. */
  private othersInFiles = false;
  private replayed: Replay | undefined;
  private loading: Promise<void> | undefined;
  private loaded: typeof Engine | undefined;
  private fileWrite: Promise<boolean> = Promise.resolve(true);
  private stateWrite: Promise<void> = Promise.resolve();
  private stateWriteWaits = false;
  private reconciling: Promise<void> = Promise.resolve();
  private reconcileSoon: ReturnType<typeof setTimeout> | undefined;

  constructor({ state, storage, log }: StoreParts) {
    this.log = log;
    this.messages = new StoreMessages(log);
    this.state = new LogState(state);
    this.files = new LogFiles(Uri.joinPath(storage, 'log'), this.window);
    this.subscriptions = Disposable.from(
      this.changed,
      this.files,
      this.files.onDidChange(() => void this.hearOthers()),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.loaded) void this.reconcile();
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(settingsSection) && this.loaded) this.refresh();
      }),
      new Disposable(() => clearTimeout(this.reconcileSoon)),
    );
  }

  /** Resolves when the stored log has been read; everything else is to be used after that. */
  load(): Promise<void> {
    this.loading ??= import('../core/progress/engine').then(async (engine) => {
      this.loaded = engine;
      await this.takeInFiles();
      this.takeInState();
      this.merge(this.state.readAside(engine));
      void this.reconcile().then(() => this.fold());
    });
    return this.loading;
  }

  /** What is remembered. */
  get progress(): Progress {
    return this.replay().progress;
  }

  /** The events that count, in order: without corrections and what they took away. */
  get counted(): readonly ProgressEvent[] {
    return this.replay().counted;
  }

  /** The whole log, in order. */
  get all(): readonly ProgressEvent[] {
    return this.events;
  }

  /** The study day of this moment. */
  get today(): number {
    return this.progress.dayOf(this.moment());
  }

  /** What the next undo and redo would concern. */
  get undoState(): { readonly undo?: ProgressEvent; readonly redo?: ProgressEvent } {
    const { stack } = this.replay();
    const [undo, redo] = [stack.done.at(-1), stack.undone.at(-1)];
    return { ...(undo ? { undo } : {}), ...(redo ? { redo } : {}) };
  }

  /** A moment (seconds since the epoch) later than every event so far and not later than any to come: a session's start. */
  nextMoment(): number {
    return Math.max(now(), this.newest() + 1);
  }

  /** Adds what a person did to the log. Tree, panel and status show it at once; `durable` tells when it is stored. */
  record(deed: Deed): void {
    const event: ProgressEvent = { by: this.window, n: this.own.length + 1, ...this.moment(), ...deed };
    const last = this.events.at(-1);
    const isLast = !last || compareEvents(last, event) < 0;
    this.own = [...this.own, event];
    this.events = isLast ? [...this.events, event] : union(this.events, [event]);
    if (!isLast || !this.replayed?.step(event)) this.replayed = undefined;
    this.saveOwn();
    this.saveState();
    this.changed.fire();
  }

  /** Adds events of other windows: an import, a backup. Resolves with their number when they are stored. */
  async absorb(events: readonly ProgressEvent[]): Promise<number> {
    const before = this.events.length;
    this.othersInFiles = false;
    this.merge(events);
    const added = this.events.length - before;
    await this.reconcile();
    await this.saved();
    return added;
  }

  /** Takes the newest deed back; false if there is none. */
  undo(): boolean {
    const { undo } = this.undoState;
    if (undo) this.record({ kind: 'undo', of: eventId(undo) });
    return undo !== undefined;
  }

  /** Does again what was undone last; false if there is nothing. */
  redo(): boolean {
    const { redo } = this.undoState;
    if (redo) this.record({ kind: 'redo', of: eventId(redo) });
    return redo !== undefined;
  }

  /** Resolves when everything recorded so far outlives the end of this window: in a file, or else in `globalState`. */
  async durable(): Promise<void> {
    if (!(await this.fileWrite)) await this.stateWrite;
  }

  /** Resolves when both replicas have been given everything recorded so far, or the person was told that they were not. */
  async saved(): Promise<void> {
    await this.fileWrite;
    await this.stateWrite;
    await this.state.idle();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Takes the union of memory and both replicas, and gives each replica what it lacks. One at a time. */
  private reconcile(): Promise<void> {
    this.reconciling = this.reconciling.then(async () => {
      await this.fileWrite;
      const inFiles = await this.takeInFiles();
      this.takeInState();
      this.othersInFiles =
        this.events.every((event) => event.by === this.window || inFiles.has(eventId(event))) ||
        (await this.writeFiles(() => this.files.saveWhole(this.events, this.engine)));
      if (this.own.some((event) => !inFiles.has(eventId(event)))) {
        this.ownInFile = 0; // Somebody has removed our file.
        this.saveOwn();
      }
      if (this.state.lacks(this.events)) this.saveState();
    });
    return this.reconciling;
  }

  /** Another window has written: its events are to be seen at once, and later everything is compared. */
  private async hearOthers(): Promise<void> {
    if (!this.loaded) return;
    clearTimeout(this.reconcileSoon);
    this.reconcileSoon = setTimeout(() => void this.reconcile(), reconcileAfterMs);
    await this.takeInFiles();
  }

  /** Reads the files; gives the identities of all events that they hold. */
  private async takeInFiles(): Promise<ReadonlySet<string>> {
    try {
      const { events, troubles } = await this.files.load(this.engine);
      for (const { name, trouble } of troubles) this.messages.unreadable(`the file ${name}`, trouble);
      this.merge(events);
      return new Set(events.map(eventId));
    } catch (error) {
      // Some web hosts have no files: the other replica serves alone.
      this.log.warn('The files with progress cannot be read.', String(error));
      return new Set();
    }
  }

  private takeInState(): void {
    const stored = this.state.read(this.engine);
    if (stored?.trouble) this.messages.unreadable('the stored value', stored.trouble);
    if (stored) {
      this.othersInFiles &&= stored.events.length <= this.events.length;
      this.merge(stored.events);
    }
  }

  /** Puts the files of ended windows together when both replicas have everything. */
  private async fold(): Promise<void> {
    try {
      if (!(await this.files.needsFolding())) return;
      await this.saved();
      if (!this.state.lacks(this.events)) await this.files.fold(this.events, this.engine);
    } catch (error) {
      this.log.warn('The files of earlier windows could not be put together; they stay.', String(error));
    }
  }

  private merge(events: readonly ProgressEvent[]): void {
    const merged = union(this.events, events);
    if (merged === this.events) return;
    this.events = merged;
    this.refresh();
  }

  /** Writes this window's events to its file; calls during a write make one more. */
  private saveOwn(): void {
    const wanted = this.own.length;
    this.fileWrite = this.fileWrite.then(async () => {
      if (this.ownInFile >= wanted) return true;
      const { own } = this;
      const isWritten = await this.writeFiles(() => this.files.saveOwn(own, this.engine));
      if (isWritten) this.ownInFile = own.length;
      return isWritten;
    });
  }

  private async writeFiles(write: () => Promise<void>): Promise<boolean> {
    try {
      await write();
      this.messages.over('files');
      return true;
    } catch (error) {
      this.messages.filesFailed(error);
      return false;
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
      try {
        const isCut = await this.state.write(this.events, ownInFile && this.othersInFiles, this.engine);
        if (isCut) this.messages.cut();
        this.messages.over('state');
      } catch (error) {
        this.messages.stateFailed(error, () => this.saveState());
      }
    });
  }

  private refresh(): void {
    this.replayed = undefined;
    this.changed.fire();
  }

  private replay(): Replay {
    this.replayed ??= new this.engine.Replay(this.events, readSettings());
    return this.replayed;
  }

  /** What reads and writes logs; there after `load`. */
  get engine(): typeof Engine {
    if (!this.loaded) throw new Error('The log is used before it was loaded.');
    return this.loaded;
  }

  private moment(): Pick<Stamp, 'at' | 'zone'> {
    return { at: this.nextMoment(), zone: 0 - new Date().getTimezoneOffset() };
  }

  /** Time of the newest event, unless its clock was more than a day ahead of ours. */
  private newest(): number {
    const at = this.events.at(-1)?.at ?? 0;
    return at > now() + daySeconds ? 0 : at;
  }
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}

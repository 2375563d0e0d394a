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
/** Longer than any disk takes that still works. */
const writeWithinMs = 3000;
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
  private readonly window = crypto.randomUUID().replaceAll('-', '').slice(0, 12);
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
  /** Time of the newest event of this window. */
  private latest = 0;
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
      this.files.watch();
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

  /**
   * A moment (seconds since the epoch) for a session's start: later than every event so far, except those of a clock
   * that was more than a day ahead, and not later than any to come.
   */
  nextMoment(): number {
    return Math.max(now(), this.newest() + 1, this.latest + 1);
  }

  /** What counts, without events of a clock that was more than a day ahead: what a session can have come to. */
  get settled(): readonly ProgressEvent[] {
    const { counted } = this;
    const limit = horizon();
    let end = counted.length;
    while (end > 0 && (counted[end - 1] as ProgressEvent).at > limit) end--;
    return end === counted.length ? counted : counted.slice(0, end);
  }

  /** Adds what a person did to the log. Tree, panel and status show it at once; `durable` tells when it is stored. */
  record(deed: Deed): void {
    const event: ProgressEvent = { by: this.window, n: this.own.length + 1, ...this.moment(), ...deed };
    this.latest = event.at;
    const last = this.events.at(-1);
    const isLast = !last || compareEvents(last, event) < 0;
    this.own = [...this.own, event];
    this.events = isLast ? [...this.events, event] : union(this.events, [event]);
    if (!isLast || !this.replayed?.step(event)) this.replayed = undefined;
    this.saveOwn();
    this.saveState();
    this.changed.fire();
  }

  /** Adds events of other windows: an import, a backup. Resolves with their number as `saved` does. */
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

  /**
   * Resolves when everything recorded so far outlives the end of this window, in a file or else in `globalState`, or the
   * person was told that it does not.
   */
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
    this.reconciling = this.reconciling
      .then(() => this.compare())
      .catch((error) => this.log.error('The copies of the progress could not be compared.', String(error)));
    return this.reconciling;
  }

  private async compare(): Promise<void> {
    await this.fileWrite;
    const inFiles = await this.takeInFiles();
    this.takeInState();
    // What cannot be read may have everything: nothing is concluded from that.
    if (inFiles) {
      this.othersInFiles =
        this.events.every((event) => event.by === this.window || inFiles.has(eventId(event))) ||
        (await this.writeFiles('whole', () => this.files.saveWhole(this.events, this.engine)));
      if (this.own.some((event) => !inFiles.has(eventId(event)))) {
        this.ownInFile = 0; // Somebody has removed our file.
        this.saveOwn();
      }
    }
    if (this.state.lacks(this.events)) this.saveState();
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
      this.merge(events);
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
      const before = this.events;
      this.merge(stored.events);
      this.othersInFiles &&= this.events === before;
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
        const isCut = await this.state.write(this.events, ownInFile && this.othersInFiles, this.engine);
        if (isCut) this.messages.cut();
        this.messages.over('state');
        // Without files only this tells of what another window has written over.
        if (!ownInFile) this.compareSoon();
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
    this.replayed ??= new this.engine.Replay(this.events, readSettings(), horizon());
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

  /** Time of the newest event whose clock was not more than a day ahead of ours. */
  private newest(): number {
    const limit = horizon();
    let place = this.events.length - 1;
    while (place >= 0 && (this.events[place] as ProgressEvent).at > limit) place--;
    return this.events[place]?.at ?? 0;
  }
}

/** What is dated later than this comes from a clock that was wrong. */
function horizon(): number {
  return now() + daySeconds;
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}

import {
  Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  type Memento,
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
import { type UndoState, undoState } from '../core/progress/undo';
import { readSettings, settingsSection } from './settings';

/** The one key that is synced, for all time: another version must find it and never drop it. */
const logKey = 'log';
/** Values that could not be read whole: kept, and never synced. */
const asideKey = 'keptAside';
const daySeconds = 86_400;
/** Time between a deed and its write, in which the panel shows what comes next. */
const writeAfterMs = 100;

/**
 * Owns the review log. The truth is the log in memory; `globalState` is a replica that is merged, never assumed,
 * because other windows and machines write there as well.
 */
export class ProgressStore implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Fires after the log, or the settings by which it is read, have changed. */
  readonly onDidChange = this.changed.event;

  private readonly window = crypto.randomUUID().slice(0, 8);
  private written = 0;
  private events: readonly ProgressEvent[] = [];
  private replayed: { counted: ProgressEvent[]; progress: Progress } | undefined;
  private loading: Promise<void> | undefined;
  private loaded: typeof Engine | undefined;
  private seen: unknown;
  private savePending = false;
  private writing: Promise<void> = Promise.resolve();
  private readonly subscriptions: Disposable;

  constructor(
    private readonly state: Memento & { setKeysForSync(keys: readonly string[]): void },
    private readonly log: LogOutputChannel,
  ) {
    state.setKeysForSync([logKey]);
    this.subscriptions = Disposable.from(
      this.changed,
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.loaded) this.merge();
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(settingsSection)) this.refresh();
      }),
    );
  }

  /** Resolves when the stored log has been read; everything else is to be used after that. */
  load(): Promise<void> {
    this.loading ??= import('../core/progress/engine').then((engine) => {
      this.loaded = engine;
      this.merge();
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

  /** The study day of this moment. */
  get today(): number {
    return this.progress.dayOf(this.moment());
  }

  /** What the next undo and redo would concern. */
  get undoState(): UndoState {
    return undoState(this.events);
  }

  /** A moment (seconds since the epoch) later than every event so far and not later than any to come: a session's start. */
  nextMoment(): number {
    return Math.max(now(), this.newest() + 1);
  }

  /** Adds what a person did to the log. Tree, panel and status show it at once; the write follows. */
  record(deed: Deed): void {
    const event: ProgressEvent = { by: this.window, n: ++this.written, ...this.moment(), ...deed };
    const last = this.events.at(-1);
    const isLast = !last || compareEvents(last, event) < 0;
    this.events = isLast ? [...this.events, event] : union(this.events, [event]);
    if (this.replayed && isLast && event.kind !== 'undo' && event.kind !== 'redo') {
      this.replayed.counted.push(event);
      this.replayed.progress.apply(event);
    } else {
      this.replayed = undefined;
    }
    this.changed.fire();
    this.save();
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

  /** Resolves when everything recorded so far has been handed to VS Code. */
  async saved(): Promise<void> {
    await this.writing;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Takes in what other windows and machines have written. */
  private merge(): void {
    const stored = this.state.get<unknown>(logKey);
    if (stored === undefined || stored === this.seen) return;
    this.seen = stored;
    const text = typeof stored === 'string' ? stored : JSON.stringify(stored);
    const { events, trouble } = this.engine.decodeLog(text);
    if (trouble) this.keepAside(text, trouble);
    const merged = union(this.events, [...events].sort(compareEvents));
    if (merged !== this.events) {
      this.events = merged;
      this.refresh();
    }
  }

  /** Writes the log soon; many calls before the write begins make one write. */
  private save(): void {
    if (this.savePending) return;
    this.savePending = true;
    this.enqueue(async () => {
      // The next card first: a person waits for it, and a write at the same moment doubles its time (measured).
      await new Promise((resolve) => setTimeout(resolve, writeAfterMs));
      this.savePending = false;
      this.merge();
      const text = this.engine.encodeLog(this.events);
      if (text !== this.state.get(logKey)) await this.state.update(logKey, text);
    });
  }

  /** One write at a time: two at once overwrite each other inside VS Code. */
  private enqueue(write: () => Promise<void>): void {
    this.writing = this.writing.then(write).catch((error) => void this.reportFailure(error));
  }

  private keepAside(text: string, trouble: 'damaged' | 'newer'): void {
    this.log.error(`The stored progress is ${trouble}; its ${text.length} characters are kept aside.`);
    this.enqueue(async () => {
      const aside = this.state.get<readonly string[]>(asideKey) ?? [];
      if (!aside.includes(text)) await this.state.update(asideKey, [...aside, text]);
    });
    void window.showWarningMessage(
      trouble === 'newer'
        ? l10n.t(
            'Your progress was written by a newer version of MLOps Interview Drill; it is kept untouched, and updating the extension here brings it back.',
          )
        : l10n.t(
            'A part of your stored progress is damaged; it is kept aside untouched, and everything that could be read is in use.',
          ),
    );
  }

  private async reportFailure(error: unknown): Promise<void> {
    this.log.error('The progress could not be written.', error instanceof Error ? error : String(error));
    const again = l10n.t('Try Again');
    const choice = await window.showErrorMessage(
      l10n.t('Your last grades could not be saved yet; keep this window open and try again.'),
      again,
    );
    if (choice === again) this.save();
  }

  private refresh(): void {
    this.replayed = undefined;
    this.changed.fire();
  }

  private replay(): { counted: ProgressEvent[]; progress: Progress } {
    if (!this.replayed) {
      const counted = this.engine.effective(this.events);
      this.replayed = { counted, progress: new this.engine.Progress(counted, readSettings()) };
    }
    return this.replayed;
  }

  private get engine(): typeof Engine {
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

import { Disposable, EventEmitter, workspace } from 'vscode';
import type * as Engine from '../core/progress/engine';
import {
  compareEvents,
  type Deed,
  eventId,
  type ProgressEvent,
  type Stamp,
  union,
} from '../core/progress/event';
import { isDeed } from '../core/progress/isDeed';
import type { Progress } from '../core/progress/progress';
import type { Replay } from '../core/progress/replay';
import type { LogFiles } from './logFiles';
import { type LogInMemory, LogReplicas, type ReplicaParts } from './logReplicas';
import type { LogState } from './logState';
import { readSettings, settingsSection } from './settings';

const daySeconds = 86_400;

/** Owns the review log in memory, and says what follows from it. How it is stored is the matter of its replicas. */
export class ProgressStore implements Disposable, LogInMemory {
  private readonly changed = new EventEmitter<void>();
  /** Fires after the log, or the settings by which it is read, have changed. */
  readonly onDidChange = this.changed.event;

  readonly window = crypto.randomUUID().replaceAll('-', '').slice(0, 12);
  private readonly replicas: LogReplicas;
  private readonly subscriptions: Disposable;

  private events: readonly ProgressEvent[] = [];
  private recorded: readonly ProgressEvent[] = [];
  private replayed: Replay | undefined;
  private loading: Promise<void> | undefined;
  private loaded: typeof Engine | undefined;
  /** Time of the newest event or session start of this window. */
  private latest = 0;

  constructor(parts: Omit<ReplicaParts, 'memory'>) {
    this.replicas = new LogReplicas({ ...parts, memory: this });
    this.subscriptions = Disposable.from(
      this.changed,
      this.replicas,
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(settingsSection) && this.loaded) this.refresh();
      }),
    );
  }

  /** Resolves when the stored log has been read; everything else is to be used after that. */
  load(): Promise<void> {
    this.loading ??= import('../core/progress/engine').then(async (engine) => {
      this.loaded = engine;
      await this.replicas.load(engine);
    });
    return this.loading;
  }

  get files(): LogFiles {
    return this.replicas.files;
  }

  get state(): LogState {
    return this.replicas.state;
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

  /** What this window has recorded. */
  get own(): readonly ProgressEvent[] {
    return this.recorded;
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

  /** The same, and no later call gives it again: two sessions that start in one second are two. */
  takeMoment(): number {
    this.latest = this.nextMoment();
    return this.latest;
  }

  /** What counts, without events of a clock that was more than a day ahead: what a session can have come to. */
  get settled(): readonly ProgressEvent[] {
    const { counted } = this;
    const limit = horizon();
    let end = counted.length;
    while (end > 0 && (counted[end - 1] as ProgressEvent).at > limit) end--;
    return end === counted.length ? counted : counted.slice(0, end);
  }

  /**
   * Adds what a person did to the log. Tree, panel and status show it at once; `durable` tells when it is stored.
   * Throws a RangeError for a deed that could not be read again.
   */
  record(deed: Deed): void {
    if (!isDeed({ ...deed })) throw new RangeError(`A deed of the kind "${deed.kind}" has a wrong field.`);
    const event: ProgressEvent = { by: this.window, n: this.recorded.length + 1, ...this.moment(), ...deed };
    this.latest = event.at;
    const last = this.events.at(-1);
    const isLast = !last || compareEvents(last, event) < 0;
    this.recorded = [...this.recorded, event];
    this.events = isLast ? [...this.events, event] : union(this.events, [event]);
    if (!isLast || !this.replayed?.step(event)) this.replayed = undefined;
    this.replicas.save();
    this.changed.fire();
  }

  /** Adds events of other windows: an import, a backup. Resolves with their number as `saved` does. */
  async absorb(events: readonly ProgressEvent[]): Promise<number> {
    const before = this.events.length;
    this.merge(events);
    const added = this.events.length - before;
    await this.replicas.saveMerged();
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
  durable(): Promise<void> {
    return this.replicas.durable();
  }

  /** Whether a file has everything recorded so far. */
  get isDurable(): boolean {
    return this.replicas.isDurable;
  }

  /** Resolves when both replicas have been given everything recorded so far, or the person was told that they were not. */
  saved(): Promise<void> {
    return this.replicas.saved();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Adds events that are not there yet, without storing them. */
  merge(events: readonly ProgressEvent[]): void {
    const merged = union(this.events, events);
    if (merged === this.events) return;
    this.events = merged;
    this.refresh();
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

import type { Memento } from 'vscode';
import type * as Engine from '../core/progress/engine';
import type { ProgressEvent } from '../core/progress/event';

/** The one key that is synced, for all time: another version must find it and never drop it. */
const logKey = 'log';
/** Values that could not be read whole: kept, and never synced. */
const asideKey = 'keptAside';

/**
 * VS Code stores the values of all keys as one text and sends it round at each write: above this many characters the
 * oldest events stay in files alone, if there are files.
 */
const limit = { above: 400 * 1024, downTo: 300 * 1024 };
const noLimit = { above: Number.POSITIVE_INFINITY, downTo: 0 };

/** What the value held, and why some of it could not be read. */
export interface StateContent {
  readonly events: readonly ProgressEvent[];
  readonly trouble?: 'damaged' | 'newer';
}

/** The replica of the log in `globalState`. All its writes go through one queue: two at once overwrite each other. */
export class LogState {
  private seen: unknown;
  private content: StateContent = { events: [] };
  /** How many of the oldest events the last write left to the files. */
  private left = 0;
  private queue: Promise<void> = Promise.resolve();
  /** What `remember` was given: its write may still wait in the queue. */
  private readonly remembered = new Map<string, unknown>();

  constructor(private readonly state: Memento & { setKeysForSync(keys: readonly string[]): void }) {
    state.setKeysForSync([logKey]);
  }

  /** What is stored now; undefined if it is what was read or written last. A value that is not whole is kept aside. */
  read(engine: typeof Engine): StateContent | undefined {
    const stored = this.state.get<unknown>(logKey);
    if (stored === this.seen) return undefined;
    this.seen = stored;
    const text = typeof stored === 'string' ? stored : JSON.stringify(stored);
    this.content = stored === undefined ? { events: [] } : engine.decodeLog(text);
    if (this.content.trouble) this.keepAside(text).catch(() => {}); // It stays where it is until the next write.
    return this.content;
  }

  /** Events of values that were kept aside: what an older version could not read this one perhaps can. */
  readAside(engine: typeof Engine): readonly ProgressEvent[] {
    return this.aside.flatMap((text) => engine.decodeLog(text).events);
  }

  /** Whether the stored value lacks something of a log that has all of it: all but what was left to the files. */
  lacks(events: readonly ProgressEvent[]): boolean {
    return events.length > this.content.events.length + this.left;
  }

  /**
   * Writes a log. `inFiles` says that files hold all of it. Resolves when VS Code has taken it, with whether this was
   * the first time that old events were left to the files; rejects if VS Code did not take it.
   */
  write(events: readonly ProgressEvent[], inFiles: boolean, engine: typeof Engine): Promise<boolean> {
    return this.enqueue(async () => {
      const { text, left } = engine.encodeNewest(events, inFiles ? limit : noLimit);
      if (text !== this.state.get(logKey)) await this.state.update(logKey, text);
      const [before, oldest] = [this.content.events[0], events[0]];
      this.seen = text;
      this.content = { events: events.slice(left) };
      this.left = left;
      return left > 0 && before !== undefined && before === oldest;
    });
  }

  /**
   * Keeps a small value of another key, on this machine only. Resolves when VS Code has taken it; a failure is not
   * worth a word, since nothing depends on it.
   */
  remember(key: string, value: unknown): Promise<void> {
    this.remembered.set(key, value);
    return this.enqueue(async () => this.state.update(key, value)).catch(() => {});
  }

  /** What `remember` has kept, by this version or another: to be checked. */
  recall(key: string): unknown {
    return this.remembered.has(key) ? this.remembered.get(key) : this.state.get<unknown>(key);
  }

  /** Resolves when nothing is being written; never rejects. */
  idle(): Promise<void> {
    return this.queue;
  }

  /** Characters of the stored value, and the number of its events. */
  facts(): { readonly characters: number; readonly events: number } {
    const stored = this.state.get<unknown>(logKey);
    return {
      characters: typeof stored === 'string' ? stored.length : 0,
      events: this.content.events.length,
    };
  }

  private keepAside(text: string): Promise<void> {
    return this.enqueue(async () => {
      const { aside } = this;
      if (!aside.includes(text)) await this.state.update(asideKey, [...aside, text]);
    });
  }

  private get aside(): readonly string[] {
    const stored = this.state.get<unknown>(asideKey);
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string') : [];
  }

  private enqueue<T>(write: () => Promise<T>): Promise<T> {
    const done = this.queue.then(write);
    // The caller hears of a failure; the queue goes on.
    this.queue = done.then(
      () => {},
      () => {},
    );
    return done;
  }
}

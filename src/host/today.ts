import { Disposable, EventEmitter, type LogOutputChannel } from 'vscode';
import { type Habits, habitsOf } from '../core/progress/habits';
import { dueCount, type Source } from '../core/session/queues';
import { newLeft } from '../core/session/review';
import type { BankFiles } from './bankFiles';
import type { ProgressStore } from './progressStore';
import { readSettings } from './settings';

/** What there is to do today, and what was done. */
export interface TodayCounts extends Habits {
  readonly day: number;
  /** Questions that are due. */
  readonly due: number;
  /** New questions that the day's limit still allows. */
  readonly newLeft: number;
}

/** Nothing is read before VS Code has come to rest after its start. */
const startAfterMs = 3000;
/** The next card first: who grades waits for it. */
const countAfterMs = 150;
/** How often it is asked whether a new study day has begun. */
const dayCheckMs = 60_000;

/** Bank and progress of now, for everything that asks for questions. */
export async function sourceOf(files: Pick<BankFiles, 'index'>, store: ProgressStore): Promise<Source> {
  const bank = await files.index();
  await store.load();
  return { bank, progress: store.progress, today: store.today };
}

/** Counts what today's work is, some time after each change; tree, status bar and reminder show what it says. */
export class Today implements Disposable {
  private readonly changed = new EventEmitter<TodayCounts>();
  /** Fires after progress, settings or the study day have changed. */
  readonly onDidChange = this.changed.event;

  private latest: TodayCounts | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: Disposable;

  constructor(
    private readonly files: BankFiles,
    private readonly store: ProgressStore,
    private readonly log: LogOutputChannel,
  ) {
    const clock = setInterval(() => {
      if (this.latest && this.latest.day !== store.today) this.countAfter(0);
    }, dayCheckMs);
    this.subscriptions = Disposable.from(
      this.changed,
      store.onDidChange(() => this.countAfter(countAfterMs)),
      new Disposable(() => clearInterval(clock)),
      new Disposable(() => clearTimeout(this.timer)),
    );
    this.countAfter(startAfterMs);
  }

  /** The newest counts; undefined until the first ones. */
  get counts(): TodayCounts | undefined {
    return this.latest;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private countAfter(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.count().catch((error) => this.log.error('What is due could not be counted.', String(error)));
    }, ms);
  }

  private async count(): Promise<void> {
    const source = await sourceOf(this.files, this.store);
    const { newPerDay, dayStartsAt } = readSettings();
    this.latest = {
      ...habitsOf(this.store.counted, { today: source.today, dayStartsAt }),
      day: source.today,
      due: dueCount(source),
      newLeft: newLeft(source, newPerDay),
    };
    this.changed.fire(this.latest);
  }
}

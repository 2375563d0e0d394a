import { effective } from './effective';
import { type Correction, compareEvents, eventId, type ProgressEvent, questionsIn } from './event';
import { Progress, type Rules } from './progress';
import { stepStack, type UndoStack, undoStack } from './undo';

/** Everything that follows from a log. It grows with the log, where that is less work than to begin again. */
export class Replay {
  /** The events that count, in order. */
  readonly counted: ProgressEvent[];
  readonly progress: Progress;
  readonly stack: UndoStack;

  /** @param events the whole log, in order; what is dated later than `horizon` can neither be undone nor done again */
  constructor(events: readonly ProgressEvent[], rules: Rules, horizon?: number) {
    this.counted = effective(events);
    this.progress = new Progress(this.counted, rules);
    this.stack = undoStack(events, horizon);
  }

  /** Takes one more event, later than all others; false if it changes what came before, so that a new replay is needed. */
  step(event: ProgressEvent): boolean {
    if (event.kind === 'restore') return false;
    if (event.kind === 'undo' || event.kind === 'redo') {
      if (!this.correct(event)) return false;
    } else {
      this.counted.push(event);
      this.progress.apply(event);
    }
    stepStack(this.stack, event);
    return true;
  }

  /** Takes an event away or puts it back, where that concerns no more than its questions. */
  private correct({ kind, of }: Correction): boolean {
    const { counted, progress, stack } = this;
    const target = (kind === 'undo' ? counted : stack.undone).findLast((event) => eventId(event) === of);
    if (!target || questionsIn(target).length === 0) return false;
    const before = counted.findLastIndex((event) => compareEvents(event, target) <= 0);
    if (kind === 'undo') counted.splice(before, 1);
    else counted.splice(before + 1, 0, target);
    progress.renew(questionsIn(target), counted);
    return true;
  }
}

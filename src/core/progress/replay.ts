import { effective } from './effective';
import type { ProgressEvent } from './event';
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
    if (event.kind === 'undo' || event.kind === 'redo' || event.kind === 'restore') return false;
    this.counted.push(event);
    this.progress.apply(event);
    stepStack(this.stack, event);
    return true;
  }
}

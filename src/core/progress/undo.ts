import { inForce } from './effective';
import { eventId, type ProgressEvent } from './event';

/** What can be taken back and what can be done again, each with the next one last. */
export interface UndoStack {
  readonly done: ProgressEvent[];
  readonly undone: ProgressEvent[];
}

/**
 * The stack after a whole log, which must be in order. What is dated later than `horizon` (seconds since the epoch) is
 * left out: its clock was wrong, and what is undone now would come before it.
 */
export function undoStack(events: readonly ProgressEvent[], horizon = Number.POSITIVE_INFINITY): UndoStack {
  const stack: UndoStack = { done: [], undone: [] };
  for (const event of inForce(events)) if (event.at <= horizon) stepStack(stack, event);
  return stack;
}

/** Changes the stack by one more event; not for a restore nor for a correction of one, which change what came before. */
export function stepStack({ done, undone }: UndoStack, event: ProgressEvent): void {
  if (event.kind === 'undo') move(event.of, done, undone);
  else if (event.kind === 'redo') move(event.of, undone, done);
  else if (isUndoable(event)) {
    done.push(event);
    undone.length = 0; // What was undone cannot be done again once something new was done.
  }
}

/** Whether a person can take an event back. Quiz answers are not worth a step. */
function isUndoable({ kind }: ProgressEvent): boolean {
  return kind !== 'quiz' && kind !== 'unknown' && kind !== 'undo' && kind !== 'redo';
}

function move(id: string, from: ProgressEvent[], to: ProgressEvent[]): void {
  let place = from.length - 1; // It nearly always is the last one.
  while (place >= 0 && eventId(from[place] as ProgressEvent) !== id) place--;
  if (place >= 0) to.push(...from.splice(place, 1));
}

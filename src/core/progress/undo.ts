import { eventId, type ProgressEvent } from './event';

/** What the next undo and the next redo would concern. */
export interface UndoState {
  readonly undo?: ProgressEvent;
  readonly redo?: ProgressEvent;
}

/** Whether a person can take an event back. Quiz answers are not worth a step. */
export function isUndoable(event: ProgressEvent): boolean {
  return (
    event.kind === 'review' || event.kind === 'star' || event.kind === 'suspend' || event.kind === 'bury'
  );
}

/** Undo goes back from the newest event; redo goes forward again until something new was done. */
export function undoState(events: readonly ProgressEvent[]): UndoState {
  const byId = new Map<string, ProgressEvent>();
  const done = new Set<string>();
  const undone = new Set<string>();
  for (const event of events) {
    if (event.kind === 'undo' && done.delete(event.of)) undone.add(event.of);
    else if (event.kind === 'redo' && undone.delete(event.of)) done.add(event.of);
    else if (isUndoable(event)) {
      byId.set(eventId(event), event);
      done.add(eventId(event));
      undone.clear();
    }
  }
  const undo = last(done);
  const redo = last(undone);
  return {
    ...(undo ? { undo: byId.get(undo) as ProgressEvent } : {}),
    ...(redo ? { redo: byId.get(redo) as ProgressEvent } : {}),
  };
}

function last(ids: Set<string>): string | undefined {
  return [...ids].at(-1);
}

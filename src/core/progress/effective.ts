import { eventId, isAmong, type ProgressEvent, type Runs } from './event';

/**
 * The events that count, in order: without corrections, without what they took away, and without what going
 * back to a backup took away. Given and returned in the order of the log.
 */
export function effective(events: readonly ProgressEvent[]): ProgressEvent[] {
  const remaining = inForce(events);
  const undone = new Set<string>();
  for (const event of remaining) {
    if (event.kind === 'undo') undone.add(event.of);
    if (event.kind === 'redo') undone.delete(event.of);
  }
  return remaining.filter((e) => !isMeta(e) && !undone.has(eventId(e)));
}

/**
 * All events, corrections too, but those that going back to a backup took away. Goes from the newest to the oldest:
 * whether a restore is in force is decided by what comes after it.
 */
export function inForce(events: readonly ProgressEvent[]): readonly ProgressEvent[] {
  if (!events.some((event) => event.kind === 'restore')) return events;
  const kept: ProgressEvent[] = [];
  const decided = new Map<string, 'undo' | 'redo'>();
  const taken: Runs[] = [];
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i] as ProgressEvent;
    if (taken.some((runs) => isAmong(event, runs))) continue;
    kept.push(event);
    if (event.kind === 'undo' || event.kind === 'redo') {
      if (!decided.has(event.of)) decided.set(event.of, event.kind);
    }
    if (event.kind === 'restore' && decided.get(eventId(event)) !== 'undo') taken.push(event.without);
  }
  return kept.reverse();
}

/** An event that says which others count, and otherwise nothing. */
function isMeta({ kind }: ProgressEvent): boolean {
  return kind === 'undo' || kind === 'redo' || kind === 'restore';
}

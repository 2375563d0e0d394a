import { isPreferences, type Preferences } from '../core/protocol';
import { asSession, type Session } from '../core/session/session';
import type { LogState } from './logState';

/*
 * What the panel remembers beside the log, on this machine only: how the person likes it, and the drill that was last
 * open. How far that drill has come follows from the log.
 */

const preferencesKey = 'panel';
const sessionKey = 'session';

const first: Preferences = { way: 'head', open: ['redFlags', 'followUps', 'related'] };

/** How the person likes the panel. */
export function readPreferences(state: LogState): Preferences {
  const stored = state.recall(preferencesKey);
  return isPreferences(stored) ? stored : first;
}

/** Remembers how the person likes the panel. */
export function keepPreferences(state: LogState, preferences: Preferences): void {
  void state.remember(preferencesKey, preferences);
}

/** The drill that was last open, finished or not; undefined if there was none. */
export function lastSession(state: LogState): Session | undefined {
  return asSession(state.recall(sessionKey));
}

/** Whether a session is a drill, or a question on the way of one: what can be paused and gone on with. */
export function isDrill(session: Session): boolean {
  return outermost(session).mode !== 'single';
}

/** Remembers a drill. A single question must not take the place of the drill that it interrupted. */
export function keepSession(state: LogState, session: Session): void {
  if (isDrill(session)) void state.remember(sessionKey, outermost(session));
}

function outermost(session: Session): Session {
  return session.outer ? outermost(session.outer) : session;
}

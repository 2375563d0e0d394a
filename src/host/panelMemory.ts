import { isPreferences, type Preferences } from '../core/protocol';
import { asSession, type Session } from '../core/session/session';
import type { LogState } from './logState';
import { goingOn } from './standing';

/*
 * What is remembered beside the log, on this machine only: how the person likes the panel, the drill that was last open,
 * in the panel or in the QuickPick, and what was begun on the panel's cards. How far that drill has come follows from
 * the log.
 */

const preferencesKey = 'panel';
const sessionKey = 'session';
const draftsKey = 'drafts';

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

/** What was begun on cards before the panel was closed; for the page, which checks it. */
export function readDrafts(state: LogState): readonly unknown[] {
  const stored = state.recall(draftsKey);
  return Array.isArray(stored) ? stored : [];
}

/** Remembers what was begun on cards. */
export function keepDrafts(state: LogState, drafts: readonly unknown[]): void {
  void state.remember(draftsKey, drafts);
}

/** The last drills, finished or not, as they can be gone on with also if they were ended early; the newest first. */
export function drillsToResume(state: LogState, onScreen: Session | undefined): Session[] {
  return lastDrills(state, onScreen).map(goingOn);
}

/**
 * The last drills, the newest first: the one on the screen, and the one that was remembered. They differ where the
 * workbench has brought back a panel from before its last close.
 */
export function lastDrills(state: LogState, onScreen: Session | undefined): Session[] {
  return [onScreen, asSession(state.recall(sessionKey))]
    .filter((session) => session !== undefined)
    .filter(isDrill)
    .sort((a, b) => outermost(b).started - outermost(a).started);
}

/** Whether a session is a drill, or a question on the way of one. */
function isDrill(session: Session): boolean {
  return outermost(session).mode !== 'single';
}

/** Remembers a drill. A single question must not take the place of the drill that it interrupted. */
export function keepSession(state: LogState, session: Session): void {
  if (isDrill(session)) void state.remember(sessionKey, outermost(session));
}

function outermost(session: Session): Session {
  return session.outer ? outermost(session.outer) : session;
}

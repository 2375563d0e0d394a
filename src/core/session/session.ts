import type { QuestionId } from '../bank/question';
import type { Grade } from '../memory/grade';
import { bitCount } from '../progress/bits';
import { type ProgressEvent, questionsIn } from '../progress/event';

export const sessionModes = [
  'random',
  'due',
  'topic',
  'weak',
  'leeches',
  'starred',
  'mistakes',
  'search',
  'selection',
  'single',
] as const;
export type SessionMode = (typeof sessionModes)[number];

/**
 * A drill as a plain value. How far it has come is not stored: it follows from the events since it was started,
 * so undo, a second window and a restart need nothing of their own.
 */
export interface Session {
  readonly mode: SessionMode;
  /** Topic of a topic drill. */
  readonly topic?: string;
  /** Seconds since the epoch; later than every event written before. */
  readonly started: number;
  /** The questions to ask, in order. */
  readonly plan: readonly QuestionId[];
  /** It was ended before its plan was through. */
  readonly ended?: true;
  /** The session that was left for this one, and to which the end of this one leads back. */
  readonly outer?: Session;
}

/** One grade given in a session. */
export interface Result {
  readonly question: QuestionId;
  readonly grade: Grade;
  readonly seconds: number;
  /** How many follow-ups were answered well. */
  readonly followUps: number;
}

/** How far a session has come. */
export interface SessionProgress {
  readonly results: readonly Result[];
  /** What is still to be asked; the first one is on the screen. */
  readonly queue: readonly QuestionId[];
}

/** After how many other questions one graded Again is asked again. */
const againGap = 5;

/**
 * Where a session stands.
 * @param events those that count (see `effective`), in order
 */
export function sessionProgress(session: Session, events: readonly ProgressEvent[]): SessionProgress {
  let queue: QuestionId[] = [...session.plan];
  const results: Result[] = [];
  for (const event of since(events, session.started)) {
    if (event.kind === 'review' && queue.includes(event.question)) {
      const { question, grade, seconds, followUps = 0 } = event;
      results.push({ question, grade, seconds, followUps: bitCount(followUps) });
      queue = without(queue, event.question);
      if (event.grade === 1) queue.splice(againGap, 0, event.question);
    }
    if (event.kind === 'bury' || (event.kind === 'suspend' && event.on)) {
      queue = without(queue, ...questionsIn(event));
    }
  }
  return { results, queue: session.ended ? [] : queue };
}

/** The first grade of each question of a session, in the order of the answers. */
export function firstResults(results: readonly Result[]): Result[] {
  const first = new Map<QuestionId, Result>();
  for (const result of results) if (!first.has(result.question)) first.set(result.question, result);
  return [...first.values()];
}

/** Questions of a session whose first grade was Again or Hard, worst first. */
export function weakOnes(results: readonly Result[]): QuestionId[] {
  return firstResults(results)
    .filter((r) => r.grade <= 2)
    .sort((a, b) => a.grade - b.grade)
    .map((r) => r.question);
}

/** A session read back from outside, or undefined if it is none. */
export function asSession(value: unknown): Session | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { mode, topic, started, plan, ended, outer } = value as Record<string, unknown>;
  const known = sessionModes.find((m) => m === mode);
  const isPlan = Array.isArray(plan) && plan.every((id) => typeof id === 'string');
  if (!known || !isPlan || !Number.isSafeInteger(started)) return undefined;
  const left = asSession(outer);
  return {
    mode: known,
    ...(typeof topic === 'string' ? { topic } : {}),
    started: started as number,
    plan,
    ...(ended === true ? { ended } : {}),
    ...(left ? { outer: left } : {}),
  };
}

/** The events at or after a moment; they are in order, so they stand at the end. */
function since(events: readonly ProgressEvent[], moment: number): readonly ProgressEvent[] {
  let start = events.length;
  while (start > 0 && (events[start - 1] as ProgressEvent).at >= moment) start--;
  return events.slice(start);
}

function without(queue: readonly QuestionId[], ...gone: readonly QuestionId[]): QuestionId[] {
  return queue.filter((id) => !gone.includes(id));
}

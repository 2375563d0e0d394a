import type { QuestionId } from '../bank/question';
import type { Grade } from '../memory/grade';

/*
 * Progress is a log of events. Nothing in it is ever changed or removed; what was undone is undone by a further event.
 */

/** Who wrote an event, and when. `by` and `n` together are its identity. */
export interface Stamp {
  /** The window that wrote it: a random id for each activation. */
  readonly by: string;
  /** Its number in that window, from 1. */
  readonly n: number;
  /** Seconds since the epoch. */
  readonly at: number;
  /** Minutes east of UTC where the person was. */
  readonly zone: number;
}

/** A question was graded. */
export interface Review {
  readonly kind: 'review';
  readonly question: QuestionId;
  readonly grade: Grade;
  /** Time taken, one of the values of `roundSeconds`. */
  readonly seconds: number;
  /** Ticked key points as bits: bit 0 is the first point. Absent where there was nothing to tick. */
  readonly points?: number;
  /** Hints that were shown before the answer; absent for none. */
  readonly hints?: number;
  /** Follow-ups that were answered well, as bits; absent for none. */
  readonly followUps?: number;
}

/** A multiple-choice question was answered. It informs, and does not reschedule. */
export interface QuizAnswer {
  readonly kind: 'quiz';
  readonly question: QuestionId;
  readonly correct: boolean;
}

/** A star or a suspension was set or taken away. */
export interface Mark {
  readonly kind: 'star' | 'suspend';
  readonly question: QuestionId;
  readonly on: boolean;
}

/** A question is not asked before the given study day. */
export interface Bury {
  readonly kind: 'bury';
  readonly question: QuestionId;
  readonly until: number;
}

/** What the person wrote about a question: a note of their own, or what is wrong with the card. An empty text removes it. */
export interface Remark {
  readonly kind: 'note' | 'report';
  readonly question: QuestionId;
  readonly text: string;
}

/** Grades and quiz answers so far no longer count; stars, suspensions and remarks stay. Without a topic it is for all. */
export interface Reset {
  readonly kind: 'reset';
  readonly topic?: string;
}

/** Of the events before it, only those count that a backup had. */
export interface Restore {
  readonly kind: 'restore';
  readonly to: Coverage;
}

/** For each window the number of its newest event. */
export type Coverage = Readonly<Record<string, number>>;

/** An earlier event no longer counts, or counts again. */
export interface Correction {
  readonly kind: 'undo' | 'redo';
  /** Identity of the event, as `eventId` gives it. */
  readonly of: string;
}

export type Deed = Review | QuizAnswer | Mark | Bury | Remark | Reset | Restore | Correction;

/** An event whose kind this version does not know: kept, passed on, and otherwise ignored. */
export interface UnknownDeed {
  readonly kind: 'unknown';
  /** The event as the other version wrote it, without its stamp. */
  readonly data: Readonly<Record<string, unknown>>;
}

export type ProgressEvent = Stamp & (Deed | UnknownDeed);

/** `<window>:<number>`, unique over all windows and machines. */
export function eventId(event: Stamp): string {
  return `${event.by}:${event.n}`;
}

/** Order of the log: by time, and where the time is the same by window and number. */
export function compareEvents(a: Stamp, b: Stamp): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.by !== b.by) return a.by < b.by ? -1 : 1;
  return a.n - b.n;
}

/** What a log has of each window. */
export function coverageOf(events: readonly ProgressEvent[]): Coverage {
  const newest: Record<string, number> = {};
  for (const { by, n } of events) newest[by] = Math.max(newest[by] ?? 0, n);
  return newest;
}

/** All events of both logs, each once, in the order of the log. The result is `a` itself if `b` adds nothing. */
export function union(a: readonly ProgressEvent[], b: readonly ProgressEvent[]): readonly ProgressEvent[] {
  const known = new Set(a.map(eventId));
  const added = b.filter((event) => {
    const id = eventId(event);
    return !known.has(id) && known.add(id);
  });
  return added.length === 0 ? a : [...a, ...added].sort(compareEvents);
}

/**
 * A time taken, in whole seconds on a scale of 64 steps of 12 % up to 24 minutes, so that it fits into six bits:
 * what is stored in one replica is exactly what is stored in the other.
 */
export function roundSeconds(seconds: number): number {
  return secondsOfStep(stepOfSeconds(seconds));
}

/** Nearest step of the scale. */
export function stepOfSeconds(seconds: number): number {
  return Math.min(63, Math.max(0, Math.round(6 * Math.log2(Math.max(1, seconds)))));
}

/** Seconds of a step from 0 to 63. */
export function secondsOfStep(step: number): number {
  return Math.round(2 ** (step / 6));
}

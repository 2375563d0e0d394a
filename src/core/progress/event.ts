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

/** What can be done to several questions at once is one deed, and so one step to undo. */
interface OfQuestions {
  readonly question: QuestionId;
  /** Further questions; absent for none. */
  readonly others?: readonly QuestionId[];
}

/** A star or a suspension was set or taken away. */
export interface Mark extends OfQuestions {
  readonly kind: 'star' | 'suspend';
  readonly on: boolean;
}

/** A question is not asked before the given study day. */
export interface Bury extends OfQuestions {
  readonly kind: 'bury';
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

/** Going back to a backup: events that came after it no longer count. What arrives later from elsewhere does. */
export interface Restore {
  readonly kind: 'restore';
  readonly without: Runs;
}

/** Some events: for each window the runs of their numbers as pairs, first and last: `{ a: [3, 7, 9, 9] }`. */
export type Runs = Readonly<Record<string, readonly number[]>>;

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

/** The questions that an event is about; none for one that is about the log itself. */
export function questionsIn(event: ProgressEvent): readonly QuestionId[] {
  if (!('question' in event)) return [];
  return 'others' in event && event.others ? [event.question, ...event.others] : [event.question];
}

/** Order of the log: by time, and where the time is the same by window and number. */
export function compareEvents(a: Stamp, b: Stamp): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.by !== b.by) return a.by < b.by ? -1 : 1;
  return a.n - b.n;
}

/** The identities of some events as runs. */
export function runsOf(events: readonly Stamp[]): Runs {
  const numbers = new Map<string, number[]>();
  for (const { by, n } of events) {
    const known = numbers.get(by);
    if (known) known.push(n);
    else numbers.set(by, [n]);
  }
  return Object.fromEntries([...numbers].map(([by, all]) => [by, pairs(all.sort((a, b) => a - b))]));
}

/** Whether an event is among some. */
export function isAmong({ by, n }: Stamp, runs: Runs): boolean {
  const ends = Object.hasOwn(runs, by) ? (runs[by] as readonly number[]) : [];
  return ends.some((first, i) => i % 2 === 0 && first <= n && n <= (ends[i + 1] ?? first));
}

function pairs(sorted: readonly number[]): number[] {
  const ends: number[] = [];
  for (const n of sorted) {
    if (ends.at(-1) === n - 1) ends[ends.length - 1] = n;
    else ends.push(n, n);
  }
  return ends;
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

import { recallAfter } from '../memory/fsrs';
import { bitCount } from './bits';
import { withStamp } from './block';
import { compareEvents, eventId, type ProgressEvent, questionsIn, type Stamp } from './event';
import { Progress, type Rules } from './progress';

/*
 * The log for people and other programs. As JSON Lines: a header, then one event on each line, in the order of the
 * log. As CSV: the reviews in the form that the optimiser of FSRS reads.
 */

const format = 'mlops-drill-log';
const version = 1;
/** A line is one event; the longest is a long note. */
const mostInLine = 100_000;

/** The log as JSON Lines. `exported` is a time in ISO 8601. */
export function toJsonLines(events: readonly ProgressEvent[], exported: string): string {
  const lines = events.map(({ by, n, at, zone, ...deed }) =>
    JSON.stringify({ by, n, at, zone, ...(deed.kind === 'unknown' ? deed.data : deed) }),
  );
  return `${[JSON.stringify({ format, version, exported }), ...lines].join('\n')}\n`;
}

/** What a file of JSON Lines held. */
export interface Imported {
  /** Every event that was understood, once, in the order of the log. */
  readonly events: readonly ProgressEvent[];
  /** Numbers of the lines, from 1, that are no event. */
  readonly notUnderstood: readonly number[];
  /** Why the file as a whole cannot be read; there are no events then. */
  readonly trouble?: 'no header' | 'newer';
}

/** Reads a log that was exported. Never throws; a line with a number or text out of all bounds is not understood. */
export function fromJsonLines(text: string): Imported {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = asRecord(lines[0] ?? '');
  if (header?.format !== format || !isWithin(header.version, 1, 2 ** 31)) return refused('no header');
  if (header.version > version) return refused('newer');
  const events = new Map<string, ProgressEvent>();
  const notUnderstood: number[] = [];
  lines.slice(1).forEach((line, index) => {
    if (line.trim() === '') return;
    const event = asEvent(line);
    if (event) events.set(eventId(event), event);
    else notUnderstood.push(index + 2);
  });
  return { events: [...events.values()].sort(compareEvents), notUnderstood };
}

function refused(trouble: 'no header' | 'newer'): Imported {
  return { events: [], notUnderstood: [], trouble };
}

function asEvent(line: string): ProgressEvent | undefined {
  const { by, n, at, zone, ...deed } = asRecord(line) ?? {};
  if (line.length > mostInLine || typeof deed.kind !== 'string' || typeof by !== 'string') return undefined;
  if (by === '' || by.length > 100) return undefined;
  if (!isWithin(n, 1, 2 ** 31) || !isWithin(at, 0, 2 ** 33) || !isWithin(zone, -1440, 1440)) return undefined;
  return withStamp({ by, n, at, zone } satisfies Stamp, deed);
}

function asRecord(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // Not JSON: the caller counts the line among those that were not understood.
  }
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

/** One review with what the memory was before it. */
export interface PastReview {
  readonly at: number;
  readonly grade: 1 | 2 | 3 | 4;
  readonly seconds: number;
  /** How many follow-ups were answered well; absent for none. */
  readonly followUps?: number;
  /** Study days since the review before; undefined for the first one. */
  readonly interval?: number;
  /** Expected recall at that moment, 0 to 1; undefined for the first review. */
  readonly recall?: number;
}

/** The reviews of one question, oldest first. `counted` are the events that count, in order. */
export function historyOf(question: string, counted: readonly ProgressEvent[], rules: Rules): PastReview[] {
  const progress = new Progress([], rules);
  const past: PastReview[] = [];
  for (const event of counted) {
    if (event.kind === 'review' && event.question === question) {
      const { memory, lastDay } = progress.of(question);
      const interval = Math.max(0, progress.dayOf(event) - lastDay);
      const well = event.followUps ? { followUps: bitCount(event.followUps) } : {};
      const before = memory ? { interval, recall: recallAfter(memory, interval) } : {};
      past.push({ at: event.at, grade: event.grade, seconds: event.seconds, ...well, ...before });
    }
    if (event.kind === 'reset' || questionsIn(event).includes(question)) progress.apply(event);
  }
  return past;
}

/**
 * The reviews that count as the CSV that the FSRS optimiser reads: card_id, review_time (milliseconds), review_rating
 * (1 to 4), review_state (0 new, 2 review, 3 relearning: again on the day it was forgotten), review_duration
 * (milliseconds).
 */
export function toOptimiserCsv(counted: readonly ProgressEvent[], rules: Rules): string {
  const progress = new Progress([], rules);
  const rows = ['card_id,review_time,review_rating,review_state,review_duration'];
  for (const event of counted) {
    if (event.kind === 'review') {
      const { memory, lastDay } = progress.of(event.question);
      const isSameDay = progress.dayOf(event) <= lastDay;
      const state = memory ? (isSameDay ? 3 : 2) : 0;
      const id = /[",\n]/.test(event.question) ? `"${event.question.replaceAll('"', '""')}"` : event.question;
      rows.push([id, event.at * 1000, event.grade, state, event.seconds * 1000].join(','));
    }
    progress.apply(event);
  }
  return `${rows.join('\n')}\n`;
}

import { strFromU8, strToU8 } from 'fflate';
import type { Grade } from '../memory/grade';
import { ColumnReader, ColumnWriter } from './columns';
import { type ProgressEvent, type Review, type Stamp, secondsOfStep, stepOfSeconds } from './event';
import { isDeed } from './isDeed';

/*
 * A block is a run of events in columns: first a table of names and of all deeds that are no plain review (as JSON),
 * then for each column the values of all events.
 */

/** Events in a full block. */
export const eventsInBlock = 8192;

interface Table {
  readonly windows: string[];
  readonly questions: string[];
  readonly deeds: unknown[];
}

type Plain = Stamp & Review;

/** The bytes of some events, which must be in the order of the log. The same events always give the same bytes. */
export function encodeBlock(events: readonly ProgressEvent[]): Uint8Array {
  const windows = places(events.map((e) => e.by));
  const reviews = events.filter(isPlainReview);
  const questions = places(reviews.map((e) => e.question));
  const table: Table = {
    windows: [...windows.keys()],
    questions: [...questions.keys()],
    deeds: events.filter((e) => !isPlainReview(e)).map(withoutStamp),
  };
  const expected = new Map<string, number>();
  const out = new ColumnWriter();
  out.bytes(strToU8(JSON.stringify({ ...table, length: events.length })));
  out.counts(events.map((e) => windows.get(e.by) as number));
  out.signed(
    events.map((e) => {
      const step = e.n - (expected.get(e.by) ?? 1);
      expected.set(e.by, e.n + 1);
      return step;
    }),
  );
  out.signed(events.map((e, i) => e.at - (events[i - 1]?.at ?? 0)));
  out.signed(events.map((e) => e.zone));
  out.counts(events.map((e) => (isPlainReview(e) ? 1 : 0)));
  out.counts(reviews.map((e) => questions.get(e.question) as number));
  out.counts(reviews.map((e) => (e.grade - 1) * 64 + stepOfSeconds(e.seconds)));
  out.counts(reviews.map((e) => (e.points === undefined ? 0 : e.points + 1)));
  out.counts(reviews.map((e) => e.hints ?? 0));
  out.counts(reviews.map((e) => e.followUps ?? 0));
  return out.result();
}

/** The events of a block. Throws where the bytes are not those of a block. */
export function decodeBlock(bytes: Uint8Array): ProgressEvent[] {
  const input = new ColumnReader(bytes);
  const { windows, questions, deeds, length } = JSON.parse(strFromU8(input.bytes())) as Table & {
    length: number;
  };
  if (length > eventsInBlock) throw new RangeError('The block is too long.');
  const by = input.counts(length).map((place) => entry(windows, place));
  const expected = new Map<string, number>();
  const n = input.signed(length).map((step, i) => {
    const number = (expected.get(by[i] as string) ?? 1) + step;
    expected.set(by[i] as string, number + 1);
    return number;
  });
  let last = 0;
  const at = input.signed(length).map((step) => {
    last += step;
    return last;
  });
  const zone = input.signed(length);
  const plain = input.counts(length);
  const reviews = readReviews(input, questions, plain.filter((p) => p === 1).length);
  let deed = 0;
  let review = 0;
  return plain.map((isPlain, i) => {
    const stamp: Stamp = {
      by: by[i] as string,
      n: n[i] as number,
      at: at[i] as number,
      zone: zone[i] as number,
    };
    return isPlain ? { ...stamp, ...entry(reviews, review++) } : withStamp(stamp, entry(deeds, deed++));
  });
}

function readReviews(input: ColumnReader, questions: readonly string[], length: number): Review[] {
  const question = input.counts(length);
  const graded = input.counts(length);
  const points = input.counts(length);
  const hints = input.counts(length);
  const followUps = input.counts(length);
  return question.map((place, i) => ({
    kind: 'review',
    question: entry(questions, place),
    grade: (Math.floor((graded[i] as number) / 64) + 1) as Grade,
    seconds: secondsOfStep((graded[i] as number) % 64),
    ...(points[i] ? { points: points[i] - 1 } : {}),
    ...(hints[i] ? { hints: hints[i] } : {}),
    ...(followUps[i] ? { followUps: followUps[i] } : {}),
  }));
}

/** A review whose every field has its column. */
function isPlainReview(event: ProgressEvent): event is Plain {
  return (
    event.kind === 'review' &&
    event.hints !== 0 &&
    event.followUps !== 0 &&
    event.seconds === secondsOfStep(stepOfSeconds(event.seconds))
  );
}

function withoutStamp(event: ProgressEvent): unknown {
  const { by: _by, n: _n, at: _at, zone: _zone, ...deed } = event;
  return deed.kind === 'unknown' ? deed.data : deed;
}

/** Puts a stamp on a deed that was read; a deed this version does not know is kept as it is. */
export function withStamp(stamp: Stamp, deed: unknown): ProgressEvent {
  const data = typeof deed === 'object' && deed !== null ? (deed as Record<string, unknown>) : {};
  return isDeed(data) ? ({ ...stamp, ...data } as ProgressEvent) : { ...stamp, kind: 'unknown', data };
}

function places(names: readonly string[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const name of names) if (!map.has(name)) map.set(name, map.size);
  return map;
}

function entry<T>(list: readonly T[], index: number): T {
  if (index >= list.length) throw new RangeError('The bytes name an entry that is not there.');
  return list[index] as T;
}

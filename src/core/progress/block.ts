import { strFromU8, strToU8 } from 'fflate';
import type { Grade } from '../memory/grade';
import { ByteReader, ByteWriter } from './bytes';
import { type ProgressEvent, type Review, type Stamp, secondsOfStep, stepOfSeconds } from './event';
import { isDeed } from './isDeed';

/*
 * A block is a run of events in columns, which compress far better than rows: first a table of names and of all
 * deeds that are no plain review (as JSON), then for each column the values of all events.
 */

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
  const out = new ByteWriter();
  out.append(strToU8(JSON.stringify(table)));
  out.count(events.length);
  for (const e of events) out.count(windows.get(e.by) as number);
  const expected = new Map<string, number>();
  for (const e of events) {
    out.signed(e.n - (expected.get(e.by) ?? 1));
    expected.set(e.by, e.n + 1);
  }
  let last = 0;
  for (const e of events) {
    out.signed(e.at - last);
    last = e.at;
  }
  for (const e of events) out.signed(e.zone);
  for (const e of events) out.count(isPlainReview(e) ? 1 : 0);
  for (const e of reviews) out.count(questions.get(e.question) as number);
  for (const e of reviews) out.count((e.grade - 1) * 64 + stepOfSeconds(e.seconds));
  for (const e of reviews) out.count(e.points === undefined ? 0 : e.points + 1);
  return out.result();
}

/** The events of a block. Throws where the bytes are not those of a block. */
export function decodeBlock(bytes: Uint8Array): ProgressEvent[] {
  const input = new ByteReader(bytes);
  const table = JSON.parse(strFromU8(input.slice())) as Table;
  const length = input.count();
  const column = <T>(read: () => T, of: number = length): T[] => Array.from({ length: of }, read);
  const by = column(() => entry(table.windows, input.count()));
  const expected = new Map<string, number>();
  const n = by.map((window) => {
    const number = (expected.get(window) ?? 1) + input.signed();
    expected.set(window, number + 1);
    return number;
  });
  let last = 0;
  const at = column(() => {
    last += input.signed();
    return last;
  });
  const zone = column(() => input.signed());
  const plain = column(() => input.count() === 1);
  const reviews = plain.filter(Boolean).length;
  const question = column(() => entry(table.questions, input.count()), reviews);
  const graded = column(() => input.count(), reviews);
  const points = column(() => input.count(), reviews);

  let review = 0;
  let deed = 0;
  return plain.map((isReview, i) => {
    const stamp: Stamp = {
      by: by[i] as string,
      n: n[i] as number,
      at: at[i] as number,
      zone: zone[i] as number,
    };
    if (!isReview) return withStamp(stamp, entry(table.deeds, deed++));
    const r = review++;
    const mask = points[r] as number;
    return {
      ...stamp,
      kind: 'review',
      question: question[r] as string,
      grade: (Math.floor((graded[r] as number) / 64) + 1) as Grade,
      seconds: secondsOfStep((graded[r] as number) % 64),
      ...(mask === 0 ? {} : { points: mask - 1 }),
    };
  });
}

/** A review whose every field has its column. */
function isPlainReview(event: ProgressEvent): event is Plain {
  return (
    event.kind === 'review' &&
    event.hints === undefined &&
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

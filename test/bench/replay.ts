import { FSRSAlgorithm, type FSRSState, generatorParameters } from 'ts-fsrs';
import { decodeLog, encodeLog } from '../../src/core/progress/codec';
import { effective } from '../../src/core/progress/effective';
import { type ProgressEvent, roundSeconds } from '../../src/core/progress/event';
import { toJsonLines } from '../../src/core/progress/exchange';
import { Progress } from '../../src/core/progress/progress';

/** What reading a log costs, as multiples of the plain fold of ts-fsrs over the same reviews. */
export interface ReplayRatios {
  readonly reviews: number;
  readonly replay: number;
  readonly load: number;
  readonly characters: number;
}

/** A log of ordinary reviews over 483 questions, the same at each call. */
function makeLog(count: number): ProgressEvent[] {
  let state = 7;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  let at = 1_700_000_000;
  return Array.from({ length: count }, (_, i): ProgressEvent => {
    at += i % 60 === 0 ? 20_000 + random(50_000) : 40 + random(200);
    const grade = ([1, 2, 3, 3, 3, 4] as const)[random(6)] ?? 3;
    const seconds = roundSeconds(30 + random(200));
    const asked = random(483);
    const question = `topic-${asked % 16}/question-${asked}`;
    const stamp = { by: `w${Math.floor(i / 600)}`, n: (i % 600) + 1, at, zone: 60 };
    return { ...stamp, kind: 'review', question, grade, seconds, points: random(32) };
  });
}

/** Measures logs of the given sizes; medians of several rounds in one run. */
export function replayRatios(sizes: readonly number[]): ReplayRatios[] {
  return sizes.map((reviews) => {
    const log = makeLog(reviews);
    const text = encodeLog(log);
    const rules = { dayStartsAt: 4, desiredRetention: 0.9 };
    const times = { fold: [] as number[], replay: [] as number[], load: [] as number[] };
    for (let round = 0; round < 9; round++) {
      times.fold.push(time(() => plainFold(log)));
      times.replay.push(time(() => new Progress(effective(log), rules)));
      times.load.push(time(() => new Progress(effective(decodeLog(text).events), rules)));
    }
    const fold = median(times.fold);
    return {
      reviews,
      replay: median(times.replay) / fold,
      load: median(times.load) / fold,
      characters: text.length,
    };
  });
}

/** The same log as a file that can be imported. */
export function logLines(count: number): string {
  return toJsonLines(makeLog(count), '2026-01-01T00:00:00.000Z');
}

function plainFold(log: readonly ProgressEvent[]): void {
  const algorithm = new FSRSAlgorithm(generatorParameters());
  const states = new Map<string, { state: FSRSState; day: number }>();
  for (const event of log) {
    if (event.kind !== 'review') continue;
    const day = Math.floor(event.at / 86_400);
    const before = states.get(event.question);
    const state = algorithm.next_state(before?.state ?? null, before ? day - before.day : 0, event.grade);
    states.set(event.question, { state, day });
  }
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

import fc from 'fast-check';
import type { Deed, ProgressEvent } from '../../../src/core/progress/event';
import { secondsOfStep } from '../../../src/core/progress/event';

// A thousand mutants are each tried with all tests: fewer runs of each property will do there.
if (globalThis.process?.env.__STRYKER_ACTIVE_MUTANT__) fc.configureGlobal({ numRuns: 25 });

export const noon = Date.parse('2026-11-23T12:00:00Z') / 1000;
export const day = 86_400;

/** An event of window "a" in UTC; `n` follows from the time unless it is given. */
export function event(deed: Deed, at = noon, by = 'a', n = at - noon + 1): ProgressEvent {
  return { by, n, at, zone: 0, ...deed };
}

export const review = (question: string, grade: 1 | 2 | 3 | 4, at = noon, by = 'a', n?: number) =>
  event({ kind: 'review', question, grade, seconds: 64 }, at, by, n);

const question = fc.constantFrom('drift/psi', 'drift/ks', 'serving/batching', 'x/ünïcödé');
const others = fc.array(question, { minLength: 1, maxLength: 3 });
const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      question,
      grade: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      seconds: fc.integer({ min: 0, max: 63 }).map(secondsOfStep),
      points: fc.integer({ min: 0, max: 63 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      question,
      grade: fc.constantFrom(1 as const, 3 as const),
      seconds: fc.integer({ min: 0, max: 5000 }),
      hints: fc.integer({ min: 1, max: 300 }),
      followUps: fc.integer({ min: 1, max: 15 }),
    }),
  },
  fc.record({ kind: fc.constant('quiz' as const), question, correct: fc.boolean() }),
  fc.record(
    { kind: fc.constantFrom('star' as const, 'suspend' as const), question, others, on: fc.boolean() },
    { requiredKeys: ['kind', 'question', 'on'] },
  ),
  fc.record(
    { kind: fc.constant('bury' as const), question, others, until: fc.integer({ min: 0, max: 30_000 }) },
    { requiredKeys: ['kind', 'question', 'until'] },
  ),
  fc.record({ kind: fc.constantFrom('note' as const, 'report' as const), question, text: fc.string() }),
  fc.constantFrom({ kind: 'reset' as const }, { kind: 'reset' as const, topic: 'drift' }),
  fc.record({
    kind: fc.constant('restore' as const),
    without: fc.dictionary(
      fc.constantFrom('a', 'b', '3f9c01de'),
      fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 40 })),
      { noNullPrototype: true },
    ),
  }),
  fc.record({
    kind: fc.constantFrom('undo' as const, 'redo' as const),
    of: fc.constantFrom('a:1', 'a:2', 'b:1'),
  }),
  fc.record({
    kind: fc.constant('unknown' as const),
    data: fc.record(
      { kind: fc.constantFrom('prophecy', 'note', 'restore'), text: fc.string() },
      { noNullPrototype: true },
    ),
  }),
);
const stamp = fc.record({
  by: fc.constantFrom('a', 'b', '3f9c01de'),
  n: fc.integer({ min: 1, max: 40 }),
  at: fc.integer({ min: 0, max: 2 ** 33 }),
  zone: fc.integer({ min: -48, max: 56 }).map((quarter) => quarter * 15),
});

/** Logs of any events; the same identity always is the same event, as it is in life. */
export const logs = fc
  .uniqueArray(fc.tuple(stamp, deed), { maxLength: 40, selector: ([s]) => `${s.by}:${s.n}` })
  .map((list) => list.map(([s, d]) => ({ ...s, ...d }) as ProgressEvent));

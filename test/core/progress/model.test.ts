import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeLog, encodeLog } from '../../../src/core/progress/codec';
import { effective } from '../../../src/core/progress/effective';
import {
  compareEvents,
  type Deed,
  eventId,
  type ProgressEvent,
  union,
} from '../../../src/core/progress/event';
import { Progress } from '../../../src/core/progress/progress';
import { Replay } from '../../../src/core/progress/replay';
import { day, logs, noon } from './events';

const rules = { dayStartsAt: 4, desiredRetention: 0.9 };

/*
 * The log beside a naive list: the list forgets what was undone and remembers it again, as a person thinks of it. Now
 * and then the log is stored, read back and merged with a part of itself.
 */

interface Model {
  /** What counts, oldest first. */
  done: Deed[];
  undone: Deed[];
}

interface Real {
  events: readonly ProgressEvent[];
  replay: Replay;
  clock: number;
  n: number;
}

abstract class Step implements fc.Command<Model, Real> {
  check(_model: Readonly<Model>): boolean {
    return true;
  }
  abstract run(model: Model, real: Real): void;
  abstract toString(): string;

  protected record(real: Real, deed: Deed): void {
    real.clock += 61;
    const event: ProgressEvent = { by: 'me', n: ++real.n, at: real.clock, zone: 60, ...deed };
    real.events = [...real.events, event];
    if (!real.replay.step(event)) real.replay = new Replay(real.events, rules);
  }

  protected compare(model: Model, real: Real): void {
    const counted = real.replay.counted.map(({ by: _by, n: _n, at: _at, zone: _zone, ...deed }) => deed);
    assert.deepEqual(counted, model.done);
    assert.deepEqual(real.replay, new Replay(real.events, rules));
  }
}

class Do extends Step {
  constructor(readonly deed: Deed) {
    super();
  }
  run(model: Model, real: Real): void {
    model.done.push(this.deed);
    model.undone.length = 0;
    this.record(real, this.deed);
    this.compare(model, real);
  }
  toString = () => `do ${JSON.stringify(this.deed)}`;
}

class Undo extends Step {
  override check(model: Readonly<Model>): boolean {
    return model.done.length > 0;
  }
  run(model: Model, real: Real): void {
    model.undone.push(model.done.pop() as Deed);
    this.record(real, { kind: 'undo', of: eventId(real.replay.stack.done.at(-1) as ProgressEvent) });
    this.compare(model, real);
  }
  toString = () => 'undo';
}

class Redo extends Step {
  override check(model: Readonly<Model>): boolean {
    return model.undone.length > 0;
  }
  run(model: Model, real: Real): void {
    model.done.push(model.undone.pop() as Deed);
    this.record(real, { kind: 'redo', of: eventId(real.replay.stack.undone.at(-1) as ProgressEvent) });
    this.compare(model, real);
  }
  toString = () => 'redo';
}

class StoreAndMerge extends Step {
  run(model: Model, real: Real): void {
    const half = real.events.filter((_, index) => index % 2 === 0);
    const stored = decodeLog(encodeLog(real.events)).events;
    real.events = union(half, stored);
    real.replay = new Replay(real.events, rules);
    this.compare(model, real);
  }
  toString = () => 'store and merge';
}

const question = fc.constantFrom('drift/psi', 'serving/batching');
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('review' as const),
    question,
    grade: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    seconds: fc.constantFrom(1, 64, 1448),
  }),
  fc.record({ kind: fc.constantFrom('star' as const, 'suspend' as const), question, on: fc.boolean() }),
  fc.record({ kind: fc.constant('bury' as const), question, others: fc.tuple(question), until: fc.nat(9) }),
  fc.record({ kind: fc.constantFrom('note' as const, 'report' as const), question, text: fc.string() }),
  fc.constantFrom({ kind: 'reset' as const }, { kind: 'reset' as const, topic: 'drift' }),
);

describe('the log and a naive list', () => {
  it('agree after any steps', () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: deeds.map((deed) => new Do({ ...deed })) },
      { weight: 2, arbitrary: fc.constant(new Undo()) },
      { weight: 1, arbitrary: fc.constant(new Redo()) },
      { weight: 1, arbitrary: fc.constant(new StoreAndMerge()) },
    );
    fc.assert(
      fc.property(fc.commands([step], { maxCommands: 60 }), (commands) => {
        const start = () => ({
          model: { done: [], undone: [] } as Model,
          real: { events: [], replay: new Replay([], rules), clock: noon, n: 0 } as Real,
        });
        fc.modelRun(start, commands);
      }),
    );
  });
});

describe('what is remembered', () => {
  it('is the same whatever the order and the pieces in which the events came', () => {
    const scrambled = logs.chain((log) =>
      fc.record({
        log: fc.constant(log),
        order: fc.shuffledSubarray(log, { minLength: log.length }),
        cuts: fc.array(fc.nat(Math.max(0, log.length)), { maxLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(scrambled, ({ log, order, cuts }) => {
        const borders = [0, ...[...cuts].sort((a, b) => a - b), order.length];
        const pieces = borders.slice(1).map((end, i) => order.slice(borders[i], end).sort(compareEvents));
        const merged = pieces.reduce<readonly ProgressEvent[]>((all, piece) => union(all, piece), []);
        const sorted = [...log].sort(compareEvents);
        const again = union(merged, sorted);
        assert.deepEqual(new Progress(effective(again), rules), new Progress(effective(sorted), rules));
      }),
    );
  });

  it('is without a deed what the log without it says, once it is undone', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, place) => {
        const plain = log.filter((e) => !['undo', 'redo', 'restore'].includes(e.kind)).sort(compareEvents);
        const taken = plain[place % Math.max(1, plain.length)];
        if (!taken) return;
        const undo = { by: 'me', n: 1, at: 2 ** 33 + 1, zone: 0, kind: 'undo', of: eventId(taken) } as const;
        assert.deepEqual(
          effective([...plain, undo]),
          plain.filter((e) => e !== taken),
        );
      }),
    );
  });

  it('keeps stability, difficulty and days in their bounds in any log, clocks set back or ahead', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const progress = new Progress(effective([...log].sort(compareEvents)), rules);
        for (const m of progress.all.values()) {
          assert.ok(m.dueDay >= m.lastDay);
          if (!m.memory) continue;
          assert.ok(m.memory.stability >= 0.001 && m.memory.stability <= 36_500);
          assert.ok(m.memory.difficulty >= 1 && m.memory.difficulty <= 10);
          assert.ok(m.lapses < m.reviews);
        }
      }),
    );
  });

  it('survives a review that is dated in the future', () => {
    const by = 'a';
    const review = { kind: 'review', question: 'drift/psi', grade: 3, seconds: 64 } as const;
    const future: ProgressEvent = { by, n: 1, at: noon + 4000 * day, zone: 0, ...review };
    const present: ProgressEvent = { by, n: 2, at: noon, zone: 0, ...review };
    const progress = new Progress(effective([present, future]), rules);
    const today = progress.dayOf({ at: noon, zone: 0 });
    assert.ok(progress.recallOf('drift/psi', today) <= 1);
    assert.ok(progress.intervalFor('drift/psi', today, 4) >= 1);
  });
});

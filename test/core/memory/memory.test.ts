import assert from 'node:assert/strict';
import fc from 'fast-check';
import { intervalAfter, recallAfter, remember } from '../../../src/core/memory/fsrs';
import { type Grade, grades, type Lowering, propose, proposeGrade } from '../../../src/core/memory/grade';
import { dateOfStudyDay, studyDay } from '../../../src/core/memory/studyDay';

const near = (actual: number, expected: number, within = 1e-3) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not near ${expected}`);

describe('FSRS', () => {
  it('gives the first stabilities of the default weights', () => {
    const expected = { 1: 0.212, 2: 1.2931, 3: 2.3065, 4: 8.2956 };
    for (const grade of grades) near(remember(undefined, 0, grade).stability, expected[grade]);
  });

  it('agrees with the golden values for S = 10, D = 5 after ten days', () => {
    const state = { stability: 10, difficulty: 5 };
    near(recallAfter(state, 10), 0.9);
    const expected = { 1: 1.392, 2: 23.247, 3: 32.027, 4: 51.254 };
    for (const grade of grades) near(remember(state, 10, grade).stability, expected[grade]);
  });

  it('gives the intervals of seven times Good, the second on the first day', () => {
    let state = remember(remember(undefined, 0, 3), 0, 3);
    const intervals = [intervalAfter(state, 3, 0.9)];
    for (let i = 0; i < 5; i++) {
      const days = intervals.at(-1) as number;
      state = remember(state, days, 3);
      intervals.push(intervalAfter(state, 3, 0.9));
    }
    assert.deepEqual(intervals, [2, 11, 46, 163, 498, 1348]);
  });

  it('keeps a question due on its day after Again', () => {
    assert.equal(intervalAfter({ stability: 100, difficulty: 5 }, 1, 0.9), 0);
  });

  it('asks again sooner the more is to be remembered', () => {
    const days = (retention: number) => intervalAfter({ stability: 100, difficulty: 5 }, 3, retention);
    assert.equal(days(0.9), 100);
    assert.ok(days(0.95) < 50 && days(0.8) > 200, `${days(0.95)}, ${days(0.8)}`);
    for (const retention of [0.8, 0.95]) {
      near(recallAfter({ stability: 100, difficulty: 5 }, days(retention)), retention, 0.002);
    }
  });

  it('never takes less than a day after a pass', () => {
    assert.equal(intervalAfter({ stability: 0.2, difficulty: 5 }, 2, 0.9), 1);
  });

  it('treats a negative time as the same day', () => {
    const state = { stability: 10, difficulty: 5 };
    assert.deepEqual(remember(state, -3, 3), remember(state, 0, 3));
  });

  const states = fc.record({
    stability: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  });
  const days = fc.integer({ min: 1, max: 4000 });

  it('keeps stability and difficulty in their ranges, and orders the grades', () => {
    fc.assert(
      fc.property(states, days, (state, elapsed) => {
        const after = grades.map((grade) => remember(state, elapsed, grade));
        for (const { stability, difficulty } of after) {
          assert.ok(stability >= 0.001 && stability <= 36_500.001 && difficulty >= 1 && difficulty <= 10);
        }
        for (let i = 1; i < after.length; i++) {
          assert.ok((after[i]?.stability ?? 0) >= (after[i - 1]?.stability ?? 0) - 1e-9);
        }
      }),
    );
  });

  it('lets recall fall with time', () => {
    fc.assert(
      fc.property(states, days, (state, elapsed) => {
        const [soon, later] = [recallAfter(state, elapsed), recallAfter(state, elapsed + 1)];
        assert.ok(soon >= later && soon <= 1 && later >= 0);
      }),
    );
  });
});

describe('proposeGrade', () => {
  const table: Record<number, Grade[]> = {
    3: [1, 2, 3, 4],
    4: [1, 1, 2, 3, 4],
    5: [1, 1, 2, 2, 3, 4],
    6: [1, 1, 2, 2, 3, 3, 4],
  };
  for (const [total, expected] of Object.entries(table)) {
    it(`of ${total} points`, () => {
      assert.deepEqual(
        expected.map((_, ticked) => proposeGrade(ticked, Number(total))),
        expected,
      );
    });
  }
  it('proposes Good where there is nothing to tick', () => assert.equal(proposeGrade(0, 0), 3));
});

describe('propose', () => {
  const answered = { ticked: 5, total: 6, hints: 0, seconds: 100, minutes: 2 };
  const table: readonly [string, Partial<typeof answered>, Grade, number, readonly Lowering[]][] = [
    ['what the ticks are worth', {}, 3, 0, []],
    ['one lower for one hint', { hints: 1 }, 2, 1, ['hint']],
    ['one lower for three hints', { hints: 3 }, 2, 1, ['hint']],
    ['no lower for twice the time', { seconds: 240 }, 3, 0, []],
    ['one lower for more than twice the time', { seconds: 241 }, 2, 1, ['time']],
    ['two lower for both', { hints: 1, seconds: 241 }, 1, 2, ['hint', 'time']],
    ['never lower than Again', { ticked: 2, hints: 1, seconds: 241 }, 1, 1, ['hint', 'time']],
    ['no reason where Again was proposed anyway', { ticked: 0, hints: 1 }, 1, 0, ['hint']],
  ];
  for (const [name, change, grade, lower, because] of table) {
    it(name, () => assert.deepEqual(propose({ ...answered, ...change }), { grade, lower, because }));
  }
});

describe('studyDay', () => {
  const at = (iso: string) => Date.parse(iso) / 1000;
  const day = (iso: string, zone: number, start = 4) =>
    dateOfStudyDay(studyDay({ at: at(iso), zone }, start));

  it('belongs to the evening before until it begins', () => {
    assert.equal(day('2026-11-23T03:59:59Z', 0), '2026-11-22');
    assert.equal(day('2026-11-23T04:00:00Z', 0), '2026-11-23');
  });
  it('is counted in local time', () => {
    assert.equal(day('2026-11-23T23:50:00Z', -480), '2026-11-23');
    assert.equal(day('2026-11-24T00:02:00Z', -480), '2026-11-23');
    assert.equal(day('2026-11-23T20:00:00Z', 600), '2026-11-24');
  });
  it('has 23 or 25 hours when clocks change, and is still one day', () => {
    assert.equal(day('2026-10-25T02:30:00Z', 60), '2026-10-24');
    assert.equal(day('2026-10-25T03:30:00Z', 60), '2026-10-25');
    assert.equal(day('2026-10-26T02:59:00Z', 60), '2026-10-25');
  });
});

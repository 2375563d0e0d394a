import { assert } from 'chai';
import * as vscode from 'vscode';
import { indexBank } from '../../src/core/bank/bank';
import { parseBank } from '../../src/core/bank/parseBank';
import type { Question } from '../../src/core/bank/question';
import type { Deed } from '../../src/core/progress/event';
import { ProgressStore } from '../../src/host/progressStore';
import { type Card, newCard, type Page, type RowAction, type Screen } from '../../src/host/quickDrillCard';
import { doOnCard } from '../../src/host/quickDrillDeeds';
import { pageScreen } from '../../src/host/quickDrillPages';
import { stepScreen } from '../../src/host/quickDrillRows';
import { summaryScreen } from '../../src/host/quickDrillSummary';
import { standing } from '../../src/host/standing';
import { goodCard } from '../core/bank/card';
import { TestMemento } from './memento';
import { MemoryFiles } from './memoryFiles';

const log = vscode.window.createOutputChannel('Tests', { log: true });
const disk = new MemoryFiles();
const other = goodCard
  .replace('related: [serving/batching]\n', '')
  .replace('What is training', 'Why is training');
const whole = parseBank([
  { path: 'features/index.md', text: '---\ntitle: Features\norder: 1\nicon: beaker\n---\n\nAll of it.\n' },
  { path: 'features/skew.md', text: goodCard.replace('serving/batching', 'features/other') },
  { path: 'features/other.md', text: other },
]).bank;
const bank = indexBank(whole);
const id = 'features/skew';
const question = whole.questions.find((q) => q.id === id) as Question;
const drill = { mode: 'random', started: 0, plan: [id] } as const;

async function openStore(...deeds: readonly Deed[]): Promise<ProgressStore> {
  const store = new ProgressStore({ state: new TestMemento(), storage: disk.newFolder(), log });
  await store.load();
  for (const deed of deeds) store.record(deed);
  return store;
}

/** "Label (description)" of each row; a heading in square brackets. */
function said({ rows }: Screen): string[] {
  return rows.map(({ kind, label, description }) => {
    if (kind === vscode.QuickPickItemKind.Separator) return `[${label}]`;
    return description ? `${label} (${description})` : label;
  });
}

const cardAt = (step: Card['step'], has: Partial<Card> = {}): Card => ({
  ...newCard(question, 's'),
  step,
  ...has,
});

const more = 'More… (star, bury, suspend, note, report, history, related questions, end)';
const star = { kind: 'star', question: id, on: true } as const;
const forgotten = { kind: 'review', question: id, grade: 1, seconds: 64, points: 0b01 } as const;
const note = { kind: 'note', question: id, text: 'Mine.' } as const;

describe('the drill in Quick Pick', () => {
  let registered: vscode.Disposable;
  before(() => {
    registered = disk.register();
  });
  // The log stays open: a store may still have something to say of its files.
  after(() => registered.dispose());

  const steps: readonly [string, Card, readonly Deed[], readonly string[]][] = [
    [
      'the question',
      cardAt('question'),
      [],
      ['Show answer', 'Open the context in an editor', 'Hint 1 of 1', more],
    ],
    [
      'a hint, and what can be undone',
      cardAt('question', { hints: 1 }),
      [star],
      [
        'Hint 1: Look at the rows.',
        'Show answer',
        'Open the context in an editor',
        more,
        'Undo: star on "What is training-serving skew?"',
      ],
    ],
    ['the key points', cardAt('points'), [], ['1  First point', '2  Second point', more]],
    [
      'what was left out last time',
      cardAt('points'),
      [forgotten],
      [
        '1  First point',
        '2  Second point (left out last time)',
        more,
        'Undo: Again on "What is training-serving skew?"',
      ],
    ],
    [
      'the grades, and what the card has beside them',
      cardAt('grade', { ticked: [0, 1], well: [0] }),
      [note],
      [
        '4  Easy (8 days, proposed)',
        '1  Again (today)',
        '2  Hard (1 day)',
        '3  Good (2 days)',
        'Change the ticks',
        'Follow-ups: 1 (1 answered well)',
        'Quiz',
        'Open the full answer in an editor',
        'Your note: Mine.',
        more,
        'Undo: note on "What is training-serving skew?"',
      ],
    ],
  ];
  for (const [name, card, deeds, rows] of steps) {
    it(`shows ${name}`, async () => {
      const screen = stepScreen({ card, session: drill, store: await openStore(...deeds), bank });
      assert.deepEqual(said(screen), rows);
    });
  }

  it('says what may help with a question that does not stay', async () => {
    const store = await openStore();
    const day = 86_400;
    const stamp = (n: number) => ({ by: 'another', n, at: store.nextMoment() - (20 - n) * day, zone: 0 });
    store.merge(Array.from({ length: 10 }, (_, i) => ({ ...forgotten, ...stamp(i + 1) })));
    assert.isTrue(store.progress.isLeech(id));
    const screen = stepScreen({ card: cardAt('grade'), session: drill, store, bank });
    assert.match(said(screen).join('\n'), /Forgotten \d+ times\. More of the same seldom helps/);
  });

  it('has the way back at every step of a related question', async () => {
    const session = { mode: 'single', started: 0, plan: [id], outer: drill } as const;
    const store = await openStore();
    for (const step of ['question', 'points', 'grade'] as const) {
      const screen = stepScreen({ card: cardAt(step), session, store, bank });
      assert.include(said(screen), 'Back to: Random drill', step);
    }
  });

  const pages: readonly [string, Page, Partial<Card>, readonly Deed[], string, readonly string[]][] = [
    [
      'what is rarely needed',
      { type: 'more' },
      {},
      [star, note],
      'What is training-serving skew?',
      [
        'Remove star',
        'Bury until tomorrow',
        'Suspend',
        'Edit note (pauses the drill)',
        'Report a mistake',
        'History',
        'Related questions: 1',
        'End drill (with its summary)',
      ],
    ],
    ['no history', { type: 'history' }, {}, [], 'Not reviewed yet.', []],
    [
      'the related questions',
      { type: 'related' },
      {},
      [],
      'Choose a question; afterwards you come back here.',
      ['Why is training-serving skew? (new)'],
    ],
    [
      'the follow-ups',
      { type: 'followUps' },
      { well: [0] },
      [],
      'What an interviewer asks next',
      ['1  And then? (answered well)'],
    ],
    [
      'the answer to a follow-up',
      { type: 'followUp', index: 0 },
      {},
      [],
      'This way. And that way.',
      ['I answered it well'],
    ],
    [
      'the quiz',
      { type: 'quiz' },
      {},
      [],
      'What now?',
      ['1  Compare the rows', '2  Retrain the model', '3  Wait for a week', '4  Blame the network'],
    ],
    [
      'the reasons after the choice',
      { type: 'quiz' },
      { chosen: 1 },
      [],
      'Not the best choice: It hides the fault. Best: "Compare the rows". It shows the fault.',
      [
        'Best option: Compare the rows',
        'Your answer: Retrain the model',
        'Wait for a week',
        'Blame the network',
      ],
    ],
  ];
  for (const [name, page, has, deeds, prompt, rows] of pages) {
    it(`shows ${name}, and the way back`, async () => {
      const card = cardAt('grade', has);
      const screen = pageScreen({ card, session: drill, store: await openStore(...deeds), bank }, page);
      assert.strictEqual(screen.prompt, prompt);
      assert.deepEqual(said(screen), [...rows, 'Back']);
    });
  }

  it('tells every review in a line', async () => {
    const store = await openStore(forgotten, { ...forgotten, grade: 3, seconds: 81 });
    const parts = { card: cardAt('grade'), session: drill, store, bank };
    const screen = pageScreen(parts, { type: 'history' });
    assert.strictEqual(screen.prompt, '2 reviews');
    assert.match(
      said(screen)[0] ?? '',
      /: Good \(1:21 min, same day since the last, expected recall \d+\s?%\)$/,
    );
    assert.match(said(screen)[1] ?? '', /: Again \(1:04 min\)$/);
  });

  const grade = { type: 'grade', grade: 3 } as const;
  const right = question.quiz?.options.findIndex((o) => o.correct) as number;
  const deeds: readonly [string, Partial<Card>, RowAction, Record<string, unknown>][] = [
    ['ticks and hints', { ticked: [1], hints: 1 }, grade, { kind: 'review', points: 0b10, hints: 1 }],
    ['follow-ups that went well', { well: [0] }, grade, { kind: 'review', followUps: 1 }],
    ['the quiz', {}, { type: 'quiz', option: right }, { kind: 'quiz', correct: true }],
    ['a star', {}, { type: 'card', action: 'star' }, { kind: 'star', on: true }],
  ];
  for (const [name, has, action, expected] of deeds) {
    it(`records ${name}`, async () => {
      const store = await openStore();
      doOnCard(cardAt('grade', has), action, store);
      assert.strictEqual(store.all.length, 1);
      assert.include(store.all[0], { question: id, ...expected });
    });
  }

  it('goes back from a page to the one above it', async () => {
    const store = await openStore();
    const card = cardAt('grade', { page: { type: 'followUp', index: 0 } });
    doOnCard(card, { type: 'well', index: 0 }, store);
    assert.deepEqual([card.page, card.well], [{ type: 'followUps' }, [0]]);
    doOnCard(card, { type: 'back' }, store);
    assert.strictEqual(card.page, undefined);
  });

  describe('at the end', () => {
    const end = async (...after: readonly Deed[]) => {
      const store = await openStore();
      const session = { ...drill, started: store.nextMoment() };
      for (const deed of [forgotten, { ...forgotten, grade: 2 } as const, ...after]) store.record(deed);
      const now = standing(session, bank, store);
      return summaryScreen({ session, bank, store, now, questions: [question] });
    };

    it('says how it went, what was left out and what to do now', async () => {
      const screen = await end();
      assert.match(
        screen.prompt,
        /^1 question in 2 minutes\. You did not answer it well at the first try\..* Next due: /,
      );
      assert.deepEqual(said(screen), [
        'Drill the Weak Ones Again',
        'Another Random Drill',
        'Quick Quiz',
        'Close',
        'Undo: Hard on "What is training-serving skew?"',
        '[Topics]',
        'Features (0 of 1 well answered)',
        '[Left out most often]',
        'What is training-serving skew?',
        'Second point',
      ]);
    });

    it('names what went badly though every point was said', async () => {
      const store = await openStore();
      const session = { ...drill, started: store.nextMoment() };
      store.record({ ...forgotten, grade: 2, points: 0b11 });
      const now = standing(session, bank, store);
      const rows = said(summaryScreen({ session, bank, store, now, questions: [question] }));
      assert.deepEqual(rows.slice(-2), ['[Worth another look]', 'What is training-serving skew?']);
    });

    it('does not drill again what is suspended or buried', async () => {
      const suspended = await end({ kind: 'suspend', question: id, on: true });
      const buried = await end({ kind: 'bury', question: id, until: 2 ** 30 });
      for (const screen of [suspended, buried]) assert.notInclude(said(screen), 'Drill the Weak Ones Again');
    });
  });
});

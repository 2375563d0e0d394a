import { assert } from 'chai';
import * as vscode from 'vscode';
import { parseBank } from '../../src/core/bank/parseBank';
import type { Question } from '../../src/core/bank/question';
import { actOnCard, type CardDeed } from '../../src/host/cardActions';
import { historyView } from '../../src/host/historyView';
import {
  drillsToResume,
  keepDrafts,
  keepSession,
  readDrafts,
  readPreferences,
} from '../../src/host/panelMemory';
import { ProgressStore } from '../../src/host/progressStore';
import { goodCard } from '../core/bank/card';
import { TestMemento } from './memento';
import { MemoryFiles } from './memoryFiles';

const log = vscode.window.createOutputChannel('Tests', { log: true });
const disk = new MemoryFiles();
const text = goodCard.replace('related: [serving/batching]\n', '');
const question = parseBank([{ path: 'features/skew.md', text }]).bank.questions[0] as Question;
const id = 'features/skew';

async function openStore(state = new TestMemento()): Promise<ProgressStore> {
  const store = new ProgressStore({ state, storage: disk.newFolder(), log });
  await store.load();
  return store;
}

describe('what is done on a card', () => {
  let registered: vscode.Disposable;
  before(() => {
    registered = disk.register();
  });
  // The log stays open: a store may still have something to say of its files.
  after(() => registered.dispose());

  const showing = 's';
  const grade = {
    type: 'grade',
    showing,
    grade: 3,
    points: [0, 1],
    hints: 0,
    followUps: [],
    seconds: 64,
  } as const;
  const right = question.quiz?.options.findIndex((o) => o.correct) as number;
  const table: readonly [string, CardDeed, Record<string, unknown>][] = [
    ['a grade', grade, { kind: 'review', grade: 3, points: 0b11, seconds: 64 }],
    ['hints and follow-ups', { ...grade, hints: 2, followUps: [0] }, { hints: 2, followUps: 1 }],
    ['only points that there are', { ...grade, points: [0, 30] }, { points: 1 }],
    ['a right answer', { type: 'quiz', showing, option: right }, { kind: 'quiz', correct: true }],
    ['a wrong answer', { type: 'quiz', showing, option: (right + 1) % 4 }, { kind: 'quiz', correct: false }],
    ['a note', { type: 'remark', showing, kind: 'note', text: ' Mine. \n' }, { kind: 'note', text: 'Mine.' }],
    ['a report', { type: 'remark', showing, kind: 'report', text: 'No.' }, { kind: 'report', text: 'No.' }],
    ['a star', { type: 'card', action: 'star' }, { kind: 'star', on: true }],
    ['a suspension', { type: 'card', action: 'suspend' }, { kind: 'suspend', on: true }],
  ];
  for (const [name, deed, expected] of table) {
    it(`records ${name}`, async () => {
      const store = await openStore();
      actOnCard(question, deed, store);
      assert.strictEqual(store.all.length, 1);
      assert.include(store.all[0], { question: id, ...expected });
    });
  }

  it('records nothing for a note that stays as it is, and for an option that there is not', async () => {
    const store = await openStore();
    actOnCard(question, { type: 'remark', showing, kind: 'note', text: ' ' }, store);
    actOnCard(question, { type: 'quiz', showing, option: 9 }, store);
    assert.deepEqual(store.all, []);
  });

  it('takes up again what is suspended, and buries nothing twice', async () => {
    const store = await openStore();
    for (const action of ['suspend', 'suspend', 'bury', 'bury'] as const)
      actOnCard(question, { type: 'card', action }, store);
    assert.deepEqual(
      store.all.map((event) => event.kind),
      ['suspend', 'suspend', 'bury'],
    );
    assert.strictEqual(store.progress.of(id).suspended, false);
  });

  it('copies the card as Markdown', async () => {
    actOnCard(question, { type: 'card', action: 'copy' }, await openStore());
    assert.include(await vscode.env.clipboard.readText(), '# What is training-serving skew?');
  });

  it('tells every review, the newest first', async () => {
    const store = await openStore();
    actOnCard(question, { ...grade, grade: 1, seconds: 80 }, store);
    actOnCard(question, { ...grade, seconds: 80, followUps: [0] }, store);
    const { rows } = historyView(question, showing, store);
    assert.deepEqual(
      rows.map(({ grade, took, interval, followUps }) => [grade, took, interval, followUps]),
      [
        ['Good', '1:21 min', 'same day', `1 of ${question.followUps.length}`],
        ['Again', '1:21 min', '', ''],
      ],
    );
    assert.strictEqual(rows[0]?.recall, '100\u{a0}%');
  });
});

describe('what the panel remembers', () => {
  let registered: vscode.Disposable;
  before(() => {
    registered = disk.register();
  });
  after(() => registered.dispose());
  const drill = { mode: 'random', started: 5, plan: ['a/1', 'a/2'] } as const;

  it('is the drill that was open, also from a question on the way, but no single question', async () => {
    const state = new TestMemento();
    const store = await openStore(state);
    keepSession(store.state, { mode: 'single', started: 7, plan: ['a/9'], outer: drill });
    assert.deepEqual(drillsToResume(store.state, undefined), [drill], 'at once');
    keepSession(store.state, { mode: 'single', started: 8, plan: ['a/9'] });
    await store.saved();
    const again = await openStore(state);
    assert.deepEqual(drillsToResume(again.state, undefined), [drill], 'after a restart');
  });

  it('gives the newest drill first, with the question on its way, and no single question', async () => {
    const store = await openStore();
    keepSession(store.state, drill);
    const inner = { mode: 'single', started: 9, plan: ['a/9'], outer: drill } as const;
    const older = { ...drill, started: 1 };
    const single = { mode: 'single', started: 9, plan: ['a/9'] } as const;
    assert.deepEqual(drillsToResume(store.state, inner), [inner, drill]);
    assert.deepEqual(drillsToResume(store.state, older), [drill, older]);
    assert.deepEqual(drillsToResume(store.state, single), [drill]);
  });

  it('is a drill that goes on, also if it was ended early', async () => {
    const store = await openStore();
    keepSession(store.state, { ...drill, ended: true });
    assert.deepEqual(drillsToResume(store.state, undefined), [drill]);
    const newer = { ...drill, started: 6 };
    assert.deepEqual(drillsToResume(store.state, { ...newer, ended: true }), [newer, drill]);
  });

  it('does not lose the log, though both are written at once', async () => {
    const state = new TestMemento();
    const store = await openStore(state);
    store.record({ kind: 'star', question: id, on: true });
    keepSession(store.state, drill);
    await store.saved();
    const again = await openStore(state);
    assert.strictEqual(again.progress.of(id).starred, true);
    assert.deepEqual(drillsToResume(again.state, undefined), [drill]);
  });

  it('is what was begun on cards, also after a restart', async () => {
    const state = new TestMemento();
    const store = await openStore(state);
    assert.deepEqual(readDrafts(store.state), []);
    keepDrafts(store.state, [{ showing: 's' }]);
    await store.saved();
    assert.deepEqual(readDrafts((await openStore(state)).state), [{ showing: 's' }]);
  });

  it('is passed over where it makes no sense', async () => {
    const state = new TestMemento();
    await state.update('panel', { way: 'sung' });
    await state.update('session', 'x');
    await state.update('drafts', 'x');
    const store = await openStore(state);
    assert.strictEqual(readPreferences(store.state).way, 'head');
    assert.deepEqual(drillsToResume(store.state, undefined), []);
    assert.deepEqual(readDrafts(store.state), []);
  });
});

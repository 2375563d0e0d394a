import { assert } from 'chai';
import * as vscode from 'vscode';
import { buildVocabulary } from '../../src/core/answer/vocabulary';
import { indexBank } from '../../src/core/bank/bank';
import { parseBank } from '../../src/core/bank/parseBank';
import type { Question } from '../../src/core/bank/question';
import { drillView, titleOf } from '../../src/host/drillView';
import { keepPreferences } from '../../src/host/panelMemory';
import { ProgressStore } from '../../src/host/progressStore';
import { goodCard } from '../core/bank/card';
import { TestMemento } from './memento';
import { MemoryFiles } from './memoryFiles';

const log = vscode.window.createOutputChannel('Tests', { log: true });
const disk = new MemoryFiles();
const whole = parseBank([
  { path: 'features/index.md', text: '---\ntitle: Features\norder: 1\nicon: beaker\n---\n\nAll of it.\n' },
  { path: 'features/skew.md', text: goodCard.replace('related: [serving/batching]\n', '') },
]).bank;
const bank = indexBank(whole);
const [question] = whole.questions;
const vocabulary = buildVocabulary(whole.questions);

async function openStore(): Promise<ProgressStore> {
  const store = new ProgressStore({ state: new TestMemento(), storage: disk.newFolder(), log });
  await store.load();
  return store;
}

describe('drillView', () => {
  let registered: vscode.Disposable;
  before(() => {
    registered = disk.register();
  });
  // The log stays open: a store may still have something to say of its files.
  after(() => registered.dispose());

  it('shows the question, its place and what each grade would do', async () => {
    const view = drillView({
      session: { mode: 'random', started: 0, plan: ['features/skew'] },
      bank,
      store: await openStore(),
      vocabulary,
      questions: [question as Question],
    });
    if (view.type !== 'card') throw new Error('It shows no card.');
    assert.strictEqual(view.card.question.title, 'What is training-serving skew?');
    assert.deepEqual([view.card.position, view.card.total], [1, 1]);
    assert.deepEqual(view.card.intervals, { 1: 'today', 2: '1 day', 3: '2 days', 4: '8 days' });
  });

  it('is named after its drill, or after its question where it is only one', () => {
    const session = { started: 0, plan: ['features/skew'] };
    assert.strictEqual(titleOf({ ...session, mode: 'random' }, bank), 'MLOps Drill: Random drill');
    assert.strictEqual(titleOf({ ...session, mode: 'single' }, bank), 'What is training-serving skew?');
    const gone = { ...session, mode: 'single', plan: ['features/gone'] } as const;
    assert.strictEqual(titleOf(gone, bank), 'MLOps Drill: Single question');
  });

  it('passes over a question that has gone from the bank, and keeps its reviews', async () => {
    const store = await openStore();
    store.record({ kind: 'review', question: 'features/gone', grade: 3, seconds: 64 });
    const plan = ['features/gone', 'features/skew'];
    const view = drillView({
      session: { mode: 'random', started: store.nextMoment(), plan },
      bank,
      store,
      vocabulary,
      questions: [question as Question],
    });
    if (view.type !== 'card') throw new Error('It shows no card.');
    assert.strictEqual(view.card.question.id, 'features/skew');
    assert.strictEqual(view.card.total, 1);
    assert.strictEqual(view.card.undo, 'Good on "features/gone"');
    assert.strictEqual(store.progress.of('features/gone').reviews, 1);
  });

  it('shows a summary when all is done, weak questions first', async () => {
    const store = await openStore();
    const session = { mode: 'random', started: store.nextMoment(), plan: ['features/skew'] } as const;
    store.record({ kind: 'review', question: 'features/skew', grade: 2, seconds: 120 });
    const view = drillView({ session, bank, store, vocabulary, questions: [] });
    if (view.type !== 'summary') throw new Error('It shows no summary.');
    assert.deepEqual(view.summary.topics, [{ title: 'Features', good: 0, of: 1 }]);
    assert.deepEqual(view.summary.lines, [
      '1 question in 2 minutes.',
      'You did not answer it well at the first try.',
      'Next due: 1 question tomorrow.',
    ]);
    assert.strictEqual(view.summary.actions[0]?.action, 'weak');
    assert.deepEqual([view.summary.answered, view.summary.total], [1, 1]);
  });

  it('counts what is buried as due on the day on which it is asked again', async () => {
    const store = await openStore();
    const session = { mode: 'single', started: store.nextMoment(), plan: ['features/skew'] } as const;
    store.record({ kind: 'review', question: 'features/skew', grade: 1, seconds: 64 });
    store.record({ kind: 'bury', question: 'features/skew', until: store.today + 1 });
    const view = drillView({ session, bank, store, vocabulary, questions: [] });
    if (view.type !== 'summary') throw new Error('It shows no summary.');
    assert.strictEqual(view.summary.lines.at(-1), 'Next due: 1 question tomorrow.');
    assert.notInclude(
      view.summary.actions.map(({ action }) => action),
      'due',
    );
  });

  it('shows what was left out last time, the note, and help with a question that does not stay', async () => {
    const store = await openStore();
    const total = (question as Question).keyPoints.length;
    const session = { mode: 'random', started: 0, plan: ['features/skew'] } as const;
    store.record({ kind: 'note', question: 'features/skew', text: 'Mine.' });
    store.record({ kind: 'review', question: 'features/skew', grade: 1, seconds: 64, points: 1 });
    const later = { ...session, started: store.nextMoment() };
    const view = drillView({ session: later, bank, store, vocabulary, questions: [question as Question] });
    if (view.type !== 'card') throw new Error('It shows no card.');
    assert.deepEqual(
      view.card.leftOut,
      Array.from({ length: total - 1 }, (_, i) => i + 1),
    );
    assert.strictEqual(view.card.note, 'Mine.');
    assert.strictEqual(view.card.leech, undefined);
  });

  it('takes the way of answering that was used last, unless it is not offered', async () => {
    const store = await openStore();
    keepPreferences(store.state, { way: 'typed', open: ['bar'] });
    const card = () => {
      const session = { mode: 'random', started: 0, plan: ['features/skew'] } as const;
      const view = drillView({ session, bank, store, vocabulary, questions: [question as Question] });
      if (view.type !== 'card') throw new Error('It shows no card.');
      return view.card;
    };
    assert.deepEqual(card().preferences, { way: 'typed', open: ['bar'] });
    const settings = vscode.workspace.getConfiguration('mlopsDrill');
    await settings.update('typedAnswers', false, vscode.ConfigurationTarget.Global);
    assert.deepEqual(card().ways, ['head', 'aloud']);
    assert.strictEqual(card().preferences.way, 'head');
    await settings.update('typedAnswers', undefined, vscode.ConfigurationTarget.Global);
  });

  it('ends early with what was left out, and a way to go on', async () => {
    const store = await openStore();
    const plan = ['features/skew', 'features/skew2'];
    const session = { mode: 'random', started: store.nextMoment(), plan, ended: true } as const;
    store.record({ kind: 'review', question: 'features/skew', grade: 1, seconds: 64, points: 1 });
    const view = drillView({ session, bank, store, vocabulary, questions: [question as Question] });
    if (view.type !== 'summary') throw new Error('It shows no summary.');
    assert.deepEqual(view.summary.leftOut[0]?.points, question?.keyPoints.slice(1));
    assert.deepEqual(view.summary.actions[0], { action: 'continue', label: 'Go On (1 Left)' });
    assert.deepEqual([view.summary.answered, view.summary.total], [1, 2]);
  });
});

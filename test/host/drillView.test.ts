import { assert } from 'chai';
import * as vscode from 'vscode';
import { buildVocabulary } from '../../src/core/answer/buildVocabulary';
import { indexBank } from '../../src/core/bank/bank';
import { parseBank } from '../../src/core/bank/parseBank';
import type { Question } from '../../src/core/bank/question';
import type { Session } from '../../src/core/session/session';
import { doneWords } from '../../src/host/doneWords';
import { drillView, titleOf } from '../../src/host/drillView';
import { keepPreferences, keepSession } from '../../src/host/panelMemory';
import { ProgressStore } from '../../src/host/progressStore';
import { unfinishedDrill } from '../../src/host/standing';
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
    store.record({ kind: 'review', question: 'features/skew', grade: 2, seconds: 120, followUps: 1 });
    const view = drillView({ session, bank, store, vocabulary, questions: [] });
    if (view.type !== 'summary') throw new Error('It shows no summary.');
    assert.deepEqual(view.summary.topics, [{ title: 'Features', good: 0, of: 1 }]);
    assert.deepEqual(view.summary.lines, [
      '1 question in 2 minutes.',
      'You did not answer it well at the first try.',
      '1 follow-up was answered well.',
      'Today: 1 review, 2 of 30 minutes.',
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
    store.record({
      kind: 'review',
      question: 'features/skew',
      grade: 1,
      seconds: 64,
      points: 1,
      followUps: 1,
    });
    const later = { ...session, started: store.nextMoment() };
    const view = drillView({ session: later, bank, store, vocabulary, questions: [question as Question] });
    if (view.type !== 'card') throw new Error('It shows no card.');
    assert.deepEqual(
      view.card.leftOut,
      Array.from({ length: total - 1 }, (_, i) => ({ point: i + 1, often: '' })),
    );
    assert.deepEqual(view.card.wellBefore, [0]);
    assert.strictEqual(view.card.note, 'Mine.');
    assert.strictEqual(view.card.leech, undefined);
  });

  it('says how often a point was left out, from the second time on', async () => {
    const store = await openStore();
    const grade = (points: number) =>
      store.record({ kind: 'review', question: 'features/skew', grade: 2, seconds: 64, points });
    for (const points of [0b01, 0b11, 0b00]) grade(points);
    const session = { mode: 'random', started: store.nextMoment(), plan: ['features/skew'] } as const;
    const view = drillView({ session, bank, store, vocabulary, questions: [question as Question] });
    if (view.type !== 'card') throw new Error('It shows no card.');
    assert.deepEqual(view.card.leftOut.slice(0, 2), [
      { point: 0, often: '' },
      { point: 1, often: '2 of 3 times' },
    ]);
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

  it('comes back from a question on the way to the drill that is not finished', async () => {
    const store = await openStore();
    const drill = { mode: 'random', started: store.nextMoment(), plan: ['features/skew'] } as const;
    const single = { ...drill, mode: 'single', plan: ['features/other'] } as const;
    const table: readonly [string, Session | undefined, Session | undefined][] = [
      ['no session', undefined, undefined],
      ['a drill', drill, drill],
      ['a drill that was ended', { ...drill, ended: true }, undefined],
      ['a question alone', single, undefined],
      ['another question on the way', { ...single, outer: drill }, drill],
    ];
    for (const [name, session, expected] of table)
      assert.deepEqual(unfinishedDrill(session, store), expected, name);
    store.record({ kind: 'review', question: 'features/skew', grade: 3, seconds: 64 });
    assert.strictEqual(unfinishedDrill(drill, store), undefined, 'a drill that is done');
  });

  it('offers after a question alone to go on with the drill before it', async () => {
    const store = await openStore();
    keepSession(store.state, { mode: 'random', started: store.nextMoment(), plan: ['features/skew'] });
    const session = { mode: 'single', started: store.nextMoment(), plan: ['features/gone'] } as const;
    store.record({ kind: 'review', question: 'features/gone', grade: 3, seconds: 64 });
    const view = drillView({ session, bank, store, vocabulary, questions: [] });
    if (view.type !== 'summary') throw new Error('It shows no summary.');
    assert.deepEqual(view.summary.actions[0], { action: 'resume', label: 'Resume Drill (1 Left)' });
  });

  it('names what was done last, for those who do not see it', async () => {
    const store = await openStore();
    const skew = 'features/skew';
    const name = 'on "What is training-serving skew?"';
    const table: readonly [() => unknown, string][] = [
      [() => store.record({ kind: 'star', question: skew, on: true }), `Done: star ${name}`],
      [() => store.undo(), `Undone: star ${name}`],
      [() => store.redo(), `Done again: star ${name}`],
      [() => store.record({ kind: 'review', question: skew, grade: 3, seconds: 64 }), 'Graded Good.'],
      [() => store.record({ kind: 'quiz', question: skew, correct: true }), ''],
    ];
    assert.strictEqual(doneWords(store, bank), '');
    for (const [act, expected] of table) {
      act();
      assert.strictEqual(doneWords(store, bank), expected);
    }
  });

  it('drills no weak ones again that were suspended or buried meanwhile', async () => {
    const deeds = [{ kind: 'suspend', on: true } as const, { kind: 'bury', until: 99_999 } as const];
    for (const deed of deeds) {
      const store = await openStore();
      const session = { mode: 'random', started: store.nextMoment(), plan: ['features/skew'] } as const;
      store.record({ kind: 'review', question: 'features/skew', grade: 1, seconds: 64 });
      store.record({ ...deed, question: 'features/skew' });
      const view = drillView({ session, bank, store, vocabulary, questions: [] });
      if (view.type !== 'summary') throw new Error('It shows no summary.');
      assert.notInclude(
        view.summary.actions.map(({ action }) => action),
        'weak',
      );
      assert.strictEqual(view.summary.weakQuestions.length, 1, 'it is still worth another look');
    }
  });

  it('names the worst topic first, what is forgotten again and again, and what is due', async () => {
    const store = await openStore();
    const text = (title: string) =>
      goodCard.replace('related: [serving/batching]\n', '').replace('What is training-serving skew?', title);
    const topic = (order: number) => `---\ntitle: T${order}\norder: ${order}\nicon: beaker\n---\n\nAll.\n`;
    const { bank: two } = parseBank([
      { path: 'a/index.md', text: topic(1) },
      { path: 'a/one.md', text: text('What is one?') },
      { path: 'b/index.md', text: topic(2) },
      { path: 'b/two.md', text: text('What is two?') },
    ]);
    const grade = (question: string, given: 1 | 3, daysAgo: number) => ({
      ...{ by: 'before', n: 100 - daysAgo, at: store.nextMoment() - daysAgo * 86_400, zone: 0 },
      ...({ kind: 'review', question, grade: given, seconds: 64 } as const),
    });
    await store.absorb(Array.from({ length: 10 }, (_, day) => grade('b/two', 1, 90 - day)));
    const session = { mode: 'random', started: store.nextMoment(), plan: ['a/one', 'b/two'] } as const;
    store.record({ kind: 'review', question: 'a/one', grade: 3, seconds: 64 });
    store.record({ kind: 'review', question: 'b/two', grade: 1, seconds: 64 });
    store.record({ kind: 'bury', question: 'b/two', until: store.today });
    const view = drillView({ session, bank: indexBank(two), store, vocabulary, questions: [] });
    if (view.type !== 'summary') throw new Error('It shows no summary.');
    const { topics, leeches, actions } = view.summary;
    assert.deepEqual(
      topics.map(({ title, good }) => [title, good]),
      [
        ['T2', 0],
        ['T1', 1],
      ],
    );
    assert.deepEqual(
      leeches.map(({ id }) => id),
      ['b/two'],
    );
    assert.deepInclude(actions, { action: 'due', label: 'Review What Is Due (1)' });
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

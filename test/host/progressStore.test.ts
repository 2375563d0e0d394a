import { assert } from 'chai';
import * as vscode from 'vscode';
import { decodeLog } from '../../src/core/progress/codec';
import { ProgressStore } from '../../src/host/progressStore';
import { TestMemento } from './memento';

const log = vscode.window.createOutputChannel('Tests', { log: true });
const good = (question: string) => ({ kind: 'review', question, grade: 3, seconds: 64 }) as const;

async function open(memento: TestMemento): Promise<ProgressStore> {
  const store = new ProgressStore(memento, log);
  await store.load();
  return store;
}

describe('ProgressStore', () => {
  after(() => log.dispose());

  it('finds again what was graded before', async () => {
    const memento = new TestMemento();
    const store = await open(memento);
    store.record(good('a/b'));
    await store.saved();
    const later = await open(memento);
    assert.strictEqual(later.progress.of('a/b').reviews, 1);
    assert.deepEqual(later.counted, store.counted);
  });

  it('registers the one key that is synced', async () => {
    const memento = new TestMemento();
    await open(memento);
    assert.deepEqual(memento.synced, ['log']);
  });

  it('writes many grades at once in few writes, and loses none', async () => {
    const memento = new TestMemento();
    const store = await open(memento);
    for (let i = 0; i < 200; i++) store.record(good(`a/${i}`));
    await store.saved();
    assert.isOk(memento.writes <= 2, `${memento.writes} writes`);
    assert.strictEqual(decodeLog(memento.get('log')).events.length, 200);
  });

  it('keeps what another window wrote meanwhile', async () => {
    const shared = new Map<string, string>();
    const one = await open(new TestMemento(shared));
    const two = await open(new TestMemento(shared));
    one.record(good('a/one'));
    await one.saved();
    two.record(good('a/two'));
    await two.saved();
    assert.strictEqual(two.progress.of('a/one').reviews, 1);
    assert.strictEqual(decodeLog(new TestMemento(shared).get('log')).events.length, 2);
  });

  it('undoes and redoes, and says whether there was something', async () => {
    const store = await open(new TestMemento());
    assert.strictEqual(store.undo(), false);
    store.record(good('a/b'));
    assert.strictEqual(store.undo(), true);
    assert.strictEqual(store.progress.of('a/b').reviews, 0);
    assert.strictEqual(store.redo(), true);
    assert.strictEqual(store.progress.of('a/b').reviews, 1);
    assert.strictEqual(store.redo(), false);
  });

  it('undoes across a restart', async () => {
    const memento = new TestMemento();
    const store = await open(memento);
    store.record(good('a/b'));
    await store.saved();
    const later = await open(memento);
    assert.strictEqual(later.undo(), true);
    assert.strictEqual(later.progress.of('a/b').reviews, 0);
  });

  for (const damaged of ['nonsense', 'mlops-drill/1:abc.AAAA', { some: 'object' }, 7]) {
    it(`keeps a damaged value aside and goes on: ${JSON.stringify(damaged)}`, async () => {
      const memento = new TestMemento();
      await memento.update('log', damaged);
      const store = await open(memento);
      store.record(good('a/b'));
      await store.saved();
      assert.deepEqual(memento.get('keptAside'), [
        typeof damaged === 'string' ? damaged : JSON.stringify(damaged),
      ]);
      assert.strictEqual(decodeLog(memento.get('log')).events.length, 1);
    });
  }

  it('keeps a value of a newer version aside', async () => {
    const memento = new TestMemento();
    await memento.update('log', 'mlops-drill/9:zzz');
    await (await open(memento)).saved();
    assert.deepEqual(memento.get('keptAside'), ['mlops-drill/9:zzz']);
    assert.strictEqual(memento.get('log'), 'mlops-drill/9:zzz');
  });

  it('loses nothing when a write fails, and writes it with the next grade', async () => {
    const memento = new TestMemento();
    const store = await open(memento);
    memento.failing = true;
    store.record(good('a/one'));
    await store.saved();
    assert.strictEqual(store.progress.of('a/one').reviews, 1);
    memento.failing = false;
    store.record(good('a/two'));
    await store.saved();
    assert.strictEqual(decodeLog(memento.get('log')).events.length, 2);
  });

  it('starts a session later than everything before it', async () => {
    const store = await open(new TestMemento());
    store.record(good('a/b'));
    const started = store.nextMoment();
    assert.isOk(store.counted.every((event) => event.at < started));
  });

  it('counts into a session what is graded in the second of its start', async () => {
    const store = await open(new TestMemento());
    store.record(good('a/b'));
    const started = store.nextMoment();
    store.record(good('a/c'));
    assert.isOk((store.counted.at(-1)?.at ?? 0) >= started);
  });
});

import { assert } from 'chai';
import * as vscode from 'vscode';
import { decodeLog, encodeLog } from '../../src/core/progress/codec';
import { type ProgressEvent, roundSeconds } from '../../src/core/progress/event';
import { seeded } from '../../src/core/session/random';
import { ProgressStore } from '../../src/host/progressStore';
import { eventually } from './eventually';
import { TestMemento } from './memento';
import { MemoryFiles } from './memoryFiles';

const log = vscode.window.createOutputChannel('Tests', { log: true });
const good = (question: string) => ({ kind: 'review', question, grade: 3, seconds: 64 }) as const;

const disk = new MemoryFiles();
const twoHours = 2 * 3_600_000;

async function open(memento: TestMemento, storage = disk.newFolder()): Promise<ProgressStore> {
  const store = new ProgressStore({ state: memento, storage, log });
  await store.load();
  return store;
}

describe('ProgressStore', () => {
  let registered: vscode.Disposable;
  before(() => {
    registered = disk.register();
  });
  after(() => {
    log.dispose();
    registered.dispose();
  });

  it('finds again what was graded before', async () => {
    const memento = new TestMemento();
    const store = await open(memento);
    store.record(good('a/b'));
    await store.saved();
    const later = await open(memento);
    assert.strictEqual(later.progress.of('a/b').reviews, 1);
    assert.deepEqual(later.counted, store.counted);
  });

  it('refuses what it could not read again, and remembers nothing of it', async () => {
    const store = await open(new TestMemento());
    const text = 'x'.repeat(20_001);
    assert.throws(() => store.record({ kind: 'note', question: 'a/b', text }), RangeError);
    assert.strictEqual(store.progress.of('a/b').note, '');
    assert.strictEqual(store.all.length, 0);
  });

  it('gives each session a start of its own, later than what came before and not later than what comes', async () => {
    const store = await open(new TestMemento());
    store.record(good('a/b'));
    const [one, two] = [store.takeMoment(), store.takeMoment()];
    store.record(good('a/c'));
    const [before = 0, after = 0] = store.all.map((event) => event.at);
    assert.isOk(before < one && one < two && two <= after, [before, one, two, after].join());
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

  it('leaves a value of a newer version where it is, and goes on in files', async () => {
    const memento = new TestMemento();
    const folder = disk.newFolder();
    await memento.update('log', 'mlops-drill/9:zzz');
    const store = await open(memento, folder);
    store.record(good('a/b'));
    await store.absorb([]);
    assert.deepEqual(memento.get('keptAside'), ['mlops-drill/9:zzz']);
    assert.strictEqual(memento.get('log'), 'mlops-drill/9:zzz');
    assert.strictEqual((await open(memento, folder)).all.length, 1);
  });

  it('takes back the last grade although a clock that was far ahead has dated an event', async () => {
    const store = await open(new TestMemento());
    const future = Math.floor(Date.now() / 1000) + 400 * 86_400;
    await store.absorb([{ by: 'w', n: 1, at: future, zone: 0, ...good('a/future') }]);
    const started = store.nextMoment();
    assert.isOk(started < future);
    store.record(good('a/b'));
    assert.deepEqual(
      store.settled.map((event) => event.at >= started),
      [true],
    );
    assert.strictEqual(store.undo(), true);
    assert.strictEqual(store.progress.of('a/b').reviews, 0);
    assert.strictEqual(store.progress.of('a/future').reviews, 1);
    assert.strictEqual(store.redo(), true);
    assert.strictEqual(store.progress.of('a/b').reviews, 1);
    assert.strictEqual(store.redo(), false);
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

  describe('with files', () => {
    const texts = (folder: vscode.Uri, part: string) => disk.texts(vscode.Uri.joinPath(folder, part));
    const logged = (folder: vscode.Uri) =>
      [...texts(folder, 'log')].flatMap(([name, text]) =>
        name.endsWith('.log') ? decodeLog(text).events : [],
      );

    it('has a grade in a file as soon as it is durable', async () => {
      const folder = disk.newFolder();
      const store = await open(new TestMemento(), folder);
      store.record(good('a/b'));
      await store.durable();
      assert.deepEqual(logged(folder), store.all);
    });

    it('is durable in globalState where there are no files', async () => {
      const memento = new TestMemento();
      const store = await open(memento, vscode.Uri.from({ scheme: 'drill-nowhere', path: '/' }));
      store.record(good('a/b'));
      await store.durable();
      assert.strictEqual(decodeLog(memento.get('log')).events.length, 1);
    });

    it('is durable in globalState where the disk does not answer', async () => {
      const memento = new TestMemento();
      const store = await open(memento);
      disk.hangs = true;
      try {
        store.record(good('a/b'));
        await store.durable();
      } finally {
        disk.hangs = false;
      }
      assert.strictEqual(decodeLog(memento.get('log')).events.length, 1);
    });

    it('uses what can be read beside a file that cannot be opened, and concludes nothing from it', async () => {
      const folder = disk.newFolder();
      const store = await open(new TestMemento(), folder);
      store.record(good('a/b'));
      await store.durable();
      const closed = vscode.Uri.joinPath(folder, 'log', 'closed-a.log');
      disk.put(closed, 'mlops-drill/1');
      disk.closed.add(closed.path);
      const later = await open(new TestMemento(), folder);
      await later.absorb([]);
      assert.deepEqual(later.all, store.all);
      assert.isOk([...texts(folder, 'log').keys()].every((name) => !name.startsWith('all-')));
    });

    it('leaves a file alone that is just being written', async () => {
      const folder = disk.newFolder();
      disk.put(vscode.Uri.joinPath(folder, 'log', 'other-a.log'), 'mlops-drill/1:abc.AAAA');
      await (await open(new TestMemento(), folder)).absorb([]);
      assert.deepEqual([...texts(folder, 'log').keys()], ['other-a.log']);
    });

    it('finds everything again with either replica gone', async () => {
      const folder = disk.newFolder();
      const memento = new TestMemento();
      const store = await open(memento, folder);
      store.record(good('a/b'));
      store.record({ kind: 'star', question: 'a/b', on: true });
      await store.saved();
      const fromFiles = await open(new TestMemento(), folder);
      assert.deepEqual(fromFiles.all, store.all);
      const fromState = await open(memento, disk.newFolder());
      assert.deepEqual(fromState.all, store.all);
    });

    it('gives each replica what it lacks', async () => {
      const [folder, other] = [disk.newFolder(), disk.newFolder()];
      const memento = new TestMemento();
      const store = await open(memento, folder);
      store.record(good('a/b'));
      await store.saved();
      await (await open(memento, other)).absorb([]);
      assert.deepEqual(logged(other), store.all);
      const empty = new TestMemento();
      await (await open(empty, folder)).absorb([]);
      assert.deepEqual(decodeLog(empty.get('log')).events, store.all);
    });

    it('sees at once what another window writes', async () => {
      const folder = disk.newFolder();
      const one = await open(new TestMemento(), folder);
      const two = await open(new TestMemento(), folder);
      const heard = new Promise<void>((resolve) => two.onDidChange(() => resolve()));
      one.record(good('a/b'));
      await heard;
      assert.deepEqual(two.all, one.all);
    });

    it('keeps a damaged file aside and uses what can be read', async () => {
      const folder = disk.newFolder();
      const memento = new TestMemento();
      const store = await open(memento, folder);
      store.record(good('a/b'));
      await store.saved();
      disk.put(vscode.Uri.joinPath(folder, 'log', 'broken.log'), 'mlops-drill/1:abc.AAAA', twoHours);
      const later = await open(memento, folder);
      assert.deepEqual(later.all, store.all);
      assert.strictEqual(texts(folder, 'log').get('broken.log.damaged'), 'mlops-drill/1:abc.AAAA');
      assert.isUndefined(texts(folder, 'log').get('broken.log'));
    });

    it('takes an empty file, which a full disk leaves, for nothing', async () => {
      const folder = disk.newFolder();
      disk.put(vscode.Uri.joinPath(folder, 'log', 'full-a.log'), '');
      await (await open(new TestMemento(), folder)).absorb([]);
      assert.deepEqual([...texts(folder, 'log').keys()], ['full-a.log']);
    });

    it('takes a write that was cut short for nothing', async () => {
      const folder = disk.newFolder();
      const store = await open(new TestMemento(), folder);
      for (const question of ['a/one', 'a/two']) {
        store.record(good(question));
        await store.durable();
      }
      const [[name, text] = ['', '']] = [...texts(folder, 'log')].reverse();
      disk.put(vscode.Uri.joinPath(folder, 'log', name), text.slice(0, text.length - 9));
      const later = await open(new TestMemento(), folder);
      assert.strictEqual(later.all.length, 1);
      assert.isOk(
        [...texts(folder, 'log').keys()].every((n) => n.endsWith('.log')),
        'nothing is put aside',
      );
      store.record(good('a/three'));
      await store.durable();
      assert.strictEqual((await open(new TestMemento(), folder)).all.length, 3);
    });

    it('goes on with a full disk, and writes everything when there is room again', async () => {
      const folder = disk.newFolder();
      const memento = new TestMemento();
      const store = await open(memento, folder);
      disk.isFull = true;
      try {
        store.record(good('a/one'));
        await store.durable();
        assert.strictEqual(decodeLog(memento.get('log')).events.length, 1);
        assert.deepEqual(logged(folder), []);
      } finally {
        disk.isFull = false;
      }
      store.record(good('a/two'));
      await store.durable();
      assert.deepEqual(logged(folder), store.all);
    });

    it('puts the files of ended windows together, and loses none of their events', async () => {
      const folder = disk.newFolder();
      const memento = new TestMemento();
      for (const question of ['a/one', 'a/two', 'a/three']) {
        const store = await open(memento, folder);
        store.record(good(question));
        await store.absorb([]);
        store.dispose();
      }
      for (const [name, text] of texts(folder, 'log')) {
        disk.put(vscode.Uri.joinPath(folder, 'log', name), text, twoHours);
      }
      const last = await open(memento, folder);
      await eventually('one file is left', () => texts(folder, 'log').size === 1);
      assert.isOk([...texts(folder, 'log').keys()][0]?.startsWith('all-'));
      assert.deepEqual(logged(folder), last.all);
      assert.strictEqual(last.all.length, 3);
    });

    it('leaves the files of windows that may still be open', async () => {
      const folder = disk.newFolder();
      const memento = new TestMemento();
      const store = await open(memento, folder);
      store.record(good('a/one'));
      await store.saved();
      const fresh = [...texts(folder, 'log').keys()];
      disk.put(vscode.Uri.joinPath(folder, 'log', 'ended-a.log'), 'mlops-drill/1', twoHours);
      await open(memento, folder);
      await eventually('the file of an ended window is gone', () => !texts(folder, 'log').has('ended-a.log'));
      assert.isOk(fresh.every((name) => texts(folder, 'log').has(name)));
    });

    it('leaves the oldest events to the files when globalState would grow too long, and reads them back', async () => {
      const folder = disk.newFolder();
      const memento = new TestMemento();
      const store = await open(memento, folder);
      const chance = seeded(1);
      const many = Array.from({ length: 90_000 }, (_, i): ProgressEvent => {
        const random = Math.floor(chance() * 2 ** 30);
        const question = `topic-${random % 16}/question-${random % 483}`;
        const stamp = {
          by: `w${i % 40}`,
          n: Math.floor(i / 40) + 1,
          at: 1_700_000_000 + i * 97 + (random % 90),
        };
        return {
          ...stamp,
          zone: 60,
          kind: 'review',
          question,
          grade: 3,
          seconds: roundSeconds(random % 400),
          points: random % 32,
        };
      });
      await store.absorb(many);
      const text = memento.get<string>('log');
      assert.isOk(text.length < 300 * 1024 + 20, `${text.length} characters`);
      assert.isOk(decodeLog(text).events.length < 90_000, 'the text holds all of it');
      assert.strictEqual(store.all.length, 90_000);
      const later = await open(memento, folder);
      assert.strictEqual(later.all.length, 90_000);
      assert.deepEqual(later.all[0], store.all[0]);
      const writes = memento.writes;
      await later.absorb([]);
      assert.strictEqual(memento.writes, writes, 'nothing is missing, so nothing is written');
    });

    it('leaves nothing to files that cannot be written', async () => {
      const memento = new TestMemento();
      const store = await open(memento, vscode.Uri.from({ scheme: 'drill-nowhere', path: '/' }));
      await store.absorb([{ by: 'w', n: 1, at: 1, zone: 0, ...good('a/b') }]);
      assert.strictEqual(decodeLog(memento.get('log')).events.length, 1);
    });

    it('takes up again what an older version could not read', async () => {
      const memento = new TestMemento();
      const kept = encodeLog([{ by: 'w', n: 1, at: 1, zone: 0, ...good('a/b') }]);
      await memento.update('keptAside', ['mlops-drill/9:zzz', kept]);
      assert.strictEqual((await open(memento)).all.length, 1);
    });

    it('is restored when another machine has replaced the value, and then writes nothing more', async () => {
      const [here, there] = [disk.newFolder(), disk.newFolder()];
      const synced = new Map<string, string>();
      const one = await open(new TestMemento(synced), here);
      one.record(good('a/one'));
      await one.saved();
      const foreign = new Map<string, string>();
      const two = await open(new TestMemento(foreign), there);
      two.record(good('a/two'));
      await two.saved();
      synced.set('log', foreign.get('log') as string);
      await one.absorb([]);
      assert.strictEqual(one.all.length, 2);
      foreign.set('log', synced.get('log') as string);
      const memento = new TestMemento(foreign);
      const back = await open(memento, there);
      await back.absorb([]);
      assert.deepEqual(back.all, one.all);
      assert.strictEqual(memento.writes, 0, 'both machines have written the same text');
    });
  });
});

import { assert } from 'chai';
import * as vscode from 'vscode';
import { type BankIndex, indexBank } from '../../src/core/bank/bank';
import type { QuestionHead } from '../../src/core/bank/question';
import type { ProgressEvent } from '../../src/core/progress/event';
import type { TreeNode } from '../../src/host/ids';
import { ProgressStore } from '../../src/host/progressStore';
import { TopicsTree } from '../../src/host/topicsTree';
import { TestMemento } from './memento';
import { MemoryFiles } from './memoryFiles';

const log = vscode.window.createOutputChannel('Tests', { log: true });
const disk = new MemoryFiles();
const topicCount = 20;
const perTopic = 250;

/** A bank of 5,000 questions. */
const bank: BankIndex = indexBank({
  topics: Array.from({ length: topicCount }, (_, t) => ({
    id: `topic${t}`,
    title: `Topic ${t}`,
    order: t,
    icon: 'book',
    summary: 'All of it.',
  })),
  questions: Array.from({ length: topicCount * perTopic }, (_, i): QuestionHead => {
    const topic = `topic${i % topicCount}`;
    return {
      id: `${topic}/q${i}`,
      topic,
      title: `Question ${i}`,
      level: 'mid',
      kind: 'concept',
      tags: ['every', `tag${i % 7}`],
      tools: [],
      minutes: 3,
      related: [],
      volatility: 'stable',
      reviewed: '2026-11-23',
      hasQuiz: false,
      pointCount: 4,
    };
  }),
});
const first = 'topic0/q0';
const stores: ProgressStore[] = [];
/** It was forgotten twenty days ago, and is due. */
const again: ProgressEvent = {
  ...{ by: 'other', n: 1, at: Math.floor(Date.now() / 1000) - 20 * 86_400, zone: 0 },
  ...{ kind: 'review', question: first, grade: 1, seconds: 64 },
};
const good = { kind: 'review', question: first, grade: 3, seconds: 64 } as const;

/** The tree over the bank, with every group opened, and what VS Code reads of it, as VS Code does. */
async function openTree(by: 'topic' | 'state' | 'tag' = 'topic') {
  const store = new ProgressStore({ state: new TestMemento(), storage: disk.newFolder(), log });
  stores.push(store);
  const tree = new TopicsTree({ index: async () => bank }, store);
  tree.outlook = { by, filter: {} };
  const items = new Map<string, vscode.TreeItem>();
  let [read, roots] = [0, 0];
  const readBelow = async (node?: TreeNode): Promise<void> => {
    for (const child of await tree.getChildren(node)) {
      const item = tree.getTreeItem(child);
      items.set(item.id as string, item);
      read++;
      if (child.type !== 'question') await readBelow(child);
    }
  };
  await readBelow();
  /** Refreshes, and gives how many items VS Code reads anew if everything is open. */
  const refresh = async (): Promise<number> => {
    const fired: (TreeNode[] | undefined)[] = [];
    const listening = tree.onDidChangeTreeData((nodes) => fired.push(nodes));
    tree.refresh();
    listening.dispose();
    read = 0;
    for (const nodes of fired) {
      if (!nodes) roots++;
      for (const node of nodes ?? []) {
        const item = tree.getTreeItem(node);
        items.set(item.id as string, item);
        read++;
        if (node.type !== 'question') await readBelow(node);
      }
    }
    return read;
  };
  return { store, tree, items, refresh, roots: () => roots };
}

describe('the tree with 5,000 questions', () => {
  let registered: vscode.Disposable;
  before(() => {
    registered = disk.register();
  });
  after(async () => {
    await Promise.all(stores.map((store) => store.saved()));
    for (const store of stores) store.dispose();
    log.dispose();
    registered.dispose();
  });

  it('has stable nodes and unique ids', async () => {
    const { tree, items } = await openTree();
    assert.strictEqual(items.size, topicCount * perTopic + topicCount);
    const [once, again] = [await tree.getChildren(), await tree.getChildren()];
    assert.strictEqual(once[3], again[3]);
    const [topic] = once;
    assert.strictEqual((await tree.getChildren(topic))[5], (await tree.getChildren(topic))[5]);
  });

  it('reads one topic anew after a grade, and not the root', async () => {
    const { store, items, refresh, roots } = await openTree();
    store.record(good);
    assert.strictEqual(await refresh(), 1 + perTopic);
    assert.strictEqual(roots(), 0);
    assert.strictEqual(items.get(first)?.description, 'learning, due in 2 days');
    assert.strictEqual(items.get('topic0')?.description, '249 new');
  });

  it('says of a group what matters most, and all its counts on hover and to a screen reader', async () => {
    const { store, tree, items, refresh } = await openTree();
    await store.absorb([again]);
    store.record({ kind: 'suspend', question: 'topic0/q20', on: true });
    await refresh();
    assert.strictEqual((items.get(first)?.iconPath as vscode.ThemeIcon | undefined)?.id, 'clockface');
    const item = items.get('topic0') as vscode.TreeItem;
    assert.strictEqual(item.description, '1 due');
    assert.strictEqual(item.accessibilityInformation?.label, 'Topic 0, 250 questions: 1 due, 248 new');
    const [topic] = await tree.getChildren();
    const { tooltip } = tree.resolveTreeItem(item, topic as TreeNode);
    assert.strictEqual(
      (tooltip as vscode.MarkdownString).value,
      '**Topic 0**\n\n250 questions: 1 due · 248 new\n\nAll of it.',
    );
  });

  it('counts apart what is buried', async () => {
    const { store, tree, items, refresh } = await openTree('state');
    await store.absorb([again]);
    store.record({ kind: 'bury', question: 'topic0/q20', until: store.today + 1 });
    await refresh();
    assert.strictEqual(items.get('state:due')?.description, '1 question');
    assert.strictEqual(items.get('state:new')?.description, '4998 questions + 1 buried');
    const [due] = await tree.getChildren();
    const { tooltip } = tree.resolveTreeItem(items.get('state:due') as vscode.TreeItem, due as TreeNode);
    assert.strictEqual((tooltip as vscode.MarkdownString).value, '**Due**\n\n1 question');
  });

  it('reads one row anew for a star, and none for what it does not show', async () => {
    const { store, items, refresh } = await openTree();
    store.record({ kind: 'star', question: first, on: true });
    assert.strictEqual(await refresh(), 1);
    assert.strictEqual(items.get(first)?.description, '★ new · starred');
    assert.strictEqual((items.get(first)?.iconPath as vscode.ThemeIcon | undefined)?.id, 'star-full');
    assert.match(items.get(first)?.accessibilityInformation?.label ?? '', /, new, starred$/);
    store.record({ kind: 'quiz', question: first, correct: true });
    assert.strictEqual(await refresh(), 0);
  });

  it('takes back by undo what a grade has changed, and no more', async () => {
    const { store, items, refresh, roots } = await openTree();
    store.record(good);
    await refresh();
    store.undo();
    assert.strictEqual(await refresh(), 1 + perTopic);
    assert.strictEqual(roots(), 0);
    assert.strictEqual(items.get(first)?.description, 'new');
  });

  it('moves a question between states without reading the root', async () => {
    const { store, tree, refresh, roots } = await openTree('state');
    store.record(good);
    await refresh();
    assert.strictEqual(roots(), 0);
    const states = await tree.getChildren();
    assert.deepEqual(
      await Promise.all(states.map(async (state) => (await tree.getChildren(state)).length)),
      [0, 1, 4999, 0, 0],
    );
  });

  it('shows a question below each of its tags, each time with an id of its own', async () => {
    const { items } = await openTree('tag');
    assert.strictEqual(items.size, 8 + 2 * topicCount * perTopic);
  });

  it('marks leeches in words, icon and what a screen reader says', async () => {
    const { store, items, refresh } = await openTree();
    const day = 86_400;
    const at = Math.floor(Date.now() / 1000) - 20 * day;
    const events = Array.from({ length: 9 }, (_, i) => ({
      ...{ by: 'other', n: i + 1, at: at + i * day, zone: 0 },
      ...{ ...good, grade: 1 as const },
    }));
    await store.absorb(events);
    await refresh();
    assert.strictEqual(items.get(first)?.description, 'due · leech');
    assert.strictEqual((items.get(first)?.iconPath as vscode.ThemeIcon | undefined)?.id, 'warning');
    assert.match(items.get(first)?.accessibilityInformation?.label ?? '', /, due, leech$/);
  });

  it('shows and drills what the filter lets through', async () => {
    const { store, tree } = await openTree();
    store.record({ kind: 'star', question: first, on: true });
    tree.outlook = { by: 'topic', filter: { flags: ['starred'] } };
    const [topic, ...others] = await tree.getChildren();
    assert.deepEqual(others, []);
    assert.deepEqual(tree.questionsOf(topic as TreeNode), [first]);
    assert.deepEqual(await tree.allShown(), [first]);
    tree.outlook = { by: 'topic', filter: { flags: ['leech'] } };
    assert.isTrue(tree.isEmpty);
  });
});

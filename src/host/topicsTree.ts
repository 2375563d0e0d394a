import {
  Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { QuestionHead, Topic } from '../core/bank/question';
import type { Progress, QuestionState } from '../core/progress/progress';
import type { BankFiles } from './bankFiles';
import { type TreeNode, topicsViewId } from './ids';
import type { ProgressStore } from './progressStore';
import { intervalWords, kindName, levelName, stateName } from './words';

/** The Topics view: topics in their order with counts, and below each its questions with their state. */
export class TopicsTree implements TreeDataProvider<TreeNode>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  /** Nodes are kept, since VS Code recognises an element by its identity. */
  private readonly nodes = new Map<string, TreeNode>();
  private bank: BankIndex | undefined;
  private readonly subscriptions: Disposable;

  constructor(
    private readonly files: BankFiles,
    private readonly store: ProgressStore,
  ) {
    const view = window.createTreeView(topicsViewId, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.subscriptions = Disposable.from(
      this.changed,
      view,
      store.onDidChange(() => this.changed.fire(undefined)),
    );
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    this.bank ??= await this.files.index();
    await this.store.load();
    if (!node) return this.bank.topics.map((t) => this.node(t.id, { type: 'topic', topic: t.id }));
    if (node.type === 'question') return [];
    return this.bank.inTopic(node.topic).map((q) => this.node(q.id, { type: 'question', question: q.id }));
  }

  getParent(node: TreeNode): TreeNode | undefined {
    if (node.type === 'topic') return undefined;
    return this.nodes.get(node.question.split('/')[0] as string);
  }

  getTreeItem(node: TreeNode): TreeItem {
    const bank = this.bank as BankIndex; // Nodes come from getChildren, which has loaded it.
    const { progress, today } = this.store;
    if (node.type === 'topic') return topicItem(bank, bank.topic(node.topic) as Topic, progress, today);
    return questionItem(bank.question(node.question) as QuestionHead, progress, today);
  }

  /** Called on hover only: texts that need not be made for every row. */
  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    const bank = this.bank as BankIndex;
    const text =
      node.type === 'topic'
        ? (bank.topic(node.topic) as Topic).summary
        : questionTooltip(
            bank.question(node.question) as QuestionHead,
            this.store.progress,
            this.store.today,
          );
    item.tooltip = new MarkdownString(text);
    return item;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private node(id: string, made: TreeNode): TreeNode {
    const known = this.nodes.get(id);
    if (known) return known;
    this.nodes.set(id, made);
    return made;
  }
}

function topicItem(bank: BankIndex, topic: Topic, progress: Progress, today: number): TreeItem {
  const questions = bank.inTopic(topic.id);
  const counts = new Map<QuestionState, number>();
  for (const q of questions) {
    const state = progress.stateOf(q.id, today);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const shown: QuestionState[] = ['due', 'learning', 'new', 'known'];
  const parts = shown.flatMap((state) => {
    const count = counts.get(state);
    return count ? [`${count} ${stateName(state)}`] : [];
  });
  const item = new TreeItem(topic.title, TreeItemCollapsibleState.Collapsed);
  item.id = topic.id;
  item.iconPath = new ThemeIcon(topic.icon);
  item.description = parts.join(' · ');
  item.contextValue = 'topic';
  item.accessibilityInformation = {
    label: l10n.t('{0}, {1} questions: {2}', topic.title, questions.length, parts.join(', ')),
  };
  return item;
}

const icons: { readonly [S in QuestionState]: ThemeIcon } = {
  new: new ThemeIcon('circle-outline'),
  learning: new ThemeIcon('circle-large-filled', new ThemeColor('charts.blue')),
  due: new ThemeIcon('clock', new ThemeColor('charts.orange')),
  known: new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed')),
  suspended: new ThemeIcon('debug-pause', new ThemeColor('disabledForeground')),
};

function questionItem(question: QuestionHead, progress: Progress, today: number): TreeItem {
  const { starred } = progress.of(question.id);
  const words = stateWords(question, progress, today);
  const item = new TreeItem(question.title);
  item.id = question.id;
  item.iconPath = icons[progress.stateOf(question.id, today)];
  item.description = starred ? `★ ${words}` : words;
  item.contextValue = 'question';
  item.command = {
    command: 'mlopsDrill.drillQuestion',
    title: l10n.t('Open'),
    arguments: [question.id],
  };
  const spoken = [question.title, levelName(question.level), kindName(question.kind), words];
  if (starred) spoken.push(l10n.t('starred'));
  item.accessibilityInformation = { label: spoken.join(', ') };
  return item;
}

/** "known, due in 11 days"; "new". */
function stateWords(question: QuestionHead, progress: Progress, today: number): string {
  const state = progress.stateOf(question.id, today);
  const { dueDay, buriedUntil } = progress.of(question.id);
  if (state !== 'suspended' && buriedUntil > today) return l10n.t('buried until tomorrow');
  if (state !== 'known' && state !== 'learning') return stateName(state);
  return l10n.t('{0}, due in {1}', stateName(state), intervalWords(dueDay - today));
}

function questionTooltip(question: QuestionHead, progress: Progress, today: number): string {
  const m = progress.of(question.id);
  const facts = [levelName(question.level), kindName(question.kind), stateWords(question, progress, today)];
  const lines = [
    `**${question.title}**`,
    facts.join(' · '),
    question.tags.map((tag) => `\`${tag}\``).join(' '),
  ];
  if (m.memory) {
    const recall = Math.round(progress.recallOf(question.id, today) * 100);
    lines.push(
      l10n.t('Reviews: {0}. Forgotten: {1}. Expected recall today: {2} %.', m.reviews, m.lapses, recall),
    );
  }
  if (m.quizRight + m.quizWrong > 0) {
    lines.push(l10n.t('Quiz answers: {0} right, {1} wrong.', m.quizRight, m.quizWrong));
  }
  return lines.join('\n\n');
}

import { EventEmitter, MarkdownString, type TreeDataProvider, type TreeItem } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { QuestionHead, QuestionId } from '../core/bank/question';
import { type Outlook, outline } from '../core/session/outline';
import type { BankFiles } from './bankFiles';
import type { TreeNode } from './ids';
import type { ProgressStore } from './progressStore';
import { sourceOf } from './today';
import {
  type Counts,
  countsOf,
  type Group,
  groupItem,
  groupTooltip,
  isSameRow,
  questionItem,
  questionTooltip,
  type Row,
  rowOf,
  topicTooltip,
} from './treeItems';

type GroupNode = Exclude<TreeNode, { readonly type: 'question' }>;

/** Everything the tree shows at one moment. */
interface Shown {
  readonly bank: BankIndex;
  readonly outlook: Outlook;
  readonly today: number;
  readonly groups: ReadonlyMap<string, readonly QuestionId[]>;
  readonly counts: ReadonlyMap<string, Counts>;
  readonly rows: ReadonlyMap<QuestionId, Row>;
}

/**
 * The rows of the Topics view: groups with their counts, and below each its questions with their state. What it shows
 * is worked out once for each change, so that a row costs a look-up; and only what differs is shown anew.
 */
export class TopicsTree implements TreeDataProvider<TreeNode> {
  private readonly changed = new EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  /** Nodes are kept, since VS Code recognises an element by its identity. */
  private readonly nodes = new Map<string, TreeNode>();
  private shown: Shown | undefined;
  private wanted: Outlook = { by: 'topic', filter: {} };

  constructor(
    private readonly files: Pick<BankFiles, 'index'>,
    private readonly store: ProgressStore,
  ) {}

  get outlook(): Outlook {
    return this.wanted;
  }

  /** Groups and filters in another way. */
  set outlook(outlook: Outlook) {
    this.wanted = outlook;
    this.refresh();
  }

  /** Shows what has changed: single rows and groups, and all of it only if there are other groups than before. */
  refresh(): void {
    const before = this.shown;
    if (!before) return; // Nobody has looked at it yet.
    const now = this.look(before.bank);
    this.shown = now;
    const isOther =
      before.today !== now.today ||
      before.outlook.by !== now.outlook.by ||
      [...before.groups.keys()].join() !== [...now.groups.keys()].join();
    const changed = isOther ? undefined : this.changedNodes(before, now);
    if (changed?.length !== 0) this.changed.fire(changed);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const { groups } = await this.firstLook();
    if (!node) return [...groups.keys()].map((group) => this.groupNode(group));
    if (node.type === 'question') return [];
    const group = nameOfGroup(node);
    return (groups.get(group) ?? []).map((id) => this.questionNode(id, group));
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.type === 'question' ? this.groupNode(node.group) : undefined;
  }

  getTreeItem(node: TreeNode): TreeItem {
    const { bank, rows } = this.shown as Shown; // Nodes come from getChildren, which has looked.
    if (node.type === 'question') {
      const item = questionItem(bank.question(node.question) as QuestionHead, rows.get(node.question) as Row);
      return Object.assign(item, { id: this.idOf(node) });
    }
    return Object.assign(groupItem(this.groupOf(node)), { id: this.idOf(node) });
  }

  /** Called on hover only: texts that need not be made for every row. */
  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    const { bank } = this.shown as Shown;
    if (node.type === 'question') {
      const question = bank.question(node.question) as QuestionHead;
      item.tooltip = new MarkdownString(questionTooltip(question, this.store.progress, this.store.today));
      return item;
    }
    const group = this.groupOf(node);
    const { topic } = group;
    const about = topic ? [topicTooltip(topic, bank.inTopic(topic.id), this.store.progress)] : [];
    item.tooltip = new MarkdownString([groupTooltip(group), ...about].join('\n\n'));
    return item;
  }

  private groupOf(node: GroupNode): Group {
    const { bank, counts, groups } = this.shown as Shown;
    const group = nameOfGroup(node);
    const by = node.type === 'topic' ? 'topic' : node.by;
    return {
      by,
      group,
      topic: by === 'topic' ? bank.topic(group) : undefined,
      questions: groups.get(group)?.length ?? 0,
      counts: counts.get(group) ?? { short: '', whole: '' },
    };
  }

  /** The questions that a node stands for: a group stands for those that it shows. */
  questionsOf(node: TreeNode): readonly QuestionId[] {
    if (node.type === 'question') return [node.question];
    return this.shown?.groups.get(nameOfGroup(node)) ?? [];
  }

  /** Whether nothing fits the filter. */
  get isEmpty(): boolean {
    return this.shown?.groups.size === 0;
  }

  /** All questions that are shown, each once. */
  async allShown(): Promise<QuestionId[]> {
    const { groups } = await this.firstLook();
    return [...new Set([...groups.values()].flat())];
  }

  private async firstLook(): Promise<Shown> {
    if (this.shown) return this.shown;
    const { bank } = await sourceOf(this.files, this.store);
    this.shown ??= this.look(bank);
    return this.shown;
  }

  private look(bank: BankIndex): Shown {
    const { progress, today } = this.store;
    const groups = outline({ bank, progress, today }, this.wanted);
    const before = this.shown?.today === today ? this.shown.rows : undefined;
    const rows = new Map(
      bank.questions.map(({ id }) => [id, rowOf(id, { progress, today }, before?.get(id))]),
    );
    const counts = new Map(
      [...groups].map(([group, ids]) => [
        group,
        countsOf(
          ids.map((id) => rows.get(id) as Row),
          this.wanted.by,
        ),
      ]),
    );
    return { bank, outlook: this.wanted, today, groups, counts, rows };
  }

  /** The groups that show something else, and in the other groups the rows that do. */
  private changedNodes(before: Shown, now: Shown): TreeNode[] {
    return [...now.groups].flatMap(([group, ids]) => {
      const old = before.groups.get(group) ?? [];
      const isOther =
        before.counts.get(group)?.whole !== now.counts.get(group)?.whole ||
        old.length !== ids.length ||
        old.some((id, place) => id !== ids[place]);
      if (isOther) return [this.groupNode(group)]; // VS Code reads its rows anew as well, if it is open.
      return ids
        .filter((id) => !isSameRow(before.rows.get(id), now.rows.get(id)))
        .flatMap((id) => this.nodes.get(this.keyOf(id, group)) ?? []);
    });
  }

  private groupNode(group: string): TreeNode {
    const { by } = this.wanted;
    return this.node(
      by === 'topic' ? group : `${by}:${group}`,
      by === 'topic' ? { type: 'topic', topic: group } : { type: 'group', by, group },
    );
  }

  private questionNode(question: QuestionId, group: string): TreeNode {
    return this.node(this.keyOf(question, group), { type: 'question', question, group });
  }

  /** Below its topic a question has its own id; elsewhere it can stand in several groups. */
  private keyOf(question: QuestionId, group: string): string {
    return this.wanted.by === 'topic' ? question : `${this.wanted.by}:${group}/${question}`;
  }

  private idOf(node: TreeNode): string {
    if (node.type === 'topic') return node.topic;
    return node.type === 'group' ? `${node.by}:${node.group}` : this.keyOf(node.question, node.group);
  }

  private node(id: string, made: TreeNode): TreeNode {
    const known = this.nodes.get(id);
    if (known) return known;
    this.nodes.set(id, made);
    return made;
  }
}

function nameOfGroup(node: GroupNode): string {
  return node.type === 'topic' ? node.topic : node.group;
}

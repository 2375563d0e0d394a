import { commands, Disposable, l10n, type Memento, type TreeView, window } from 'vscode';
import { asFilter, isOpen } from '../core/session/filter';
import { type Grouping, groupings, type Outlook } from '../core/session/outline';
import type { BankFiles } from './bankFiles';
import { filterWords, pickFilter } from './filterPick';
import { registerCommand, type TreeNode, topicsViewId } from './ids';
import type { ProgressStore } from './progressStore';
import { sourceOf, type Today } from './today';
import type { TopicsTree } from './topicsTree';
import { groupingName, questionsWords } from './words';

/** What the view works with. */
export interface ViewParts {
  readonly bank: BankFiles;
  readonly store: ProgressStore;
  readonly today: Today;
  readonly tree: TopicsTree;
  /** `workspaceState`: how the tree is grouped and filtered belongs to what a person works at. */
  readonly state: Memento;
}

/** Where the grouping and the filter are kept. */
const outlookKey = 'outlook';
/** Context key of the manifest. */
const isFilteredKey = 'mlopsDrill.isFiltered';

/** The Topics view with its badge, its description, and the commands that group and filter it. */
export function registerTopicsView({ bank, store, today, tree, state }: ViewParts): Disposable {
  const view = window.createTreeView(topicsViewId, {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });
  const stored = asOutlook(state.get(outlookKey));
  if (!isOpen(stored.filter)) void commands.executeCommand('setContext', isFilteredKey, true);
  tree.outlook = stored;
  describe(view, tree, today);

  async function show(outlook: Outlook): Promise<void> {
    tree.outlook = outlook;
    describe(view, tree, today);
    await commands.executeCommand('setContext', isFilteredKey, !isOpen(outlook.filter));
    await state.update(outlookKey, outlook);
  }

  async function groupBy(wanted: unknown): Promise<void> {
    const by = groupings.find((g) => g === wanted) ?? (await pickGrouping(tree.outlook.by));
    if (by) await show({ ...tree.outlook, by });
  }

  async function filterTree(wanted: unknown): Promise<void> {
    const filter =
      wanted === undefined
        ? await pickFilter(await sourceOf(bank, store), tree.outlook.filter)
        : asFilter(wanted);
    if (filter) await show({ ...tree.outlook, filter });
  }

  return Disposable.from(
    view,
    today.onDidChange(() => {
      tree.refresh();
      describe(view, tree, today);
    }),
    registerCommand('mlopsDrill.groupBy', groupBy),
    registerCommand('mlopsDrill.filterTree', filterTree),
    registerCommand('mlopsDrill.clearFilter', () => show({ ...tree.outlook, filter: {} })),
  );
}

/** Badge and description: what is due, and which filter is on. */
function describe(view: TreeView<TreeNode>, tree: TopicsTree, { counts }: Today): void {
  const due = counts?.due ?? 0;
  const { filter } = tree.outlook;
  const filterText = isOpen(filter) ? '' : filterWords(filter);
  view.badge = { value: due, tooltip: l10n.t('Due: {0}', questionsWords(due)) };
  view.description = [due > 0 ? l10n.t('{0} due', due) : '', filterText].filter(Boolean).join(' · ');
  // A view that is alone in its container has no place for a description. Nor must there be a message where nothing
  // fits: VS Code would show it in place of the words with the button that clears the filter.
  view.message = tree.isEmpty ? undefined : filterText;
}

function asOutlook(value: unknown): Outlook {
  const { by, filter } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  return { by: groupings.find((g) => g === by) ?? 'topic', filter: asFilter(filter) };
}

/** Lets a person choose a grouping, from the current one on; undefined if nothing was chosen. */
function pickGrouping(current: Grouping): Promise<Grouping | undefined> {
  const rows = groupings.map((by) => ({
    by,
    label: groupingName(by),
    description: by === current ? l10n.t('current') : '',
  }));
  const pick = window.createQuickPick<(typeof rows)[number]>();
  pick.title = l10n.t('Group Questions By');
  pick.placeholder = l10n.t('How the topics view groups the questions');
  pick.items = rows;
  pick.activeItems = rows.filter(({ by }) => by === current);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.by);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

import { Disposable, l10n, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { habitWords } from './habitWords';
import type { CommandId } from './ids';
import { readSettings } from './settings';
import type { Today, TodayCounts } from './today';
import { questionsWords } from './words';

const review: CommandId = 'mlopsDrill.reviewDue';

/** The item of the status bar: what is due; a click drills. There from the first count on, unless it is turned off. */
export function registerStatusBar(today: Today): Disposable {
  const name = l10n.t('MLOps Interview Drill');
  let item: StatusBarItem | undefined;
  const show = (counts: TodayCounts) => {
    if (!readSettings().statusBar) {
      item?.hide();
      return;
    }
    item ??= newItem(name);
    item.text =
      counts.due > 0 ? l10n.t('$(mortar-board) {0} due', counts.due) : l10n.t('$(mortar-board) Drill');
    const lines = tooltipLines(counts);
    item.tooltip = new MarkdownString([`**${name}**`, ...lines, l10n.t('Click to review.')].join('\n\n'));
    item.accessibilityInformation = { label: [name, ...lines].join('. ') };
    item.show();
  };
  return Disposable.from(today.onDidChange(show), new Disposable(() => item?.dispose()));
}

function newItem(name: string): StatusBarItem {
  const item = window.createStatusBarItem('mlopsDrill.due', StatusBarAlignment.Right, 90);
  item.name = name;
  item.command = review;
  return item;
}

/** What the item stands for, in a few lines that count what is there and nothing that was missed. */
function tooltipLines(counts: TodayCounts): string[] {
  const { due, newLeft } = counts;
  return [
    due > 0 ? l10n.t('Due: {0}', questionsWords(due)) : l10n.t('Nothing is due'),
    l10n.t('New today: up to {0} more', newLeft),
    ...habitWords(counts),
  ];
}

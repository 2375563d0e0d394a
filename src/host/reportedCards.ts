import { Disposable, env, l10n, window } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { QuestionId } from '../core/bank/question';
import type { BankFiles } from './bankFiles';
import { registerCommand } from './ids';
import type { ProgressStore } from './progressStore';
import type { ReportDocuments } from './reportDocuments';
import { sourceOf } from './today';

/** What the list is made from. */
export interface ReportedParts {
  readonly bank: BankFiles;
  readonly store: ProgressStore;
  readonly documents: ReportDocuments;
}

/** The document that lists the cards with which something is wrong, to be passed on by hand. */
export function registerReportedCards({ bank, store, documents }: ReportedParts): Disposable {
  const list = async () => reportList((await sourceOf(bank, store)).bank, store);
  const show = documents.add({
    name: 'Reported Cards',
    describe: async () => {
      const reports = await list();
      return [l10n.t('# Reported cards'), introduction(reports.length), ...reports, ''].join('\n\n');
    },
    actions: () =>
      reportedIds(store).length > 0 ? [['mlopsDrill.copyReports', l10n.t('Copy the Reports')]] : [],
  });
  return Disposable.from(
    registerCommand('mlopsDrill.showReports', show),
    registerCommand('mlopsDrill.copyReports', async () => {
      await env.clipboard.writeText(`${(await list()).join('\n\n')}\n`);
      window.setStatusBarMessage(l10n.t('Copied as Markdown.'), 4000);
    }),
  );
}

function introduction(count: number): string {
  return count === 0
    ? l10n.t(
        'You have reported no card. If a card is wrong, out of date or unclear, use **Report a Mistake in This Card…** on it: in the tree, in the context menu of the card, or in the command palette.',
      )
    : l10n.t(
        'Cards that you reported: {0}. Nothing was sent to anybody. To pass them on, use **Copy the Reports** above and paste the text into a message to whoever looks after the questions. Reporting a card again with an empty text takes it off this list.',
        count,
      );
}

/** One part for each reported card: which card, when its facts were last checked, and what is wrong. */
function reportList(bank: BankIndex, store: ProgressStore): string[] {
  return reportedIds(store).map((id) => {
    const { report } = store.progress.of(id);
    const question = bank.question(id);
    const facts = question ? l10n.t('`{0}`, last reviewed {1}', id, question.reviewed) : `\`${id}\``;
    return [`## ${question?.title ?? id}`, facts, quoted(report)].join('\n\n');
  });
}

function reportedIds(store: ProgressStore): QuestionId[] {
  return [...store.progress.all].filter(([, { report }]) => report !== '').map(([id]) => id);
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

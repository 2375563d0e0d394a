import { l10n, QuickPickItemKind } from 'vscode';
import { plainText } from '../core/bank/plainText';
import type { Question, QuestionId } from '../core/bank/question';
import type { SummaryAction } from '../core/protocol';
import { textRow } from './pickRows';
import type { Row, Screen } from './quickDrillCard';
import { row, undoRow } from './quickDrillRows';
import type { Standing } from './standing';
import { summaryView } from './summaryView';

const icons: Readonly<Record<SummaryAction, string>> = {
  continue: 'arrow-right',
  resume: 'debug-continue',
  weak: 'book',
  due: 'calendar',
  another: 'refresh',
  quiz: 'checklist',
  close: 'close',
};

/** How a session went, and what can be done now. `questions` are those that were answered. */
export function summaryScreen(of: Standing & { readonly questions: readonly Question[] }): Screen {
  const { store, bank } = of;
  const { lines, actions, topics, leftOut, weakQuestions, leeches } = summaryView(of);
  return {
    prompt: lines.join(' '),
    placeholder: l10n.t('Arrows and Enter choose'),
    rows: [
      ...actions.map(({ action, label }) => row(icons[action], label, { type: 'summary', action })),
      ...undoRow(store, bank),
      ...part(
        l10n.t('Topics'),
        topics.map(({ title, good, of }) => textRow(title, l10n.t('{0} of {1} well answered', good, of))),
      ),
      ...part(
        l10n.t('Left out most often'),
        leftOut.flatMap(({ id, title, points }) => [
          openRow({ id, title }),
          ...points.map((point) => row('circle-small', plainText(point), { type: 'open', id })),
        ]),
      ),
      ...part(
        l10n.t('Worth another look'),
        weakQuestions.filter(({ id }) => !leftOut.some((other) => other.id === id)).map(openRow),
      ),
      ...part(l10n.t('Forgotten again and again'), leeches.map(openRow)),
    ],
  };
}

function openRow({ id, title }: { readonly id: QuestionId; readonly title: string }): Row {
  return { ...textRow(plainText(title)), action: { type: 'open', id } };
}

/** Rows under a heading, which is read with the first of them. */
function part(label: string, rows: readonly Row[]): Row[] {
  return rows.length > 0 ? [{ label, kind: QuickPickItemKind.Separator }, ...rows] : [];
}

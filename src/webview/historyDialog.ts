import type { DrillTexts, HistoryView } from '../core/protocol';
import { openDialog } from './dialog';
import { el } from './dom';

/** Shows every review of a question. */
export function openHistoryDialog(parent: HTMLElement, history: HistoryView, texts: DrillTexts): void {
  openDialog({
    parent,
    texts,
    className: 'history',
    title: texts.history,
    content: [history.rows.length > 0 ? table(history, texts) : el('p', {}, texts.noHistory)],
  });
}

function table({ rows }: HistoryView, texts: DrillTexts): HTMLElement {
  const hasFollowUps = rows.some((row) => row.followUps);
  const heads = [
    texts.historyWhen,
    texts.historyGrade,
    texts.historyTook,
    texts.historyInterval,
    texts.historyRecall,
    ...(hasFollowUps ? [texts.followUps] : []),
  ];
  const lines = rows.map(({ when, grade, took, interval, recall, followUps }) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, when),
      // Where the review was the first, or no follow-up was answered well, there is nothing to say.
      ...[grade, took, interval, recall, ...(hasFollowUps ? [followUps] : [])].map((cell, index) =>
        el('td', { 'data-column': heads[index + 1] }, cell || '–'),
      ),
    ),
  );
  return el(
    'div',
    { class: 'table', tabindex: 0, role: 'group', 'aria-label': texts.history },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, ...lines),
    ),
  );
}

import { grades } from '../core/memory/grade';
import type { DrillTexts, SummaryAction, SummaryView } from '../core/protocol';
import { gradeName } from './actionBar';
import { button, el, fill } from './dom';
import type { Command } from './keys';
import type { Markdown } from './markdown';
import { keysTool, undoTool } from './toolbar';

/** What the summary needs from the page. */
export interface SummaryOptions {
  readonly summary: SummaryView;
  readonly texts: DrillTexts;
  readonly markdown: Markdown;
  readonly run: (command: Command) => void;
  readonly choose: (action: SummaryAction) => void;
}

/** The end of a session: how it went, what was weak, what can be done now. */
export function buildSummary(options: SummaryOptions): HTMLElement {
  const { summary, texts, run } = options;
  const [first, ...rest] = summary.lines;
  return el(
    'article',
    { class: 'summary' },
    el(
      'header',
      { class: 'top' },
      el('div', { class: 'place' }, el('span', { class: 'mode' }, summary.mode)),
      el('div', { class: 'toolbar' }, undoTool(summary.undo, texts, run), keysTool(texts, run)),
      el('progress', { class: 'session', 'aria-hidden': 'true', max: 1, value: 1 }),
    ),
    el('h1', { tabindex: -1 }, texts.finished),
    first ? el('p', { class: 'lead' }, first) : undefined,
    ...rest.map((line) => el('p', {}, line)),
    gradeRows(summary, texts),
    actions(options),
    summary.weakTopics.length > 0 ? weakTopics(summary, texts) : undefined,
    summary.weakQuestions.length > 0 ? weakQuestions(options) : undefined,
  );
}

function gradeRows({ grades: counts }: SummaryView, texts: DrillTexts): HTMLElement | undefined {
  const total = grades.reduce((sum, grade) => sum + (counts[grade] ?? 0), 0);
  if (total === 0) return undefined;
  const rows = grades.map((grade) =>
    el(
      'li',
      { class: `grade-${grade}` },
      el('span', { class: 'name' }, gradeName(grade, texts)),
      // The number beside it says the same.
      el('progress', { 'aria-hidden': 'true', max: total, value: counts[grade] ?? 0 }),
      el('span', { class: 'count' }, String(counts[grade] ?? 0)),
    ),
  );
  return el('ul', { class: 'distribution' }, ...rows);
}

function actions({ summary, choose }: SummaryOptions): HTMLElement {
  const buttons = summary.actions.map(({ action, label }, index) =>
    button(
      { class: index === 0 ? 'primary' : 'secondary', 'data-action': action },
      () => choose(action),
      label,
    ),
  );
  return el('div', { class: 'actions' }, ...buttons);
}

function weakTopics(summary: SummaryView, texts: DrillTexts): HTMLElement {
  const rows = summary.weakTopics.map(({ title, good, of }) =>
    el('li', {}, fill(texts.weakTopicsRow, title, good, of)),
  );
  return el('div', { class: 'part' }, el('h2', {}, texts.weakTopics), el('ul', { class: 'prose' }, ...rows));
}

function weakQuestions({ summary, texts, markdown }: SummaryOptions): HTMLElement {
  const rows = summary.weakQuestions.map(({ id, title }) =>
    el(
      'li',
      {},
      el('button', { type: 'button', class: 'link', 'data-open': id }, markdown.inline(title, '')),
    ),
  );
  return el(
    'div',
    { class: 'part' },
    el('h2', {}, texts.weakQuestions),
    el('ul', { class: 'links' }, ...rows),
  );
}

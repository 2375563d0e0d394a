import { grades } from '../core/memory/grade';
import type { DrillTexts, SummaryAction, SummaryView } from '../core/protocol';
import { gradeName } from './actionBar';
import { button, el, fill } from './dom';
import type { Command } from './keys';
import type { Markdown } from './markdown';
import { sessionBar } from './question';
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
  const { answered, total } = summary;
  const [first, ...rest] = summary.lines;
  const isFinished = answered > 0 && answered === total;
  return el(
    'article',
    { class: 'summary' },
    el(
      'header',
      { class: 'top' },
      el('div', { class: 'place' }, el('span', { class: 'mode' }, summary.mode)),
      el('div', { class: 'toolbar' }, undoTool(summary.undo, texts, run), keysTool(texts, run)),
      sessionBar(answered, total),
    ),
    el('h1', { tabindex: -1 }, isFinished ? texts.finished : texts.endedEarly),
    first ? el('p', { class: 'lead' }, first) : undefined,
    ...rest.map((line) => el('p', {}, line)),
    gradeRows(summary, texts),
    actions(options),
    summary.topics.length > 0 ? topics(summary, texts) : undefined,
    summary.leftOut.length > 0 ? leftOut(options) : undefined,
    summary.weakQuestions.length > 0
      ? part(texts.weakQuestions, links(summary.weakQuestions, options))
      : undefined,
    summary.leeches.length > 0
      ? part(texts.leeches, el('p', { class: 'help' }, texts.leechesHelp), links(summary.leeches, options))
      : undefined,
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

function part(title: string, ...content: readonly Node[]): HTMLElement {
  return el('div', { class: 'part' }, el('h2', {}, title), ...content);
}

function topics(summary: SummaryView, texts: DrillTexts): HTMLElement {
  const rows = summary.topics.map(({ title, good, of }) =>
    el('li', {}, fill(texts.topicsRow, title, good, of)),
  );
  return part(texts.topics, el('ul', { class: 'prose' }, ...rows));
}

/** The key points that were left out, below the question to which they belong. */
function leftOut({ summary, texts, markdown }: SummaryOptions): HTMLElement {
  const blocks = summary.leftOut.flatMap(({ id, title, points }) => [
    link(id, title, markdown),
    el('ul', { class: 'prose' }, ...points.map((point) => el('li', {}, markdown.inline(point, '')))),
  ]);
  return el('div', { class: 'part misses' }, el('h2', {}, texts.leftOut), ...blocks);
}

function links(
  questions: SummaryView['weakQuestions'],
  { markdown }: Pick<SummaryOptions, 'markdown'>,
): HTMLElement {
  const rows = questions.map(({ id, title }) => el('li', {}, link(id, title, markdown)));
  return el('ul', { class: 'links' }, ...rows);
}

function link(id: string, title: string, markdown: Markdown): HTMLElement {
  return el('button', { type: 'button', class: 'link', 'data-open': id }, markdown.inline(title, ''));
}

import type { CardView, DrillTexts } from '../core/protocol';
import { el, fill } from './dom';
import type { Markdown } from './markdown';

/** The quiet line at the top: where the person is in the session, and the toolbar. */
export function buildHeader(
  card: CardView,
  texts: DrillTexts,
  tools: { readonly toolbar: HTMLElement; readonly back: HTMLElement | undefined },
): HTMLElement {
  return el(
    'header',
    { class: 'top' },
    tools.back,
    el(
      'div',
      { class: 'place' },
      el('span', { class: 'mode' }, card.mode),
      card.total > 1
        ? el('span', { role: 'status' }, fill(texts.progress, card.position, card.total))
        : undefined,
    ),
    tools.toolbar,
    sessionBar(card.position - 1, card.total),
  );
}

/** How far a session has come, for the eye: there are words that say the same. One question needs neither. */
export function sessionBar(answered: number, total: number): HTMLElement | undefined {
  if (total <= 1) return undefined;
  return el('progress', { class: 'session', 'aria-hidden': 'true', max: total, value: answered });
}

/** What the card's context menu knows of it: by this VS Code chooses the commands, and hands it to them. */
export function menuContext({ question, starred, suspended }: CardView): string {
  return JSON.stringify({ webviewSection: 'card', question: question.id, starred, suspended });
}

/** What is asked: facts, title, context with its exhibits. The title can take the focus. */
export function buildQuestion(card: CardView, texts: DrillTexts, markdown: Markdown): HTMLElement {
  const { question } = card;
  const facts = [
    card.topicTitle,
    card.levelName,
    card.kindName,
    fill(texts.minutes, question.minutes),
    card.state,
    card.leech ? texts.leech : '',
  ].filter((fact) => fact !== '');
  const section = el(
    'section',
    { class: 'question' },
    el('ul', { class: 'facts' }, ...facts.map((fact) => el('li', {}, fact))),
    el('h1', { id: 'card-title', tabindex: -1 }, markdown.inline(question.title, question.topic)),
  );
  if (question.context) section.append(prose(markdown.block(question.context, question.topic)));
  section.append(
    // The list is there before its first hint, so that each one is announced when it is added.
    el('div', { class: 'hints', 'aria-live': 'polite' }),
  );
  return section;
}

/** Shows the first `shown` hints; those that are there already stay untouched. */
export function showHints(
  section: HTMLElement,
  hints: readonly DocumentFragment[],
  texts: Pick<DrillTexts, 'hints'>,
): void {
  const box = section.querySelector('.hints');
  if (!box || hints.length === 0) return;
  if (!box.firstChild) box.append(el('h2', {}, texts.hints), el('ol'));
  const list = box.querySelector('ol');
  for (const hint of hints.slice(list?.children.length)) list?.append(el('li', {}, hint));
}

/** Text of a card with the page's typography. */
export function prose(content: DocumentFragment): HTMLElement {
  return el('div', { class: 'prose' }, content);
}

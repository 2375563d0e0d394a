import type { CardView, DrillTexts } from '../core/protocol';
import { el } from './dom';
import type { Markdown } from './markdown';
import { prose } from './question';

/** What the answer needs from the screen: the kept ticks and open follow-ups, and who hears about changes. */
export interface AnswerOptions {
  readonly card: CardView;
  readonly texts: DrillTexts;
  readonly markdown: Markdown;
  readonly ticks: readonly number[];
  readonly followUps: readonly number[];
  readonly onTicks: (ticks: readonly number[]) => void;
  readonly onFollowUps: (open: readonly number[]) => void;
}

/**
 * The region with the answer, in the order in which the eye needs it: what to say, what was said,
 * then everything that explains it. The region itself can take the focus.
 */
export function buildAnswer(options: AnswerOptions): HTMLElement {
  const { card, texts, markdown } = options;
  const { question } = card;
  const block = (text: string) => prose(markdown.block(text, question.topic));
  const list = (items: readonly string[]) =>
    bullets(items.map((item) => markdown.block(item, question.topic)));
  const sections = [
    section(texts.shortAnswer, el('div', { class: 'short' }, block(question.shortAnswer))),
    question.keyPoints.length > 0 ? keyPoints(options) : undefined,
    section(texts.explanation, block(question.explanation)),
    question.example ? section(texts.example, block(question.example)) : undefined,
    question.tradeOffs.length > 0 ? section(texts.tradeOffs, list(question.tradeOffs)) : undefined,
    question.redFlags.length > 0 ? section(texts.redFlags, list(question.redFlags)) : undefined,
    question.followUps.length > 0 ? section(texts.followUps, followUps(options)) : undefined,
    question.bar.length > 0 ? section(texts.bar, bar(options)) : undefined,
    question.references.length > 0 ? section(texts.references, list(question.references)) : undefined,
    card.related.length > 0 ? section(texts.related, related(options)) : undefined,
  ];
  return el('section', { class: 'answer', tabindex: -1, 'aria-label': texts.answer }, ...sections);
}

function section(title: string, ...content: readonly Node[]): HTMLElement {
  return el('div', { class: 'part' }, el('h2', {}, title), ...content);
}

function bullets(items: readonly DocumentFragment[]): HTMLElement {
  return el('ul', { class: 'prose' }, ...items.map((item) => el('li', {}, item)));
}

function keyPoints(options: AnswerOptions): HTMLElement {
  const { card, texts, markdown } = options;
  const group = el('fieldset', { class: 'part points', 'aria-describedby': 'key-points-help' });
  const boxes = card.question.keyPoints.map((_, index) =>
    el('input', { type: 'checkbox', checked: options.ticks.includes(index) }),
  );
  const labels = card.question.keyPoints.map((point, index) =>
    el('label', {}, boxes[index], el('span', {}, markdown.inline(point, card.question.topic))),
  );
  group.append(
    el('legend', {}, el('h2', {}, texts.keyPoints)),
    el('p', { id: 'key-points-help', class: 'help' }, texts.keyPointsHelp),
    ...labels,
  );
  group.addEventListener('change', () => {
    options.onTicks(boxes.flatMap((box, index) => (box.checked ? [index] : [])));
  });
  return group;
}

function followUps(options: AnswerOptions): HTMLElement {
  const { card, texts, markdown } = options;
  const { topic } = card.question;
  const details = card.question.followUps.map((followUp, index) =>
    el(
      'details',
      { open: options.followUps.includes(index) },
      el('summary', { title: texts.showFollowUp }, markdown.inline(followUp.question, topic)),
      prose(markdown.block(followUp.answer, topic)),
    ),
  );
  for (const element of details) {
    element.addEventListener('toggle', () => {
      options.onFollowUps(details.flatMap((d, index) => (d.open ? [index] : [])));
    });
  }
  return el('div', { class: 'follow-ups' }, ...details);
}

function bar({ card, markdown }: AnswerOptions): HTMLElement {
  const rows = card.question.bar.flatMap(({ level, text }) => [
    el('dt', {}, level),
    el('dd', {}, markdown.inline(text, card.question.topic)),
  ]);
  return el('dl', { class: 'levels' }, ...rows);
}

function related({ card, markdown }: AnswerOptions): HTMLElement {
  const items = card.related.map(({ id, title }) =>
    el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: 'link', 'data-open': id },
        markdown.inline(title, card.question.topic),
      ),
    ),
  );
  return el('ul', { class: 'links' }, ...items);
}

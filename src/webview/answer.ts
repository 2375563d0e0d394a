import type { AnswerPart } from '../core/protocol';
import { type AnswerOptions, block, bullets, inline } from './answerOptions';
import { buildQuiz } from './cardQuiz';
import { el } from './dom';
import { buildFollowUps } from './followUps';
import { buildKeyPoints, buildLeftOut } from './keyPoints';

/**
 * The region with the answer, in the order in which the eye needs it: what was missing last time, what to say, what
 * was said, then everything that explains it. The region itself can take the focus.
 * @param personal what the person wrote about the card; the screen keeps it up to date
 * @param said what the person answered, where it was typed or timed
 */
export function buildAnswer(
  options: AnswerOptions,
  personal: HTMLElement,
  said: Node | undefined,
): HTMLElement {
  const { card, texts } = options;
  const { question } = card;
  return el(
    'section',
    { class: 'answer', tabindex: -1, 'aria-label': texts.answer },
    card.leftOut.length > 0 ? buildLeftOut(options) : undefined,
    part(texts.shortAnswer, el('div', { class: 'short' }, block(question.shortAnswer, options))),
    said,
    question.keyPoints.length > 0 ? buildKeyPoints(options) : undefined,
    personal,
    ...foldedParts(options),
  );
}

function part(title: string, ...content: readonly Node[]): HTMLElement {
  return el('div', { class: 'part' }, el('h2', {}, title), ...content);
}

/** The parts that fold. What a person unfolds stays unfolded on the cards that follow. */
function foldedParts(options: AnswerOptions): HTMLElement[] {
  const { texts, card } = options;
  const { question } = card;
  const list = (items: readonly string[]) => items.length > 0 && bullets(items, options);
  const content: Readonly<Record<AnswerPart, Node | false | '' | undefined>> = {
    explanation: block(question.explanation, options),
    example: question.example && block(question.example, options),
    tradeOffs: list(question.tradeOffs),
    redFlags: list(question.redFlags),
    followUps: question.followUps.length > 0 && buildFollowUps(options),
    bar: question.bar.length > 0 && bar(options),
    quiz: question.quiz && buildQuiz(question.quiz, options),
    references: list(question.references),
    related: card.related.length > 0 && related(options),
  };
  const parts = (Object.keys(content) as AnswerPart[]).flatMap((name) => {
    const inside = content[name];
    if (!inside) return [];
    const isOpen = options.open.includes(name);
    return el(
      'details',
      { class: 'part fold', 'data-part': name, open: isOpen },
      el('summary', {}, el('h2', {}, texts[name])),
      inside,
    );
  });
  for (const element of parts) {
    element.addEventListener('toggle', () =>
      options.onOpen(element.dataset.part as AnswerPart, element.open),
    );
  }
  return parts;
}

function bar(options: AnswerOptions): HTMLElement {
  const rows = options.card.question.bar.flatMap(({ level, text }) => [
    el('dt', {}, level),
    el('dd', {}, inline(text, options)),
  ]);
  return el('dl', { class: 'levels' }, ...rows);
}

function related(options: AnswerOptions): HTMLElement {
  const items = options.card.related.map(({ id, title }) =>
    el('li', {}, el('button', { type: 'button', class: 'link', 'data-open': id }, inline(title, options))),
  );
  return el('ul', { class: 'links' }, ...items);
}

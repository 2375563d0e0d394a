import type { CardView } from '../core/protocol';
import { type AnswerOptions, inline } from './answerOptions';
import { el } from './dom';

/** The key points, to be ticked. */
export function buildKeyPoints(options: AnswerOptions): HTMLElement {
  const { card, texts, draft } = options;
  const boxes = card.question.keyPoints.map((_, index) =>
    el('input', { type: 'checkbox', checked: draft.ticks.includes(index) }),
  );
  const labels = card.question.keyPoints.map((point, index) =>
    el('label', {}, boxes[index], el('span', {}, inline(point, options))),
  );
  const group = el(
    'fieldset',
    { class: 'part points', 'aria-describedby': 'key-points-help' },
    el('legend', {}, el('h2', {}, texts.keyPoints)),
    el('p', { id: 'key-points-help', class: 'help' }, texts.keyPointsHelp),
    ...labels,
  );
  group.addEventListener('change', () => {
    options.onTicks(boxes.flatMap((box, index) => (box.checked ? [index] : [])));
  });
  return group;
}

/** What was left out at the last review: shown with the answer only, since it would be a hint before. */
export function buildLeftOut(options: AnswerOptions): HTMLElement {
  const { card, texts } = options;
  return el(
    'div',
    { class: 'part aside' },
    el('h2', {}, texts.leftOutBefore),
    el('ul', { class: 'prose' }, ...card.leftOut.map(leftOutRow)),
  );

  function leftOutRow({ point, often }: CardView['leftOut'][number]): HTMLElement {
    const text = inline(card.question.keyPoints[point] ?? '', options);
    return el('li', {}, text, often ? el('span', { class: 'often' }, ` (${often})`) : undefined);
  }
}

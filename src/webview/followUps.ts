import { type AnswerOptions, block, inline } from './answerOptions';
import { el } from './dom';

/** What an interviewer asks next, each with its answer hidden; once it is open, it can be said to have gone well. */
export function buildFollowUps(options: AnswerOptions): HTMLElement {
  const { card, texts, draft } = options;
  const boxes = card.question.followUps.map((_, index) =>
    el('input', { type: 'checkbox', checked: draft.well.includes(index) }),
  );
  const before = (index: number) =>
    card.wellBefore.includes(index) ? [' ', el('span', { class: 'before' }, texts.wellBefore)] : [];
  const details = card.question.followUps.map((followUp, index) =>
    el(
      'details',
      { open: draft.followUps.includes(index) },
      el('summary', { title: texts.showFollowUp }, inline(followUp.question, options), ...before(index)),
      block(followUp.answer, options),
      el('label', { class: 'tick' }, boxes[index], el('span', {}, texts.answeredWell)),
    ),
  );
  for (const element of details) {
    element.addEventListener('toggle', () => {
      options.onFollowUps(details.flatMap((d, index) => (d.open ? [index] : [])));
    });
  }
  const list = el('div', { class: 'follow-ups' }, ...details);
  list.addEventListener('change', () => {
    options.onWell(boxes.flatMap((box, index) => (box.checked ? [index] : [])));
  });
  return list;
}

import { type Grade, grades, type Lowering, type Proposal } from '../core/memory/grade';
import type { CardView, DrillTexts } from '../core/protocol';
import { button, el, fill } from './dom';
import type { Command } from './keys';

type Run = (command: Command) => void;

/** The words of a grade, in the person's language. */
export function gradeName(grade: Grade, texts: DrillTexts): string {
  return [texts.again, texts.hard, texts.good, texts.easy][grade - 1] ?? '';
}

/** Before the answer: show it (by the key named), or ask for a hint while there are any left. */
export function buildShowBar(
  hints: { readonly shown: number; readonly all: number },
  key: string,
  texts: DrillTexts,
  run: Run,
): HTMLElement {
  const left = hints.shown < hints.all;
  const hint = button(
    {
      class: 'secondary',
      'data-command': 'hint',
      'aria-keyshortcuts': 'h',
      'aria-disabled': !left && 'true',
    },
    () => run('hint'),
    el('span', {}, texts.hint),
    el('span', { class: 'count' }, `${hints.shown}/${hints.all}`),
    keyCap('h'),
  );
  return el(
    'div',
    { class: 'show-bar' },
    button(
      { class: 'primary', 'data-command': 'proceed', 'aria-keyshortcuts': 'Space' },
      () => run('proceed'),
      el('span', {}, texts.showAnswer),
      keyCap(key),
    ),
    hints.all > 0 ? hint : undefined,
  );
}

/** After it: the four grades with what each one means for the next time, and why not more is proposed. */
export function buildGradeBar(card: CardView, proposal: Proposal, texts: DrillTexts, run: Run): HTMLElement {
  const buttons = el('div', { class: 'grade-bar', role: 'group', 'aria-label': texts.grades });
  for (const grade of grades) buttons.append(gradeButton(grade, card, texts, run));
  // Above the grades, which stay where they are when it gets something to say.
  const bar = el('div', { class: 'graded' }, el('p', { class: 'why' }), buttons);
  markProposed(bar, proposal, texts);
  return bar;
}

/** Says on the bar, in words and by colour, which grade is proposed and why. */
export function markProposed(bar: HTMLElement, proposal: Proposal, texts: DrillTexts): void {
  for (const element of bar.querySelectorAll<HTMLElement>('.grade-bar button')) {
    const isProposed = element.dataset.command === String(proposal.grade);
    element.className = isProposed ? 'grade primary' : 'grade secondary';
    element.querySelector('.proposed')?.replaceChildren(isProposed ? texts.proposed : '');
  }
  bar.querySelector('.why')?.replaceChildren(whyLower(proposal, texts));
}

/** "One lower: a hint was used."; '' where nothing was lowered. */
export function whyLower({ lower, because }: Proposal, texts: DrillTexts): string {
  if (lower === 0) return '';
  const words: Record<Lowering, string> = { hint: texts.lowerHint, time: texts.lowerTime };
  return fill(
    lower === 1 ? texts.lowerOne : texts.lowerTwo,
    because.map((reason) => words[reason]).join(', '),
  );
}

function gradeButton(grade: Grade, card: CardView, texts: DrillTexts, run: Run): HTMLButtonElement {
  return button(
    { 'data-command': grade, 'aria-keyshortcuts': String(grade) },
    (event) => {
      // A double click on "Show answer" ends on the grade that has taken its place.
      if (event.detail < 2) run(grade);
    },
    el('span', { class: 'name' }, gradeName(grade, texts)),
    ' ',
    el('span', { class: 'interval' }, card.intervals[grade]),
    ' ',
    el('span', { class: 'proposed' }),
    keyCap(String(grade)),
  );
}

/** A key's name, for the eye: assistive technology hears `aria-keyshortcuts`. */
function keyCap(text: string): HTMLElement {
  return el('kbd', { 'aria-hidden': 'true' }, text);
}

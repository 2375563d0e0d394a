import type { AnswerWay, CardView, DrillTexts } from '../core/protocol';
import { el, fill } from './dom';
import { chord } from './keys';

/** What the place for the answer needs from the screen. */
export interface AnsweringOptions {
  readonly card: CardView;
  readonly texts: DrillTexts;
  readonly way: AnswerWay;
  readonly text: string;
  readonly onWay: (way: AnswerWay) => void;
  readonly onText: (text: string) => void;
}

/** Below the question: how the person answers, and what that way needs. */
export class Answering {
  readonly element = el('div', { class: 'answering' });
  readonly #options: AnsweringOptions;
  readonly #place = el('div');
  readonly #box: HTMLTextAreaElement;
  readonly #clock = el('p', { class: 'clock', role: 'timer' });
  #way: AnswerWay;

  constructor(options: AnsweringOptions) {
    this.#options = options;
    this.#way = options.way;
    this.#box = answerBox(options);
    this.element.append(
      buildWays(options, (way) => this.#choose(way)),
      this.#place,
    );
    this.#show();
  }

  /** The box for the answer, if it is there to be typed into. */
  get box(): HTMLTextAreaElement | undefined {
    return this.#way === 'typed' ? this.#box : undefined;
  }

  /** Shows the time taken so far; nobody hears it, since it would talk into the answer. */
  tick(seconds: number): void {
    const { card, texts } = this.#options;
    const { minutes } = card.question;
    const isOver = seconds > minutes * 60;
    this.#clock.textContent = fill(isOver ? texts.overTime : texts.timer, clockText(seconds), minutes);
  }

  #choose(way: AnswerWay): void {
    this.#way = way;
    this.#show();
    this.#options.onWay(way);
  }

  #show(): void {
    const place = { head: [], aloud: [this.#clock], typed: [this.#box] }[this.#way];
    this.#place.replaceChildren(...place);
  }
}

/** "4:05" */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function buildWays({ card, texts, way }: AnsweringOptions, choose: (way: AnswerWay) => void): HTMLElement {
  const names = { head: texts.inTheHead, aloud: texts.aloud, typed: texts.typed };
  const choices = card.ways.map((value) => {
    const input = el('input', { type: 'radio', name: 'way', value, checked: value === way });
    input.addEventListener('change', () => choose(value));
    return el('label', {}, input, el('span', {}, names[value]));
  });
  return el('fieldset', { class: 'ways' }, el('legend', { class: 'unseen' }, texts.ways), ...choices);
}

function answerBox({ texts, text, onText }: AnsweringOptions): HTMLTextAreaElement {
  const box = el('textarea', {
    class: 'box',
    'data-answer': true,
    'aria-label': texts.yourAnswer,
    'aria-describedby': 'card-title',
    'aria-keyshortcuts': 'Control+Enter',
    placeholder: fill(texts.typeHere, chord('Enter')),
  });
  box.value = text;
  box.addEventListener('input', () => onText(box.value));
  box.addEventListener('keydown', (event) => {
    // Out of the box the single keys act again.
    if (event.key === 'Escape' && !event.isComposing) document.getElementById('card-title')?.focus();
  });
  return box;
}

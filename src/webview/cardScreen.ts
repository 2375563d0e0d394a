import { type Grade, proposeGrade } from '../core/memory/grade';
import type { CardView, DrillTexts } from '../core/protocol';
import { buildGradeBar, buildShowBar, gradeName, markProposed } from './actionBar';
import { buildAnswer } from './answer';
import { el, fill } from './dom';
import type { Draft } from './draft';
import type { Command } from './keys';
import type { Markdown } from './markdown';
import { buildHeader, buildQuestion, showHints } from './question';
import { watchScrollRegions } from './scrollRegions';
import { backButton, buildToolbar } from './toolbar';

/** What a card needs from the page. */
export interface CardOptions {
  readonly card: CardView;
  readonly draft: Draft;
  readonly texts: DrillTexts;
  readonly markdown: Markdown;
  readonly run: (command: Command) => void;
  /** Says something to a screen reader. */
  readonly announce: (text: string) => void;
  /** The draft has changed and should be kept. */
  readonly onDraft: () => void;
}

/** One showing of one question, from the question to the grade. */
export class CardScreen {
  readonly #options: CardOptions;
  #card: CardView;
  #draft: Draft;
  readonly #question: HTMLElement;
  readonly #body: HTMLElement;
  readonly #bar = el('div', { class: 'bar' });
  #header: HTMLElement;
  #answer: HTMLElement | undefined;
  #unwatch: () => void = () => {};

  readonly elements: readonly HTMLElement[];

  constructor(options: CardOptions) {
    this.#options = options;
    this.#card = options.card;
    this.#draft = options.draft;
    this.#question = buildQuestion(options.card, options.texts, options.markdown);
    this.#header = this.#buildHeader();
    this.#body = el('article', {}, this.#header, this.#question);
    this.elements = [this.#body, this.#bar];
    this.#showHints();
    if (this.#draft.revealed) this.#addAnswer();
    this.#showBar();
  }

  get card(): CardView {
    return this.#card;
  }

  get draft(): Draft {
    return this.#draft;
  }

  get proposed(): Grade {
    return proposeGrade(this.#draft.ticks.length, this.#card.question.keyPoints.length);
  }

  /** To be called once the elements are in the page: a new card is read from its title, a restored one from its answer. */
  enter(): void {
    this.#watch();
    const start = this.#answer ?? this.#question.querySelector('h1');
    start?.focus({ preventScroll: true });
  }

  leave(): void {
    this.#unwatch();
  }

  /** The same showing with other facts around it: a star, an undo. What the person has done stays. */
  update(card: CardView): void {
    const active = document.activeElement;
    const command = active instanceof HTMLElement ? active.dataset.command : undefined;
    this.#card = card;
    const header = this.#buildHeader();
    this.#header.replaceWith(header);
    this.#header = header;
    this.#showBar();
    if (command) this.#focusCommand(command);
  }

  showHint(): void {
    if (this.#draft.revealed || this.#draft.hints >= this.#card.question.hints.length) return;
    this.#draft = { ...this.#draft, hints: this.#draft.hints + 1 };
    this.#showHints();
    const hadFocus = this.#bar.contains(document.activeElement);
    this.#showBar();
    if (hadFocus) this.#focusCommand('hint');
    this.#options.onDraft();
  }

  /** Opens the answer below the question, which keeps its place. */
  reveal(): void {
    if (this.#draft.revealed) return;
    this.#draft = { ...this.#draft, revealed: true };
    const answer = this.#addAnswer();
    this.#showBar();
    this.#watch();
    answer.focus({ preventScroll: true });
    // Below a long question the answer would open out of sight; "nearest" moves only as far as it must.
    answer.querySelector('.part')?.scrollIntoView?.({ block: 'nearest' });
    this.#options.announce(this.#options.texts.answerShown);
    this.#options.onDraft();
  }

  #addAnswer(): HTMLElement {
    const { texts, markdown, onDraft } = this.#options;
    this.#answer = buildAnswer({
      card: this.#card,
      texts,
      markdown,
      ticks: this.#draft.ticks,
      followUps: this.#draft.followUps,
      onTicks: (ticks) => this.#tick(ticks),
      onFollowUps: (followUps) => {
        this.#draft = { ...this.#draft, followUps };
        onDraft();
      },
    });
    this.#body.append(this.#answer);
    return this.#answer;
  }

  #tick(ticks: readonly number[]): void {
    const { texts, announce, onDraft } = this.#options;
    const before = this.proposed;
    this.#draft = { ...this.#draft, ticks };
    markProposed(this.#bar, this.proposed, texts);
    if (this.proposed !== before) announce(`${gradeName(this.proposed, texts)}: ${texts.proposed}`);
    onDraft();
  }

  #buildHeader(): HTMLElement {
    const { texts, run } = this.#options;
    const { back } = this.#card;
    const tools = {
      toolbar: buildToolbar(this.#card, texts, run),
      back: back ? backButton(back, run) : undefined,
    };
    return buildHeader(this.#card, texts, tools);
  }

  #showHints(): void {
    const { question } = this.#card;
    const shown = question.hints.slice(0, this.#draft.hints);
    const hints = shown.map((hint) => this.#options.markdown.inline(hint, question.topic));
    showHints(this.#question, hints, this.#options.texts);
  }

  #showBar(): void {
    const { texts, run } = this.#options;
    const hints = { shown: this.#draft.hints, all: this.#card.question.hints.length };
    this.#bar.replaceChildren(
      this.#draft.revealed
        ? buildGradeBar(this.#card, this.proposed, texts, run)
        : buildShowBar(hints, texts, run),
    );
  }

  #focusCommand(command: string): void {
    for (const element of this.elements) {
      element.querySelector<HTMLElement>(`[data-command="${command}"]`)?.focus();
    }
  }

  #watch(): void {
    this.#unwatch();
    this.#unwatch = watchScrollRegions(this.#body);
  }

  /** "Question 3 of 10", for the announcement of a new card. */
  get progress(): string {
    return fill(this.#options.texts.progress, this.#card.position, this.#card.total);
  }
}

import { type Proposal, propose } from '../core/memory/grade';
import type { CardView, DrillTexts, Preferences, RemarkKind, ToHost } from '../core/protocol';
import { buildGradeBar, buildShowBar, gradeName, markProposed, whyLower } from './actionBar';
import { Answering } from './answering';
import { openAnswer, ticksOf } from './cardAnswer';
import { el, fill } from './dom';
import { type Draft, Kept } from './draft';
import { editRemark } from './editRemark';
import { type Command, chord } from './keys';
import type { Markdown } from './markdown';
import { personalParts } from './personal';
import { buildHeader, buildQuestion, menuContext, showHints } from './question';
import { watchScrollRegions } from './scrollRegions';
import { backButton, buildToolbar } from './toolbar';

/** What a card needs from the page. */
export interface CardOptions {
  readonly card: CardView;
  readonly draft: Draft;
  readonly texts: DrillTexts;
  readonly markdown: Markdown;
  /** Where dialogs are put. */
  readonly main: HTMLElement;
  readonly run: (command: Command) => void;
  readonly post: (message: ToHost) => void;
  /** Says something to a screen reader. */
  readonly announce: (text: string) => void;
  /** The draft has changed and should be kept. */
  readonly onDraft: () => void;
  /** Time for which the card was visible. */
  readonly seconds: () => number;
}

/** One showing of one question, from the question to the grade. */
export class CardScreen {
  readonly #options: CardOptions;
  #card: CardView;
  readonly #draft: Kept<Draft>;
  #preferences: Kept<Preferences>;
  readonly #question: HTMLElement;
  readonly #body: HTMLElement;
  readonly #bar = el('div', { class: 'bar' });
  readonly #personal = el('div', { class: 'personal' });
  #header: HTMLElement;
  #answering: Answering;
  #answer: HTMLElement | undefined;
  #dialog: HTMLDialogElement | undefined;
  #unwatch: () => void = () => {};

  readonly elements: readonly HTMLElement[];

  constructor(options: CardOptions) {
    this.#options = options;
    this.#card = options.card;
    this.#draft = new Kept(options.draft, options.onDraft);
    this.#preferences = this.#keptPreferences(options.card);
    this.#question = buildQuestion(options.card, options.texts, options.markdown);
    this.#header = this.#buildHeader();
    this.#answering = this.#buildAnswering();
    this.#body = el('article', {}, this.#header, this.#question);
    this.#body.dataset.vscodeContext = menuContext(options.card);
    this.elements = [this.#body, this.#bar];
    this.#showHints();
    this.#showPersonal();
    if (this.#draft.value.revealed) this.#addAnswer();
    else this.#body.append(this.#answering.element);
    this.#showBar();
    this.tick();
  }

  get card(): CardView {
    return this.#card;
  }

  get draft(): Draft {
    return this.#draft.value;
  }

  get proposal(): Proposal {
    const { ticks, hints, answerSeconds } = this.#draft.value;
    const { keyPoints, minutes } = this.#card.question;
    return propose({ ticked: ticks.length, total: keyPoints.length, hints, seconds: answerSeconds, minutes });
  }

  /**
   * To be called once the elements are in the page: a new card begins in the box where the person writes, if the whole
   * of it is in sight, or else at its title; a restored one at its answer.
   */
  enter(): void {
    this.#watch();
    const { box } = this.#answering;
    const start = this.#answer ?? (box && this.#isInSight(box) ? box : this.#question.querySelector('h1'));
    start?.focus({ preventScroll: true });
    if (this.#draft.value.editing) this.editRemark(this.#draft.value.editing);
  }

  leave(): void {
    this.#unwatch();
    this.#dialog?.remove();
  }

  /** A second has gone by. */
  tick(): void {
    if (!this.#draft.value.revealed) this.#answering.tick(this.#options.seconds());
  }

  /** The same showing with other facts around it: a star, an undo, a note. What the person has done stays. */
  update(card: CardView): void {
    const active = document.activeElement;
    const command = active instanceof HTMLElement ? active.dataset.command : undefined;
    const hasOtherWays = card.ways.join() !== this.#card.ways.join();
    this.#card = card;
    this.#body.dataset.vscodeContext = menuContext(card);
    const header = this.#buildHeader();
    this.#header.replaceWith(header);
    this.#header = header;
    if (hasOtherWays && !this.#draft.value.revealed) this.#renewAnswering();
    this.#showPersonal();
    this.#showBar();
    if (command) this.#focusCommand(command);
  }

  showHint(): void {
    if (this.#draft.value.revealed || this.#draft.value.hints >= this.#card.question.hints.length) return;
    this.#draft.change({ hints: this.#draft.value.hints + 1 });
    this.#showHints();
    this.#question.querySelector('.hints li:last-child')?.scrollIntoView?.({ block: 'nearest' });
    const hadFocus = this.#bar.contains(document.activeElement);
    this.#showBar();
    if (hadFocus) this.#focusCommand('hint');
  }

  /** Goes to the box for the answer, wherever it stands; nothing where the person does not write. */
  write(): void {
    if (!this.#draft.value.revealed) this.#answering.box?.focus();
  }

  /** Opens the answer below the question, which keeps its place. */
  reveal(): void {
    if (this.#draft.value.revealed) return;
    const { seconds, announce, texts } = this.#options;
    const ticks = ticksOf(this.#card, this.#draft.value.text);
    this.#draft.change({ revealed: true, answerSeconds: seconds(), ticks });
    this.#answering.element.remove();
    const answer = this.#addAnswer();
    this.#showBar();
    this.#watch();
    answer.focus({ preventScroll: true });
    // Below a long question the answer would open out of sight; "nearest" moves only as far as it must.
    answer.querySelector('.part:not(.aside)')?.scrollIntoView?.({ block: 'nearest' });
    announce(texts.answerShown);
  }

  /** Opens the editor of the note or the report, with what was begun before. */
  editRemark(kind: RemarkKind): void {
    const { main, texts, post } = this.#options;
    this.#dialog = editRemark({ kind, card: this.#card, draft: this.#draft, main, texts, post });
  }

  #addAnswer(): HTMLElement {
    this.#answer = openAnswer({
      ...this.#options,
      card: this.#card,
      draft: this.#draft,
      preferences: this.#preferences,
      personal: this.#personal,
      onTicks: (ticks) => this.#tick(ticks),
    });
    this.#body.append(this.#answer);
    return this.#answer;
  }

  #tick(ticks: readonly number[]): void {
    const { texts, announce } = this.#options;
    const before = this.proposal.grade;
    this.#draft.change({ ticks });
    const { proposal } = this;
    markProposed(this.#bar, proposal, texts);
    if (proposal.grade === before) return;
    announce(`${gradeName(proposal.grade, texts)}: ${texts.proposed}. ${whyLower(proposal, texts)}`);
  }

  #buildAnswering(): Answering {
    return new Answering({
      card: this.#card,
      texts: this.#options.texts,
      way: this.#preferences.value.way,
      text: this.#draft.value.text,
      onWay: (way) => {
        this.#preferences.change({ way });
        this.tick();
        this.#showBar();
      },
      onText: (text) => this.#draft.change({ text }),
    });
  }

  #keptPreferences(card: CardView): Kept<Preferences> {
    return new Kept(card.preferences, (preferences) => this.#options.post({ type: 'prefer', preferences }));
  }

  #renewAnswering(): void {
    this.#preferences = this.#keptPreferences(this.#card);
    const before = this.#answering.element;
    this.#answering = this.#buildAnswering();
    before.replaceWith(this.#answering.element);
    this.tick();
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

  #showPersonal(): void {
    const { texts, markdown, run } = this.#options;
    this.#personal.replaceChildren(...personalParts(this.#card, texts, markdown, run));
  }

  #showHints(): void {
    const { question } = this.#card;
    const shown = question.hints.slice(0, this.#draft.value.hints);
    const hints = shown.map((hint) => this.#options.markdown.inline(hint, question.topic));
    showHints(this.#question, hints, this.#options.texts);
  }

  #showBar(): void {
    const { texts, run } = this.#options;
    const hints = { shown: this.#draft.value.hints, all: this.#card.question.hints.length };
    this.#bar.replaceChildren(
      this.#draft.value.revealed
        ? buildGradeBar(this.#card, this.proposal, texts, run)
        : buildShowBar(hints, this.#answering.box ? chord('Enter') : texts.space, texts, run),
    );
  }

  /** Whether nothing of an element lies below the window, or behind the bar. */
  #isInSight(element: HTMLElement): boolean {
    const end = Math.min(this.#bar.getBoundingClientRect().top, window.innerHeight);
    return element.getBoundingClientRect().bottom <= end;
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

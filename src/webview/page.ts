import type { Grade } from '../core/memory/grade';
import type {
  CardAction,
  CardView,
  DrillTexts,
  HistoryView,
  SummaryView,
  ToHost,
  View,
} from '../core/protocol';
import { CardScreen } from './cardScreen';
import { assertNever, el } from './dom';
import { type Draft, draftsFor, keptDrafts } from './draft';
import { openHistoryDialog } from './historyDialog';
import { type Command, commandOf, isForControl } from './keys';
import { openKeysDialog } from './keysDialog';
import { createMarkdown, type Markdown } from './markdown';
import { isToWebview } from './messages';
import { Stopwatch } from './stopwatch';
import { buildSummary } from './summaryScreen';
import { showTips } from './tip';
import type { VsCodeApi } from './vsCodeApi';

/** What the page needs: its place, its words, its host, and a clock in milliseconds. */
export interface PageOptions {
  readonly root: HTMLElement;
  readonly texts: DrillTexts;
  readonly host: VsCodeApi;
  readonly now: () => number;
}

/** The page of the drill panel: shows what comes down and sends up what the person does. */
export class DrillPage {
  readonly #options: PageOptions;
  readonly #markdown: Markdown;
  readonly #main: HTMLElement;
  readonly #screen = el('div', { class: 'screen' });
  /** Two live regions: a text that is said again goes into the other one, since an unchanged one is not heard. */
  readonly #voices = [el('div', { 'aria-live': 'polite' }), el('div', { 'aria-live': 'polite' })] as const;
  #session: unknown;
  #hasView = false;
  #card: CardScreen | undefined;
  #undo: string | undefined;
  #stopwatch: Stopwatch | undefined;
  /** Drafts of cards that were left or graded before this one, to which the person may come back. */
  #left: readonly Draft[] = [];
  /** A draft has changed since the host was sent them. */
  #hasUnsent = false;
  /** The newest view, made ready and not shown yet. */
  #held: { readonly show: () => void; readonly session: unknown; readonly done: string } | undefined;
  /** Set between a grade and the next view: the same card may come twice in a row, so its name cannot tell. */
  #isGraded = false;

  constructor(options: PageOptions) {
    this.#options = options;
    this.#markdown = createMarkdown(options.texts);
    this.#screen.append(el('p', { class: 'loading' }, options.texts.loading));
    this.#main = el('main', {}, this.#screen, el('div', { class: 'announcer' }, ...this.#voices));
    options.root.replaceChildren(this.#main);
    this.#main.addEventListener('click', (event) => this.#onClick(event));
    showTips(this.#main);
  }

  /** Shows a message of the host; what is not a view is left alone. */
  receive(message: unknown): void {
    if (!isToWebview(message)) return;
    switch (message.type) {
      case 'card':
      case 'summary':
        this.#takeDrafts(message);
        this.#held = {
          show: this.#prepare(message),
          session: message.session,
          done: message.done || (this.#held?.done ?? ''),
        };
        if (!message.held) this.#showHeld();
        return;
      case 'stored':
        this.#showHeld();
        return;
      case 'history':
        this.#showHistory(message.history);
        return;
      default:
        assertNever(message);
    }
  }

  /** Handles a key before the editor sees it, if it is one of ours. */
  onKey(event: KeyboardEvent): void {
    const command = commandOf(event);
    // A dialog has the keys for itself; what it leaves is the editor's.
    if (command === undefined || this.#main.querySelector('dialog[open]')) return;
    event.stopPropagation();
    // The browser presses the focused control.
    if (isForControl(event)) return;
    event.preventDefault();
    if (!event.repeat) this.run(command);
  }

  /** Keeps session and draft, so that hiding or reloading the panel loses nothing. */
  save(): void {
    // Before the first view the kept state is all there is: it must not be overwritten.
    if (!this.#hasView) return;
    this.#options.host.setState({ session: this.#session, drafts: this.#drafts });
  }

  /** To be called about once a second. */
  tick(): void {
    this.#card?.tick();
    this.#sendDrafts();
  }

  onVisibility(isVisible: boolean): void {
    this.#stopwatch?.setVisible(isVisible);
    if (isVisible) return;
    this.save();
    this.#sendDrafts();
  }

  /** Does what a key or a button asks for, as far as it makes sense now. */
  run(command: Command): void {
    if (this.#isGraded) return;
    switch (command) {
      case 'proceed':
        if (this.#card?.draft.revealed) this.#grade(this.#card.proposal.grade);
        else this.#card?.reveal();
        return;
      case 1:
      case 2:
      case 3:
      case 4:
        this.#grade(command);
        return;
      case 'hint':
        this.#card?.showHint();
        return;
      case 'write':
        this.#card?.write();
        return;
      case 'undo':
        if (this.#undo) this.#post({ type: 'undo' });
        return;
      case 'redo':
        if (this.#card?.card.redo) this.#post({ type: 'redo' });
        return;
      case 'back':
        if (this.#card?.card.back) this.#post({ type: 'back' });
        return;
      case 'keys':
        openKeysDialog(this.#main, this.#options.texts);
        return;
      case 'note':
      case 'report':
        this.#card?.editRemark(command);
        return;
      case 'copy':
      case 'star':
      case 'bury':
      case 'suspend':
      case 'openSource':
      case 'history':
      case 'end':
        this.#act(command);
        return;
      default:
        assertNever(command);
    }
  }

  /** The draft of the card on the screen, and those of cards before it. */
  get #drafts(): readonly Draft[] {
    const draft = this.#card && {
      ...this.#card.draft,
      scroll: Math.round(window.scrollY),
      seconds: this.#stopwatch?.seconds ?? 0,
    };
    return [...(draft ? [draft] : []), ...this.#left];
  }

  /** What the page keeps itself goes when its tab is closed: the host keeps it as well. */
  #sendDrafts(): void {
    if (!this.#hasUnsent) return;
    this.#hasUnsent = false;
    this.#post({ type: 'drafts', drafts: this.#drafts });
  }

  /** A page in a new tab begins with what was kept for it. */
  #takeDrafts(view: View): void {
    const { host } = this.#options;
    if (!host.getState()) host.setState({ session: view.session, drafts: keptDrafts(view) });
  }

  /** Makes a view ready, and gives what shows it. */
  #prepare(view: View): () => void {
    if (view.type === 'summary') return () => this.#showSummary(view.summary);
    if (this.#card?.card.showing === view.card.showing) return () => this.#updateCard(view.card);
    const { host, now } = this.#options;
    const { draft } = draftsFor(view.card.showing, host.getState());
    const stopwatch = new Stopwatch(now, draft.seconds, document.visibilityState !== 'hidden');
    const screen = this.#buildCard(view.card, draft, stopwatch);
    return () => this.#showCard(screen, stopwatch);
  }

  #showHeld(): void {
    const held = this.#held;
    if (!held) return;
    this.#held = undefined;
    const before = this.#card;
    held.show();
    const position = this.#card !== before ? this.#card?.progress : undefined;
    this.#announce([held.done, position].filter(Boolean).join(' '));
    this.#isGraded = false;
    this.#session = held.session;
    this.#hasView = true;
    this.save();
  }

  #updateCard(card: CardView): void {
    this.#undo = card.undo;
    this.#card?.update(card);
  }

  #buildCard(card: CardView, draft: Draft, stopwatch: Stopwatch): CardScreen {
    return new CardScreen({
      card,
      draft,
      texts: this.#options.texts,
      markdown: this.#markdown,
      main: this.#main,
      run: (command) => this.run(command),
      post: (message) => this.#post(message),
      seconds: () => stopwatch.seconds,
      announce: (text) => this.#announce(text),
      onDraft: () => {
        this.#hasUnsent = true;
        this.save();
      },
    });
  }

  #showCard(screen: CardScreen, stopwatch: Stopwatch): void {
    this.#leaveCard(screen.card.showing);
    this.#undo = screen.card.undo;
    this.#card = screen;
    this.#stopwatch = stopwatch;
    this.#screen.replaceChildren(...screen.elements);
    window.scrollTo(0, screen.draft.scroll);
    screen.enter();
  }

  /** Keeps what was done to the card that is left: an undo, or the end of a question on the way, leads back to it. */
  #leaveCard(next: string): void {
    if (this.#card) this.save();
    this.#left = draftsFor(next, this.#options.host.getState()).left;
    this.#card?.leave();
  }

  #showSummary(summary: SummaryView): void {
    const { texts } = this.#options;
    this.#leaveCard('');
    this.#card = undefined;
    this.#stopwatch = undefined;
    this.#undo = summary.undo;
    const screen = buildSummary({
      summary,
      texts,
      markdown: this.#markdown,
      run: (command) => this.run(command),
      choose: (action) => this.#post({ type: 'summary', action }),
    });
    this.#screen.replaceChildren(screen);
    window.scrollTo(0, 0);
    screen.querySelector('h1')?.focus({ preventScroll: true });
  }

  #showHistory(history: HistoryView): void {
    if (this.#card?.card.showing !== history.showing) return;
    openHistoryDialog(this.#main, history, this.#options.texts);
  }

  #act(action: CardAction): void {
    if (!this.#card) return;
    this.#post({ type: 'card', showing: this.#card.card.showing, action });
    if (action === 'copy') this.#announce(this.#options.texts.copied);
  }

  #grade(grade: Grade): void {
    const { card, draft } = this.#card ?? {};
    if (!card || !draft?.revealed) return;
    this.#isGraded = true;
    this.#post({
      type: 'grade',
      showing: card.showing,
      grade,
      points: draft.ticks,
      hints: draft.hints,
      followUps: draft.well,
      seconds: this.#stopwatch?.seconds ?? 0,
    });
  }

  /** Buttons made from a card's text carry their intent as data. */
  #onClick(event: MouseEvent): void {
    const target = (event.target as Element).closest<HTMLElement>('[data-open], [data-exhibit]');
    const { open, exhibit } = target?.dataset ?? {};
    if (open !== undefined) this.#post({ type: 'open', id: open });
    if (exhibit !== undefined && this.#card) {
      this.#post({ type: 'exhibit', showing: this.#card.card.showing, title: exhibit });
    }
  }

  #announce(text: string): void {
    if (text === '') return;
    const [first, second] = this.#voices;
    const isAgain = first.textContent === text;
    first.textContent = isAgain ? '' : text;
    second.textContent = isAgain ? text : '';
  }

  #post(message: ToHost): void {
    this.#options.host.postMessage(message);
  }
}

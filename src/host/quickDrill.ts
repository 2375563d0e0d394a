import { type Disposable, l10n, window } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { Question } from '../core/bank/question';
import type { SummaryAction } from '../core/protocol';
import type { Source } from '../core/session/queues';
import { type Session, sessionProgress } from '../core/session/session';
import type { BankFiles } from './bankFiles';
import { randomDrillPlan, todaysPlan } from './drillPlans';
import { type DrillWish, runCommand } from './ids';
import { keepSession, lastDrills } from './panelMemory';
import type { ProgressStore } from './progressStore';
import { type Card, newCard, type RowAction } from './quickDrillCard';
import { doOnCard } from './quickDrillDeeds';
import { pageScreen } from './quickDrillPages';
import { DrillPick } from './quickDrillPick';
import { stepScreen } from './quickDrillRows';
import { summaryScreen } from './quickDrillSummary';
import {
  concernOf,
  goingOn,
  openSession,
  showingOf,
  standing,
  weakToAsk,
  withQuizShuffled,
} from './standing';
import { sourceOf } from './today';
import { modeName } from './words';

/**
 * The whole drill in one QuickPick, for those who cannot use a webview: question, short answer with key points to
 * tick, grades, summary. It asks by the same sessions as the panel. Esc pauses it; the command then goes on with it,
 * after a restart too.
 */
export class QuickDrill implements Disposable {
  private session: Session | undefined;
  /** The card on the screen. */
  private card: Card | undefined;
  /** Cards that were begun, by their showing: a pause or a related question does not lose their ticks. */
  private readonly begun = new Map<string, Card>();
  private pick: DrillPick | undefined;
  private readonly subscription: Disposable;

  constructor(
    private readonly files: BankFiles,
    private readonly store: ProgressStore,
  ) {
    this.subscription = store.onDidChange(() => void this.present());
  }

  /** Begins a drill; without a wish goes on with the one that was left, here or in the panel, or reviews what is due. */
  async open(wish: DrillWish | undefined): Promise<void> {
    const from = await sourceOf(this.files, this.store);
    const paused = lastDrills(this.store.state, this.session).find(
      (drill) => standing(drill, from.bank, this.store).queue.length > 0,
    );
    if (paused && !wish) this.take(paused);
    else this.start(wish ? { mode: 'random', plan: randomDrillPlan(from, wish) } : todays(from));
  }

  dispose(): void {
    this.subscription.dispose();
    this.pick?.dispose();
  }

  private start(wanted: Omit<Session, 'started'>): void {
    if (wanted.plan.length > 0) this.take({ ...wanted, started: this.store.takeMoment() });
    else {
      const none = l10n.t('No question fits: try other topics, levels or kinds.');
      void window.showInformationMessage(none);
    }
  }

  private take(session: Session): void {
    this.session = session;
    keepSession(this.store.state, session);
    this.show();
  }

  private show(): void {
    this.pick ??= this.newPick();
    void this.present();
  }

  private newPick(): DrillPick {
    const pick = new DrillPick({
      onAction: (action) => void this.do(action),
      onHide: () => {
        if (this.pick === pick) this.hide();
      },
    });
    return pick;
  }

  /** Pauses: VS Code tells only later that the pick has gone. */
  private hide(): void {
    const { pick } = this;
    this.leave();
    this.pick = undefined;
    pick?.hide();
  }

  /** The card goes from the screen; its page does too, so that one comes back to its step. */
  private leave(): void {
    const { card } = this;
    this.keepTicks();
    this.card = undefined;
    if (!card) return;
    card.spent += Date.now() - card.since;
    card.page = undefined;
  }

  private keepTicks(): void {
    if (this.card && this.pick?.ticked) this.card.ticked = this.pick.ticked;
  }

  /** Shows what the session has come to. */
  private async present(): Promise<void> {
    if (!this.pick || !this.session) return;
    const { store } = this;
    const bank = await this.files.index();
    const session = openSession(this.session, bank, store);
    this.session = session;
    const needed = concernOf(session, bank, store);
    const read = await Promise.all(needed.map((id) => this.files.question(id)));
    // Another call shows what has become of the session meanwhile.
    const isSame = () => needed.join() === concernOf(session, bank, store).join();
    if (!this.pick || this.session !== session || !isSame()) return;
    this.presentIn(this.pick, { session, bank, questions: read.filter((q) => q !== undefined) });
  }

  private presentIn(
    pick: DrillPick,
    of: { readonly session: Session; readonly bank: BankIndex; readonly questions: readonly Question[] },
  ): void {
    const { store } = this;
    const { session, bank } = of;
    const now = standing(session, bank, store);
    const question = now.queue.length > 0 ? of.questions[0] : undefined;
    this.keepTicks();
    if (!question) {
      this.leave();
      pick.name(l10n.t('{0}: finished', modeName(session.mode)));
      pick.show(summaryScreen({ ...of, store, now }), undefined);
      return;
    }
    const card = this.cardFor(withQuizShuffled(question, session, now), showingOf(session, now));
    const { results, queue } = now;
    const topic = bank.topic(question.topic)?.title ?? question.topic;
    pick.name(`${modeName(session.mode)}: ${topic}`, results.length + 1, results.length + queue.length);
    const parts = { card, session, store, bank };
    pick.show(card.page ? pageScreen(parts, card.page) : stepScreen(parts), card);
  }

  private cardFor(question: Question, showing: string): Card {
    if (this.card?.showing === showing) return this.card;
    this.leave();
    const card = this.begun.get(showing) ?? newCard(question, showing);
    card.since = Date.now();
    this.begun.set(showing, card);
    this.card = card;
    return card;
  }

  private async do(action: RowAction): Promise<void> {
    const { card, session, store } = this;
    if (!session) return;
    this.keepTicks();
    switch (action.type) {
      case 'undo':
        store.undo();
        return;
      case 'open':
        this.start({ mode: 'single', plan: [action.id], outer: session });
        return;
      case 'end':
        this.take(session.outer ?? { ...session, ended: true });
        return;
      case 'summary':
        await this.afterSummary(action.action, session);
        return;
    }
    if (!card) return;
    if (action.type === 'note' || action.type === 'report') await this.write(action.type, card);
    else {
      if (action.type === 'grade') {
        if (card.page) return; // A digit was meant for the page that is about to be shown.
        this.forget(card); // A key pressed twice must not grade twice.
      }
      doOnCard(card, action, store);
      await this.present();
    }
  }

  private forget({ showing }: Card): void {
    this.card = undefined;
    this.begun.delete(showing);
  }

  /** A note is written in an editor, for which the drill is paused; a report in an input box, which it comes back from. */
  private async write(what: 'note' | 'report', { question }: Card): Promise<void> {
    this.hide();
    await runCommand(what === 'note' ? 'mlopsDrill.editNote' : 'mlopsDrill.reportMistake', question.id);
    if (what === 'report') this.show();
  }

  private async afterSummary(action: SummaryAction, session: Session): Promise<void> {
    const { store } = this;
    switch (action) {
      case 'continue':
        this.take(goingOn(session));
        return;
      case 'resume':
        await this.open(undefined);
        return;
      case 'weak':
        this.start({ mode: 'weak', plan: weakToAsk(sessionProgress(session, store.settled).results, store) });
        return;
      case 'due':
      case 'another': {
        const from = await sourceOf(this.files, store);
        this.start(action === 'due' ? todays(from) : { mode: 'random', plan: randomDrillPlan(from, {}) });
        return;
      }
      case 'quiz':
        this.hide();
        await runCommand('mlopsDrill.quickQuiz');
        return;
      case 'close':
        this.hide();
    }
  }
}

/** Today's review, or a random drill where nothing is to be reviewed. */
function todays(from: Source): Pick<Session, 'mode' | 'plan'> {
  const plan = todaysPlan(from, undefined);
  return plan.length > 0 ? { mode: 'due', plan } : { mode: 'random', plan: randomDrillPlan(from, {}) };
}

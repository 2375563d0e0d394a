import { type Disposable, l10n, type QuickPick, window } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { Grade } from '../core/memory/grade';
import { roundSeconds } from '../core/progress/event';
import { type Session, weakOnes } from '../core/session/session';
import type { BankFiles } from './bankFiles';
import { openText } from './cardDocuments';
import { type Plan, randomDrillPlan, todaysPlan } from './drillPlans';
import type { DrillWish } from './ids';
import { drillsToResume, keepSession } from './panelMemory';
import type { ProgressStore } from './progressStore';
import { type Card, presentCard } from './quickDrillCard';
import { type Row, type RowAction, summaryLines, summaryRows } from './quickDrillRows';
import { showingOf, standing } from './standing';
import { sourceOf } from './today';
import { modeName } from './words';

/**
 * The whole drill in one QuickPick, for those who cannot use a webview: question, short answer with key points to
 * tick, grades, summary. It asks by the same sessions as the panel. Esc pauses it; the command then goes on with it,
 * after a restart too.
 */
export class QuickDrill implements Disposable {
  private session: Session | undefined;
  private card: Card | undefined;
  private pick: QuickPick<Row> | undefined;
  /** What stood in the input at the last key. */
  private typed = '';
  private readonly subscription: Disposable;

  constructor(
    private readonly files: BankFiles,
    private readonly store: ProgressStore,
  ) {
    this.subscription = store.onDidChange(() => {
      if (this.pick) void this.present();
    });
  }

  /** Begins a drill; without a wish goes on with the one that was paused, or reviews what is due. */
  async open(wish: DrillWish | undefined): Promise<void> {
    const from = await sourceOf(this.files, this.store);
    const paused = drillsToResume(this.store.state, this.session).find(
      (drill) => standing(drill, from.bank, this.store).queue.length > 0,
    );
    if (wish) this.begin('random', randomDrillPlan(from, wish));
    else if (paused) this.session = paused;
    else {
      const plan = todaysPlan(from, undefined);
      if (plan.length > 0) this.begin('due', plan);
      else this.begin('random', randomDrillPlan(from, {}));
    }
    if (this.session?.plan.length === 0) {
      this.session = undefined;
      void window.showInformationMessage(
        l10n.t('No question fits this choice. Try other topics, levels or kinds.'),
      );
      return;
    }
    await this.show();
  }

  dispose(): void {
    this.subscription.dispose();
    this.pick?.dispose();
  }

  private begin(mode: Session['mode'], plan: Plan): void {
    this.session = { mode, plan, started: this.store.nextMoment() };
    this.card = undefined;
    if (plan.length > 0) keepSession(this.store.state, this.session);
  }

  private async show(): Promise<void> {
    this.pick?.dispose();
    const pick = window.createQuickPick<Row>();
    this.pick = pick;
    pick.ignoreFocusOut = true;
    pick.onDidHide(() => {
      pick.dispose();
      if (this.pick !== pick) return;
      this.pick = undefined;
      if (!this.card) return;
      this.card.spent += Date.now() - this.card.since;
      if (this.card.step === 'points') this.card.ticked = tickedIn(pick);
    });
    pick.onDidAccept(() => this.accept(pick));
    pick.onDidChangeValue((value) => this.type(pick, value));
    pick.onDidTriggerButton(() => this.do({ type: 'answer' }));
    if (this.card) this.card.since = Date.now();
    await this.present();
    pick.show();
  }

  /** Shows what the session has come to. */
  private async present(): Promise<void> {
    const { session } = this;
    if (!session) return;
    const bank = await this.files.index();
    const now = standing(session, bank, this.store);
    const id = now.queue[0];
    const question = id === undefined ? undefined : await this.files.question(id);
    // Another call shows what has become of the session meanwhile.
    if (this.session !== session || standing(session, bank, this.store).queue[0] !== id || !this.pick) return;
    if (!question) {
      this.presentSummary(this.pick, session, bank);
      return;
    }
    const showing = showingOf(session, now);
    if (this.card?.showing !== showing) {
      this.card = {
        question,
        showing,
        step: 'question',
        hints: 0,
        ticked: [],
        spent: 0,
        since: Date.now(),
        answerSeconds: 0,
      };
    }
    this.pick.title = `${modeName(session.mode)}: ${bank.topic(question.topic)?.title ?? question.topic}`;
    this.pick.step = now.results.length + 1;
    this.pick.totalSteps = now.results.length + now.queue.length;
    presentCard(this.pick, this.card, { store: this.store, bank });
  }

  private presentSummary(pick: QuickPick<Row>, session: Session, bank: BankIndex): void {
    const { results } = standing(session, bank, this.store);
    this.card = undefined;
    pick.canSelectMany = false;
    pick.buttons = [];
    pick.title = l10n.t('{0}: finished', modeName(session.mode));
    pick.step = undefined;
    pick.totalSteps = undefined;
    pick.prompt = summaryLines({ session, bank, store: this.store });
    pick.placeholder = '';
    pick.items = summaryRows(weakOnes(results));
  }

  private accept(pick: QuickPick<Row>): void {
    const { card } = this;
    if (card?.step === 'points') {
      card.ticked = tickedIn(pick);
      card.step = 'grade';
      void this.present();
      return;
    }
    // The active row reaches us late: just after new rows were set it can still be an old one, or none.
    const row =
      pick.activeItems.find((active) => pick.items.includes(active)) ?? pick.items.find((r) => r.isFirst);
    if (row?.action) this.do(row.action);
  }

  /** A digit stands for a row; other text means nothing here. What is typed fast comes together: "1", then "12". */
  private type(pick: QuickPick<Row>, value: string): void {
    const isMore = value !== this.typed && value.startsWith(this.typed);
    const fresh = isMore ? value.slice(this.typed.length) : value;
    this.typed = value;
    if (value !== '') pick.value = '';
    for (const digit of fresh) {
      const row = pick.items.find((r) => r.digit === digit);
      if (row?.point !== undefined) tick(pick, row);
      else if (row?.action) {
        this.do(row.action);
        return; // Other rows come now; what was typed was not about them.
      }
    }
  }

  private do(action: RowAction): void {
    const { card, store } = this;
    switch (action.type) {
      case 'drill':
        this.begin('weak', action.plan);
        void this.present();
        return;
      case 'again':
        void this.open({});
        return;
      case 'close':
        this.pick?.hide();
        return;
      case 'undo':
        store.undo();
        return;
      default:
        if (card) this.doWith(card, action);
    }
  }

  private doWith(card: Card, action: RowAction): void {
    const { store } = this;
    const question = card.question.id;
    switch (action.type) {
      case 'show':
        card.answerSeconds = secondsOf(card);
        card.step = card.question.keyPoints.length > 0 ? 'points' : 'grade';
        break;
      case 'back':
        card.step = 'points';
        break;
      case 'hint':
        card.hints++;
        break;
      case 'grade':
        this.grade(card, action.grade);
        return;
      case 'context':
        void openText(card.question, 'Question.md');
        return;
      case 'answer':
        void openText(card.question, 'Answer.md');
        return;
      case 'star':
        store.record({ kind: 'star', question, on: !store.progress.of(question).starred });
        return;
      case 'bury':
        store.record({ kind: 'bury', question, until: store.today + 1 });
        return;
      case 'suspend':
        store.record({ kind: 'suspend', question, on: true });
        return;
    }
    void this.present();
  }

  /** The store tells of the change, and the next card comes. */
  private grade(card: Card, grade: Grade): void {
    const { question, hints, ticked } = card;
    this.card = undefined; // A key pressed twice must not grade twice.
    const points = ticked.reduce((mask, index) => mask | (1 << index), 0);
    this.store.record({
      kind: 'review',
      question: question.id,
      grade,
      seconds: roundSeconds(secondsOf(card)),
      ...(question.keyPoints.length > 0 ? { points } : {}),
      ...(hints > 0 ? { hints } : {}),
    });
  }
}

function tick(pick: QuickPick<Row>, row: Row): void {
  const { selectedItems: before } = pick;
  pick.selectedItems = before.includes(row) ? before.filter((r) => r !== row) : [...before, row];
}

function tickedIn(pick: QuickPick<Row>): number[] {
  return pick.selectedItems.flatMap((row) => row.point ?? []);
}

/** Seconds for which a card has been on the screen. */
function secondsOf({ spent, since }: Card): number {
  return (spent + Date.now() - since) / 1000;
}

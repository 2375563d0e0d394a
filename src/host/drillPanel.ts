import {
  Disposable,
  type LogOutputChannel,
  l10n,
  ThemeIcon,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { Question } from '../core/bank/question';
import { roundSeconds } from '../core/progress/event';
import { type CardAction, isToHost, type SummaryAction, type ToHost } from '../core/protocol';
import { asSession, type Session, sessionProgress, weakOnes } from '../core/session/session';
import type { BankFiles } from './bankFiles';
import { openExhibit, openSource } from './cardDocuments';
import { drillPage } from './drillPage';
import { drillView, showingOf, standing } from './drillView';
import { drillPanelType, runCommand } from './ids';
import type { ProgressStore } from './progressStore';
import { modeName } from './words';

/** What the panel works with. */
export interface PanelParts {
  readonly extensionUri: Uri;
  readonly bank: BankFiles;
  readonly store: ProgressStore;
  readonly log: LogOutputChannel;
}

/**
 * The panel that drills: it shows the question that the session has come to, and turns what the person does there
 * into events of the log. It holds nothing but the session; everything shown follows from session and log.
 */
export class DrillPanel implements Disposable, WebviewPanelSerializer {
  private panel: WebviewPanel | undefined;
  private session: Session | undefined;
  private readonly subscriptions: Disposable;

  constructor(private readonly parts: PanelParts) {
    this.subscriptions = Disposable.from(
      window.registerWebviewPanelSerializer(drillPanelType, this),
      parts.store.onDidChange(() => void this.show()),
      new Disposable(() => this.panel?.dispose()),
    );
  }

  /** Opens the panel before it is known what to ask, so that its page loads while the bank is read. */
  open(): void {
    if (!this.panel) this.create(l10n.t('MLOps Drill'));
  }

  /** Closes the panel if it was opened and nothing was found to ask. */
  closeIfIdle(): void {
    if (!this.session) this.panel?.dispose();
  }

  /** Shows a session, in the panel that is open or in a new one. */
  start(wish: Omit<Session, 'started'>): void {
    this.session = { ...wish, started: this.parts.store.nextMoment() };
    if (this.panel) {
      this.panel.reveal();
      void this.show();
    } else {
      this.create(titleOf(this.session));
    }
  }

  /** Takes up the panel that was open when the window was closed, at its card. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const session = asSession((state as { session?: unknown } | undefined)?.session);
    if (!session || this.panel) {
      this.parts.log.info('A panel of an earlier window could not be taken up again, so it was closed.');
      panel.dispose();
      return;
    }
    this.session = session;
    this.adopt(panel);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private create(title: string): void {
    this.adopt(window.createWebviewPanel(drillPanelType, title, ViewColumn.Active));
  }

  private adopt(panel: WebviewPanel): void {
    const { extensionUri } = this.parts;
    this.panel = panel;
    panel.iconPath = new ThemeIcon('mortar-board');
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.session = undefined;
    });
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: ['dist', 'media'].map((folder) => Uri.joinPath(extensionUri, folder)),
    };
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    panel.webview.html = drillPage(panel.webview, extensionUri);
  }

  private async receive(message: unknown): Promise<void> {
    if (!isToHost(message)) {
      this.parts.log.warn(
        'A message of the panel did not fit and was ignored.',
        JSON.stringify(message)?.slice(0, 200),
      );
      return;
    }
    if (message.type === 'ready') return this.show();
    const bank = await this.parts.bank.index();
    await this.parts.store.load();
    if (this.session) await this.act(message, this.session, bank);
  }

  private async act(
    message: Exclude<ToHost, { type: 'ready' }>,
    session: Session,
    bank: BankIndex,
  ): Promise<void> {
    const { store } = this.parts;
    switch (message.type) {
      case 'undo':
        store.undo();
        return;
      case 'redo':
        store.redo();
        return;
      case 'open':
        if (bank.question(message.id)) this.start({ mode: 'single', plan: [message.id], outer: session });
        return;
      case 'summary':
        this.afterSummary(message.action, session);
        return;
      case 'back':
        this.session = session.outer ?? session;
        void this.show();
        return;
      default:
        await this.actOnCard(message, session, bank);
    }
  }

  private async actOnCard(
    message: Extract<ToHost, { readonly showing: string }>,
    session: Session,
    bank: BankIndex,
  ): Promise<void> {
    const isCurrent = () =>
      this.session === session &&
      message.showing === showingOf(session, standing(session, bank, this.parts.store));
    const id = standing(session, bank, this.parts.store).queue[0];
    const question = id === undefined ? undefined : await this.parts.bank.question(id);
    // A key pressed late is about a card that has gone; the page waits for a view all the same.
    if (!question || !isCurrent()) {
      void this.show();
      return;
    }
    switch (message.type) {
      case 'grade':
        this.grade(question, message);
        return;
      case 'card':
        this.actOn(question, message.action);
        return;
      case 'exhibit': {
        const exhibit = question.exhibits.find((e) => e.title === message.title);
        if (exhibit) void openExhibit(question, exhibit);
        return;
      }
    }
  }

  private grade(question: Question, message: Extract<ToHost, { type: 'grade' }>): void {
    const points = message.points
      .filter((index) => index < question.keyPoints.length)
      .reduce((mask, index) => mask | (1 << index), 0);
    this.parts.store.record({
      kind: 'review',
      question: question.id,
      grade: message.grade,
      seconds: roundSeconds(message.seconds),
      ...(question.keyPoints.length > 0 ? { points } : {}),
      ...(message.hints > 0 ? { hints: message.hints } : {}),
    });
  }

  private actOn({ id, ...question }: Question, action: CardAction): void {
    const { store } = this.parts;
    switch (action) {
      case 'star':
        store.record({ kind: 'star', question: id, on: !store.progress.of(id).starred });
        return;
      case 'suspend':
        store.record({ kind: 'suspend', question: id, on: true });
        return;
      case 'bury':
        store.record({ kind: 'bury', question: id, until: store.today + 1 });
        return;
      case 'openSource':
        void openSource({ id, ...question });
    }
  }

  private afterSummary(action: SummaryAction, session: Session): void {
    switch (action) {
      case 'weak':
        this.start({
          mode: 'weak',
          plan: weakOnes(sessionProgress(session, this.parts.store.settled).results),
        });
        return;
      case 'due':
        void runCommand('mlopsDrill.reviewDue');
        return;
      case 'another':
        void runCommand('mlopsDrill.randomDrill');
        return;
      case 'quiz':
        void runCommand('mlopsDrill.quickQuiz');
        return;
      case 'close':
        this.panel?.dispose();
    }
  }

  /** Sends the whole view. To a hidden page nothing is sent; it asks again when it is shown. */
  private async show(): Promise<void> {
    if (!this.panel) return;
    const { store } = this.parts;
    const bank = await this.parts.bank.index();
    await store.load();
    if (!this.session) return;
    const session = openSession(this.session, bank, store);
    this.session = session;
    const id = standing(session, bank, store).queue[0];
    const question = id === undefined ? undefined : await this.parts.bank.question(id);
    // Another call shows what has become of the session meanwhile.
    if (!this.panel || this.session !== session || standing(session, bank, store).queue[0] !== id) return;
    if (this.panel.title !== titleOf(session)) this.panel.title = titleOf(session);
    const view = drillView({ session, bank, store, question });
    // The next card says that the grade is stored, unless the person was told otherwise: it comes after that.
    await store.durable();
    if (!this.panel || this.session !== session) return;
    await this.panel.webview.postMessage(view);
    const next = standing(session, bank, store).queue[1];
    if (next !== undefined) await this.parts.bank.question(next); // Read ahead, so that the next card need not wait.
  }
}

/** A question that was opened out of a session leads back to it when it is done. */
function openSession(session: Session, bank: BankIndex, store: ProgressStore): Session {
  const isDone = standing(session, bank, store).queue.length === 0;
  return isDone && session.outer ? openSession(session.outer, bank, store) : session;
}

function titleOf(session: Session): string {
  return l10n.t('MLOps Drill: {0}', modeName(session.mode));
}

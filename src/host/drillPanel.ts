import {
  Disposable,
  type LogOutputChannel,
  l10n,
  ThemeIcon,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import { isToHost, type SummaryAction, type ToHost, type ToWebview, type View } from '../core/protocol';
import { asSession, type Session, sessionProgress } from '../core/session/session';
import { attempt } from './attempt';
import type { BankFiles } from './bankFiles';
import { actOnCard } from './cardActions';
import { doneWords } from './doneWords';
import { loadDrillPage } from './drillPage';
import { drillView, titleOf } from './drillView';
import { historyView } from './historyView';
import { drillPanelType, registerCommand, runCommand } from './ids';
import { drillsToResume, keepDrafts, keepPreferences, keepSession, readDrafts } from './panelMemory';
import { preparedPoints } from './preparedPoints';
import type { ProgressStore } from './progressStore';
import {
  concernOf,
  goingOn,
  openSession,
  showingOf,
  standing,
  unfinishedDrill,
  weakToAsk,
  withQuizShuffled,
} from './standing';

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
  /** What was begun on cards, as the page last sent it. */
  private drafts: readonly unknown[] | undefined;
  /** How many of this window's deeds the page has been told of. */
  private told = 0;
  private readonly subscriptions: Disposable;

  constructor(private readonly parts: PanelParts) {
    this.subscriptions = Disposable.from(
      window.registerWebviewPanelSerializer(drillPanelType, this),
      registerCommand('mlopsDrill.resumeDrill', () => this.resume()),
      parts.store.onDidChange(() => void this.show()),
      new Disposable(() => this.panel?.dispose()),
    );
  }

  /** Opens the panel before it is known what to ask, so that its page loads while the bank is read. */
  open(): void {
    if (!this.panel) this.create();
  }

  /** Closes the panel if it was opened and nothing was found to ask. */
  closeIfIdle(): void {
    if (!this.session) this.panel?.dispose();
  }

  /** Shows a session, in the panel that is open or in a new one. A single question leads back to an unfinished drill. */
  start(wish: Omit<Session, 'started'>): void {
    const { store } = this.parts;
    const outer = wish.mode === 'single' ? unfinishedDrill(this.session, store) : undefined;
    this.take({ ...(outer ? { outer } : {}), ...wish, started: store.takeMoment() });
  }

  /** Goes on with the drill that was last open; says so if there is nothing left of it. */
  async resume(): Promise<void> {
    const { store } = this.parts;
    const bank = await this.parts.bank.index();
    await store.load();
    const drills = drillsToResume(store.state, this.session);
    const unfinished = drills.find((drill) => standing(drill, bank, store).queue.length > 0);
    if (unfinished) return this.take(unfinished);
    const random = l10n.t('Random Drill');
    const choice = await window.showInformationMessage(l10n.t('There is no unfinished drill.'), random);
    if (choice === random) await runCommand('mlopsDrill.randomDrill');
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

  private take(session: Session): void {
    this.session = session;
    keepSession(this.parts.store.state, session);
    this.panel?.reveal();
    if (this.panel) void this.show();
    else this.create();
  }

  /** The panel is named after what it shows once the bank, which knows that, is read. */
  private create(): void {
    const title = l10n.t('MLOps Drill');
    const options = { enableFindWidget: true };
    this.adopt(window.createWebviewPanel(drillPanelType, title, ViewColumn.Active, options));
  }

  private adopt(panel: WebviewPanel): void {
    this.panel = panel;
    this.told = this.parts.store.own.length;
    panel.iconPath = new ThemeIcon('mortar-board');
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.session = undefined;
      if (this.drafts) keepDrafts(this.parts.store.state, this.drafts);
    });
    panel.webview.onDidReceiveMessage((message: unknown) =>
      attempt(() => this.receive(message), this.parts.log),
    );
    loadDrillPage(panel.webview, this.parts.extensionUri);
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
    if (message.type === 'drafts') {
      this.drafts = message.drafts;
      return;
    }
    const bank = await this.parts.bank.index();
    await this.parts.store.load();
    if (this.session) await this.act(message, this.session, bank);
  }

  private async act(
    message: Exclude<ToHost, { type: 'ready' | 'drafts' }>,
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
      case 'prefer':
        keepPreferences(store.state, message.preferences);
        void this.show(); // Another way may need more of the card.
        return;
      case 'back':
        this.take(session.outer ?? session);
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
    const { store } = this.parts;
    const now = standing(session, bank, store);
    const isCurrent = () =>
      this.session === session && message.showing === showingOf(session, standing(session, bank, store));
    const id = now.queue[0];
    const question = id === undefined ? undefined : await this.parts.bank.question(id);
    // A key pressed late is about a card that has gone; the page waits for a view all the same.
    if (!question || !isCurrent()) {
      void this.show();
      return;
    }
    if (message.type !== 'card') return actOnCard(withQuizShuffled(question, session, now), message, store);
    switch (message.action) {
      case 'history': {
        const history = historyView(question, message.showing, store);
        await this.panel?.webview.postMessage({ type: 'history', history } satisfies ToWebview);
        return;
      }
      case 'end':
        this.take(session.outer ?? { ...session, ended: true });
        return;
      default:
        actOnCard(question, { type: 'card', action: message.action }, store);
    }
  }

  private afterSummary(action: SummaryAction, session: Session): void {
    const { store } = this.parts;
    switch (action) {
      case 'continue':
        this.take(goingOn(session));
        return;
      case 'weak':
        this.start({ mode: 'weak', plan: weakToAsk(sessionProgress(session, store.settled).results, store) });
        return;
      case 'resume':
        void this.resume();
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

  /** Sends the whole view. */
  private show(): Promise<void> {
    return attempt(() => this.sendView(), this.parts.log);
  }

  /** To a hidden page nothing is sent; it asks again when it is shown. */
  private async sendView(): Promise<void> {
    if (!this.panel) return;
    const { store } = this.parts;
    const bank = await this.parts.bank.index();
    await store.load();
    if (!this.session) return;
    const session = openSession(this.session, bank, store);
    this.session = session;
    const needed = concernOf(session, bank, store);
    const reading = needed.map((id) => this.parts.bank.question(id));
    const [vocabulary, ...questions] = await Promise.all([this.parts.bank.vocabulary(), ...reading]);
    // Another call shows what has become of the session meanwhile.
    const isSame = () => needed.join() === concernOf(session, bank, store).join();
    if (!this.panel || this.session !== session || !isSame()) return;
    const title = titleOf(session, bank);
    if (this.panel.title !== title) this.panel.title = title;
    const known = questions.filter((q) => q !== undefined);
    const drafts = this.drafts ?? readDrafts(store.state);
    const view = { ...drillView({ session, bank, store, questions: known, vocabulary }), drafts };
    const done = this.told < store.own.length ? doneWords(store, bank) : '';
    this.told = store.own.length;
    await this.post({ ...view, done }, session);
    // Made ready ahead, so that the next card need not wait.
    const next = standing(session, bank, store).queue[1];
    const ahead = next === undefined ? undefined : await this.parts.bank.question(next);
    if (ahead && view.type === 'card' && view.card.points) preparedPoints(ahead, vocabulary);
  }

  /**
   * Sends a view. The next card says that the grade is stored, unless the person was told otherwise: the page makes it
   * ready while the grade is being written, and shows it after that.
   */
  private async post(view: View, session: Session): Promise<void> {
    const { store } = this.parts;
    const send = (message: ToWebview) => this.panel?.webview.postMessage(message);
    if (store.isDurable) {
      await send(view);
      return;
    }
    void send({ ...view, held: true });
    await store.durable();
    if (this.session === session) await send({ type: 'stored' });
  }
}

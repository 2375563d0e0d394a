import { type Disposable, l10n, type QuickPick, type QuickPickItem, window } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import { plainText } from '../core/bank/plainText';
import { type QuestionId, topicOf } from '../core/bank/question';
import {
  answered,
  chooseQuiz,
  currentItem,
  isRight,
  makeQuiz,
  type Quiz,
  type QuizItem,
  score,
  wrongOnes,
} from '../core/session/quiz';
import type { BankFiles } from './bankFiles';
import type { DrillPanel } from './drillPanel';
import type { DrillWish } from './ids';
import type { ProgressStore } from './progressStore';
import { optionRow, reasonRow, verdict, wholeReason } from './quizRows';
import { questionsWords } from './words';

/** A row of the quiz: an option, or what to do next. */
interface Row extends QuickPickItem {
  readonly choose?: number;
  /** What is said in full above the rows while this one is active. */
  readonly said?: string;
  readonly action?: 'next' | 'again' | 'drill' | 'close';
  readonly questions?: readonly QuestionId[];
}

/**
 * The quick quiz: one QuickPick from the first question to the result, so that focus never moves. Esc pauses it;
 * the command then goes on where it stopped.
 */
export class QuickQuiz implements Disposable {
  private quiz: Quiz | undefined;
  private pick: QuickPick<Row> | undefined;

  constructor(
    private readonly files: BankFiles,
    private readonly store: ProgressStore,
    private readonly panel: DrillPanel,
  ) {}

  /** Asks a new quiz, or goes on with the one that was paused if no wish is given. */
  async open(wish: Pick<DrillWish, 'count' | 'topics' | 'seed'> | undefined): Promise<void> {
    const bank = await this.files.index();
    await this.store.load();
    if (!this.quiz || wish) this.quiz = await this.make(bank, wish ?? {});
    if (this.quiz.items.length === 0) {
      this.quiz = undefined;
      void window.showInformationMessage(l10n.t('No question with a quiz fits this choice of topics.'));
      return;
    }
    this.show(bank);
  }

  dispose(): void {
    this.pick?.dispose();
  }

  private async make(bank: BankIndex, wish: Pick<DrillWish, 'count' | 'topics' | 'seed'>): Promise<Quiz> {
    const source = { bank, progress: this.store.progress, today: this.store.today };
    const seed = wish.seed ?? Date.now();
    const topics = wish.topics ? { topics: wish.topics } : {};
    const chosen = chooseQuiz(source, { count: wish.count ?? 5, seed, ...topics });
    const questions = await Promise.all(chosen.map((id) => this.files.question(id)));
    return makeQuiz(
      questions.flatMap((question) => question ?? []),
      seed,
    );
  }

  private show(bank: BankIndex): void {
    this.pick?.dispose();
    const pick = window.createQuickPick<Row>();
    this.pick = pick;
    pick.ignoreFocusOut = true;
    pick.onDidHide(() => {
      pick.dispose();
      if (this.pick === pick) this.pick = undefined;
    });
    pick.onDidAccept(() => {
      // The active row reaches us late: just after new rows were set it can still be an old one, or none.
      const active = pick.activeItems.find((row) => pick.items.includes(row));
      const row = active ?? pick.items.find((r) => r.action !== undefined);
      if (row) this.accept(row, bank);
    });
    pick.onDidChangeActive(([row]) => {
      if (row?.said !== undefined && pick.items.includes(row)) pick.prompt = row.said;
    });
    pick.onDidChangeValue((value) => {
      pick.value = '';
      const row = pick.items.find((r) => r.choose === Number(value) - 1);
      if (value && row) this.accept(row, bank);
    });
    this.ask(bank);
    pick.show();
  }

  private accept(row: Row, bank: BankIndex): void {
    if (row.choose !== undefined) this.answer(row.choose, bank);
    if (row.action === 'next') this.ask(bank);
    if (row.action === 'again') void this.open({});
    if (row.action === 'close') this.pick?.hide();
    if (row.action === 'drill') {
      this.pick?.hide();
      this.panel.start({ mode: 'weak', plan: row.questions ?? [] });
    }
  }

  private ask(bank: BankIndex): void {
    const item = this.quiz && currentItem(this.quiz);
    if (!item) {
      this.finish();
      return;
    }
    this.present({
      item,
      bank,
      number: (this.quiz as Quiz).answers.length + 1,
      prompt: plainText(item.stem),
      placeholder: l10n.t('1 to 4 or arrows and Enter; Esc pauses'),
      rows: item.options.map((option, place) => ({ ...optionRow(option, place), choose: place })),
    });
  }

  private answer(place: number, bank: BankIndex): void {
    const before = this.quiz as Quiz;
    const item = currentItem(before);
    if (!item?.options[place]) return;
    this.quiz = answered(before, place);
    const index = before.answers.length;
    const correct = isRight(this.quiz, index) === true;
    this.store.record({ kind: 'quiz', question: item.question, correct });
    const prompt = verdict(item.options, place);
    this.present({
      item,
      bank,
      number: index + 1,
      prompt,
      placeholder: l10n.t('Enter goes on; Esc pauses'),
      rows: [
        nextRow(this.quiz, prompt),
        // Whoever has read down to a reason goes on from there.
        ...item.options.map(
          (option, i): Row => ({
            ...reasonRow(option, i === place),
            said: wholeReason(option),
            action: 'next',
          }),
        ),
      ],
    });
  }

  private present(of: {
    item: QuizItem;
    bank: BankIndex;
    number: number;
    prompt: string;
    placeholder: string;
    rows: Row[];
  }): void {
    const { pick, quiz } = this;
    if (!pick || !quiz) return;
    const topic = of.bank.topic(topicOf(of.item.question))?.title ?? '';
    pick.title = l10n.t('Quick Quiz: {0}', topic);
    pick.step = of.number;
    pick.totalSteps = quiz.items.length;
    pick.prompt = of.prompt;
    pick.placeholder = of.placeholder;
    pick.items = of.rows;
    const first = of.rows[0];
    if (first) pick.activeItems = [first];
  }

  private finish(): void {
    const { pick, quiz } = this;
    if (!pick || !quiz) return;
    const rows: Row[] = [
      { label: l10n.t('$(refresh) Another quiz'), alwaysShow: true, action: 'again' },
      { label: l10n.t('$(close) Close'), alwaysShow: true, action: 'close' },
    ];
    const questions = wrongOnes(quiz);
    if (questions.length > 0) {
      const label = l10n.t('$(book) Drill what you missed: {0}', questionsWords(questions.length));
      rows.unshift({ label, alwaysShow: true, action: 'drill', questions });
    }
    pick.title = l10n.t('Quick Quiz: result');
    pick.step = undefined;
    pick.totalSteps = undefined;
    pick.prompt = l10n.t('{0} of {1} right.', score(quiz), quiz.items.length);
    pick.placeholder = '';
    pick.items = rows;
    this.quiz = undefined;
  }
}

function nextRow(quiz: Quiz, said: string): Row {
  const label = currentItem(quiz) ? l10n.t('$(arrow-right) Next question') : l10n.t('$(arrow-right) Result');
  return { label, said, alwaysShow: true, action: 'next' };
}

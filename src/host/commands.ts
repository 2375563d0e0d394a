import { Disposable, l10n, window } from 'vscode';
import type { QuestionHead, QuestionId } from '../core/bank/question';
import { isOpen } from '../core/session/filter';
import { chosenQueue, leastKnownQueue, type Source } from '../core/session/queues';
import type { SessionMode } from '../core/session/session';
import type { BankFiles } from './bankFiles';
import { doneWords } from './doneWords';
import type { DrillPanel } from './drillPanel';
import { drillPlan, type Plan, type Practice, practices, randomDrillPlan, todaysPlan } from './drillPlans';
import { nameOf, registerCommand, runCommand } from './ids';
import type { ProgressStore } from './progressStore';
import { findQuestion, pickTopic } from './questionPicks';
import type { QuickDrill } from './quickDrill';
import type { QuickQuiz } from './quickQuiz';
import { sourceOf } from './today';
import type { TopicsTree } from './topicsTree';
import { asWish, countOf, isRecord } from './wish';

/** How long the status bar says what was undone. */
const saidForMs = 5000;

/** What the commands work with. */
export interface CommandParts {
  readonly bank: BankFiles;
  readonly store: ProgressStore;
  readonly panel: DrillPanel;
  readonly quiz: QuickQuiz;
  readonly quickDrill: QuickDrill;
  readonly tree: TopicsTree;
}

/** Registers the commands that drill, and undo. */
export function registerCommands({
  bank: files,
  store,
  panel,
  quiz,
  quickDrill,
  tree,
}: CommandParts): Disposable {
  const source = () => sourceOf(files, store);
  const start = (mode: SessionMode, from: Source, queue: Plan, count?: number) =>
    panel.start({ mode, plan: drillPlan(from, queue, count) });

  async function randomDrill(argument: unknown): Promise<void> {
    const wish = asWish(argument);
    // Where everything may be asked something will be: the page can load at once.
    const { count: _, seed: __, ...filter } = wish;
    if (isOpen(filter)) panel.open();
    const plan = randomDrillPlan(await source(), wish);
    if (plan.length > 0) panel.start({ mode: 'random', plan });
    else {
      panel.closeIfIdle();
      say(l10n.t('No question fits: try other topics, levels or kinds.'));
    }
  }

  async function reviewDue(count: number | undefined): Promise<void> {
    const from = await source();
    const plan = todaysPlan(from, count);
    if (plan.length > 0) panel.start({ mode: 'due', plan });
    else await offerOthers(l10n.t('Nothing is due today.'), from, count);
  }

  async function practise({ mode, queue, none }: Practice, count: number | undefined): Promise<void> {
    const from = await source();
    const found = queue(from, store.counted);
    if (found.length > 0) start(mode, from, found, count);
    else await offerOthers(none(), from, count);
  }

  async function offerOthers(sentence: string, from: Source, count: number | undefined): Promise<void> {
    const queue = leastKnownQueue(from);
    const leastKnown = l10n.t('Practise What You Know Least');
    const random = l10n.t('Random Drill');
    const choice = await window.showInformationMessage(
      sentence,
      ...(queue.length > 0 ? [leastKnown] : []),
      random,
    );
    if (choice === leastKnown) start('weak', from, queue, count);
    if (choice === random) await runCommand('mlopsDrill.randomDrill', count ? { count } : {});
  }

  async function drillTopic(wanted: string | undefined): Promise<void> {
    const from = await source();
    const topic = wanted ?? (await pickTopic(from.bank, store));
    if (topic === undefined) return;
    const plan = drillPlan(from, chosenQueue(from, from.bank.inTopic(topic)), undefined);
    if (plan.length > 0) panel.start({ mode: 'topic', topic, plan });
    else say(l10n.t('There is nothing to ask in "{0}".', from.bank.topic(topic)?.title ?? topic));
  }

  async function drillQuestion(wanted: QuestionId | undefined): Promise<void> {
    const from = await source();
    const found = wanted ?? (await findQuestion(from.bank, store, { canDrill: true }));
    if (found === undefined) return;
    if (typeof found !== 'string') drillChosen('search', from, found);
    else if (from.bank.question(found)) panel.start({ mode: 'single', plan: [found] });
    else say(l10n.t('The bank has no question "{0}".', found));
  }

  function drillChosen(mode: SessionMode, from: Source, ids: readonly QuestionId[], count?: number): void {
    const questions = ids.flatMap((id): QuestionHead[] => [from.bank.question(id) ?? []].flat());
    const queue = chosenQueue(from, questions);
    if (queue.length > 0) start(mode, from, queue, count);
    else if (ids.length === 0) say(l10n.t('No question fits this filter.'));
    else say(l10n.t('All of these are suspended or buried.'));
  }

  async function correct(step: 'undo' | 'redo'): Promise<void> {
    const { bank } = await source();
    if (store[step]()) window.setStatusBarMessage(doneWords(store, bank), saidForMs);
    else say(step === 'undo' ? l10n.t('There is nothing to undo.') : l10n.t('There is nothing to redo.'));
  }

  return Disposable.from(
    registerCommand('mlopsDrill.randomDrill', randomDrill),
    registerCommand('mlopsDrill.reviewDue', (wish) => reviewDue(countOf(wish).count)),
    ...practices.map((practice) =>
      registerCommand(practice.command, (wish) => practise(practice, countOf(wish).count)),
    ),
    registerCommand('mlopsDrill.drillTopic', (wanted) => drillTopic(nameOf(wanted, 'topic'))),
    registerCommand('mlopsDrill.drillQuestion', (wanted) => drillQuestion(nameOf(wanted, 'question'))),
    registerCommand('mlopsDrill.openQuestion', (wanted) => drillQuestion(nameOf(wanted, 'question'))),
    registerCommand('mlopsDrill.drillShown', async (wish) =>
      drillChosen('selection', await source(), await tree.allShown(), countOf(wish).count),
    ),
    registerCommand('mlopsDrill.quickDrill', (wish) =>
      quickDrill.open(isRecord(wish) ? asWish(wish) : undefined),
    ),
    registerCommand('mlopsDrill.quickQuiz', (wish) => quiz.open(isRecord(wish) ? asWish(wish) : undefined)),
    registerCommand('mlopsDrill.undo', () => correct('undo')),
    registerCommand('mlopsDrill.redo', () => correct('redo')),
  );
}

function say(sentence: string): void {
  void window.showInformationMessage(sentence);
}

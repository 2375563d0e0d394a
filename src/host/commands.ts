import { Disposable, l10n, window } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import { type Kind, kinds, type Level, levels, type QuestionId } from '../core/bank/question';
import { leastKnownQueue, randomQueue, reviewQueue, type Source, topicQueue } from '../core/session/queues';
import { seeded } from '../core/session/random';
import type { BankFiles } from './bankFiles';
import type { DrillPanel } from './drillPanel';
import { type DrillWish, nameOf, registerCommand, runCommand } from './ids';
import type { ProgressStore } from './progressStore';
import { pickQuestion, pickTopic } from './questionPicks';
import type { QuickQuiz } from './quickQuiz';
import { readSettings } from './settings';

/** What the commands work with. */
export interface CommandParts {
  readonly bank: BankFiles;
  readonly store: ProgressStore;
  readonly panel: DrillPanel;
  readonly quiz: QuickQuiz;
}

/** Registers every command of the manifest. */
export function registerCommands({ bank: files, store, panel, quiz }: CommandParts): Disposable {
  const source = async (): Promise<Source> => {
    const bank = await files.index();
    await store.load();
    return { bank, progress: store.progress, today: store.today };
  };

  async function randomDrill(argument: unknown): Promise<void> {
    // Where everything may be asked something will be: the page can load at once.
    if (!isRecord(argument) || !('topics' in argument || 'levels' in argument || 'kinds' in argument))
      panel.open();
    const from = await source();
    const wish = asWish(argument, from.bank);
    const queue = randomQueue(from, wish, seeded(wish.seed ?? Date.now()));
    const plan = queue.slice(0, wish.count ?? readSettings().sessionLength);
    if (plan.length > 0) panel.start({ mode: 'random', plan });
    else {
      panel.closeIfIdle();
      say(l10n.t('No question fits this choice. Try other topics, levels or kinds.'));
    }
  }

  async function reviewDue(wish: { readonly count?: number }): Promise<void> {
    const from = await source();
    const { newPerDay, sessionLength } = readSettings();
    const plan = reviewQueue(from, newPerDay).slice(0, wish.count ?? sessionLength);
    if (plan.length > 0) panel.start({ mode: 'due', plan });
    else await offerLeastKnown(from, wish.count ?? sessionLength);
  }

  async function offerLeastKnown(from: Source, count: number): Promise<void> {
    const plan = leastKnownQueue(from).slice(0, count);
    const practise = l10n.t('Practise What You Know Least');
    const random = l10n.t('Random Drill');
    const choice = await window.showInformationMessage(
      l10n.t('Nothing is due today.'),
      ...(plan.length > 0 ? [practise] : []),
      random,
    );
    if (choice === practise) panel.start({ mode: 'weak', plan });
    if (choice === random) await runCommand('mlopsDrill.randomDrill');
  }

  async function drillTopic(wanted: string | undefined): Promise<void> {
    const from = await source();
    const topic = wanted ?? (await pickTopic(from.bank, store));
    if (topic === undefined) return;
    const plan = topicQueue(from, topic).slice(0, readSettings().sessionLength);
    if (plan.length > 0) panel.start({ mode: 'topic', topic, plan });
    else say(l10n.t('There is no question to ask in the topic "{0}".', topic));
  }

  async function drillQuestion(wanted: QuestionId | undefined): Promise<void> {
    const { bank } = await source();
    const id = wanted ?? (await pickQuestion(bank, store));
    if (id === undefined) return;
    if (bank.question(id)) panel.start({ mode: 'single', plan: [id] });
    else say(l10n.t('The bank has no question "{0}".', id));
  }

  async function correct(step: 'undo' | 'redo'): Promise<void> {
    await source();
    if (store[step]()) return;
    say(step === 'undo' ? l10n.t('There is nothing to undo.') : l10n.t('There is nothing to redo.'));
  }

  return Disposable.from(
    registerCommand('mlopsDrill.randomDrill', randomDrill),
    registerCommand('mlopsDrill.reviewDue', (wish) => reviewDue({ ...countOf(wish) })),
    registerCommand('mlopsDrill.drillTopic', (wanted) => drillTopic(nameOf(wanted, 'topic'))),
    registerCommand('mlopsDrill.drillQuestion', (wanted) => drillQuestion(nameOf(wanted, 'question'))),
    registerCommand('mlopsDrill.openQuestion', (wanted) => drillQuestion(nameOf(wanted, 'question'))),
    registerCommand('mlopsDrill.quickQuiz', async (wish) =>
      quiz.open(isRecord(wish) ? asWish(wish, await files.index()) : undefined),
    ),
    registerCommand('mlopsDrill.undo', () => correct('undo')),
    registerCommand('mlopsDrill.redo', () => correct('redo')),
  );
}

function say(sentence: string): void {
  void window.showInformationMessage(sentence);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What a keybinding or task asked for; parts that make no sense are left out. */
function asWish(value: unknown, bank: BankIndex): DrillWish {
  if (!isRecord(value)) return {};
  const among = <T extends string>(name: string, allowed: readonly T[]): T[] | undefined => {
    const wanted = value[name];
    return Array.isArray(wanted) ? allowed.filter((a) => wanted.includes(a)) : undefined;
  };
  const topics = among(
    'topics',
    bank.topics.map((t) => t.id),
  );
  const wantedLevels = among<Level>('levels', levels);
  const wantedKinds = among<Kind>('kinds', kinds);
  return {
    ...countOf(value),
    ...(typeof value.seed === 'number' ? { seed: value.seed } : {}),
    ...(topics ? { topics } : {}),
    ...(wantedLevels ? { levels: wantedLevels } : {}),
    ...(wantedKinds ? { kinds: wantedKinds } : {}),
  };
}

function countOf(value: unknown): { count?: number } {
  const count = isRecord(value) ? value.count : undefined;
  return typeof count === 'number' && count >= 1 ? { count: Math.floor(count) } : {};
}

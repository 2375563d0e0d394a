import { Disposable, env, l10n, window } from 'vscode';
import type { QuestionId } from '../core/bank/question';
import { toMarkdown } from '../core/bank/toMarkdown';
import type { Bury, Mark } from '../core/progress/event';
import { mostCharacters } from '../core/progress/isDeed';
import { chosenQueue } from '../core/session/queues';
import type { BankFiles } from './bankFiles';
import { openSource } from './cardDocuments';
import type { DrillPanel } from './drillPanel';
import { drillPlan } from './drillPlans';
import { nameOf, type QuestionArgument, registerCommand, runCommand, type TreeNode } from './ids';
import { openNote } from './noteFiles';
import type { ProgressStore } from './progressStore';
import { findQuestion } from './questionPicks';
import { sourceOf } from './today';
import type { TopicsTree } from './topicsTree';

type MarkOrBury = Pick<Mark, 'kind' | 'on'> | Pick<Bury, 'kind' | 'until'>;

/** What the commands work with. */
export interface QuestionParts {
  readonly bank: BankFiles;
  readonly store: ProgressStore;
  readonly panel: DrillPanel;
  readonly tree: TopicsTree;
}

/** Registers what can be done to single questions: from the tree, the card's context menu, a keybinding, the palette. */
export function registerQuestionCommands(parts: QuestionParts): Disposable {
  const { bank, store, panel } = parts;
  const forEach =
    (act: (id: QuestionId) => unknown) =>
    async (argument: QuestionArgument | undefined, selection?: unknown): Promise<void> => {
      for (const id of await questionsOf(parts, argument, selection)) await act(id);
    };
  /** What is done to several questions at once is one deed. */
  const recordFor =
    (isMeant: (id: QuestionId) => boolean, deed: () => MarkOrBury) =>
    async (argument: QuestionArgument | undefined, selection?: unknown): Promise<void> => {
      const ids = await questionsOf(parts, argument, selection);
      const [question, ...others] = ids.filter(isMeant);
      if (question === undefined) return;
      store.record({ ...deed(), question, ...(others.length > 0 ? { others } : {}) });
    };
  const star = (on: boolean) =>
    recordFor(
      (id) => store.progress.of(id).starred !== on,
      () => ({ kind: 'star', on }),
    );
  const suspend = (on: boolean) =>
    recordFor(
      (id) => store.progress.of(id).suspended !== on,
      () => ({ kind: 'suspend', on }),
    );
  const bury = recordFor(
    (id) => store.progress.of(id).buriedUntil <= store.today,
    () => ({ kind: 'bury', until: store.today + 1 }),
  );

  async function drillSelected(argument: QuestionArgument | undefined, selection?: unknown): Promise<void> {
    const ids = await questionsOf(parts, argument, selection);
    const from = await sourceOf(bank, store);
    const queue = chosenQueue(
      from,
      ids.flatMap((id) => from.bank.question(id) ?? []),
    );
    const plan = drillPlan(from, queue, queue.length);
    // A single question that is named is asked, whatever its state; so is a selection of nothing but such ones.
    const asked = plan.length > 0 ? plan : ids;
    if (asked.length > 0) panel.start({ mode: asked.length === 1 ? 'single' : 'selection', plan: asked });
  }

  async function copy(argument: QuestionArgument | undefined, selection?: unknown): Promise<void> {
    const ids = await questionsOf(parts, argument, selection);
    const questions = await Promise.all(ids.map((id) => bank.question(id)));
    const texts = questions.flatMap((question) => (question ? [toMarkdown(question)] : []));
    if (texts.length === 0) return;
    await env.clipboard.writeText(texts.join('\n'));
    window.setStatusBarMessage(l10n.t('Copied as Markdown.'), 4000);
  }

  const source = forEach(async (id) => {
    const question = await bank.question(id);
    if (question) await openSource(question);
  });

  return Disposable.from(
    registerCommand('mlopsDrill.drillSelected', drillSelected),
    registerCommand('mlopsDrill.star', star(true)),
    registerCommand('mlopsDrill.removeStar', star(false)),
    registerCommand('mlopsDrill.suspend', suspend(true)),
    registerCommand('mlopsDrill.takeUp', suspend(false)),
    registerCommand('mlopsDrill.bury', bury),
    registerCommand('mlopsDrill.editNote', forEach(openNote)),
    registerCommand(
      'mlopsDrill.reportMistake',
      forEach((id) => report(id, parts)),
    ),
    registerCommand('mlopsDrill.copyMarkdown', copy),
    registerCommand('mlopsDrill.openSource', source),
  );
}

/** The questions that are meant: the selection if the node is in it, else the argument, else what the person finds. */
async function questionsOf(
  { bank, store, tree }: QuestionParts,
  argument: QuestionArgument | undefined,
  selection: unknown,
): Promise<QuestionId[]> {
  const { bank: index } = await sourceOf(bank, store);
  if (argument === undefined) {
    const found = await findQuestion(index, store, { canDrill: false });
    return typeof found === 'string' ? [found] : [];
  }
  const selected: readonly unknown[] = Array.isArray(selection) ? selection : [];
  const meant = selected.includes(argument) ? selected : [argument];
  const ids = meant.flatMap((one) => (isNode(one) ? tree.questionsOf(one) : (nameOf(one, 'question') ?? [])));
  const known = [...new Set(ids)].filter((id) => index.question(id));
  if (known.length === 0) {
    void window.showInformationMessage(
      ids.length === 0
        ? l10n.t('There is no question in it.')
        : l10n.t('The bank has no question "{0}".', ids[0] ?? ''),
    );
  }
  return known;
}

function isNode(value: unknown): value is TreeNode {
  const type = typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;
  return type === 'topic' || type === 'group' || type === 'question';
}

/** Asks what is wrong with a card, and keeps it; an empty text removes what was said before. */
async function report(id: QuestionId, { bank, store }: QuestionParts): Promise<void> {
  const before = store.progress.of(id).report;
  const text = await window.showInputBox({
    title: l10n.t('What Is Wrong with This Card?'),
    prompt: (await bank.question(id))?.title ?? id,
    value: before,
    placeHolder: l10n.t('A fact that is wrong or out of date, a mistake, an unclear sentence…'),
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed.length > mostCharacters
        ? l10n.t('A report can have up to {0} characters.', mostCharacters)
        : undefined,
  });
  if (text === undefined || text.trim() === before) return;
  store.record({ kind: 'report', question: id, text: text.trim() });
  // Whoever called the command goes on at once: the message may stay for long.
  if (text.trim() !== '') void sayKept();
}

async function sayKept(): Promise<void> {
  const show = l10n.t('Show Reported Cards');
  const choice = await window.showInformationMessage(
    l10n.t('Kept with your progress. Nothing was sent to anybody.'),
    show,
  );
  if (choice === show) await runCommand('mlopsDrill.showReports');
}

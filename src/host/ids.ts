import { commands, type Disposable, type Uri } from 'vscode';
import type { Filter } from '../core/session/filter';
import type { Grouping } from '../core/session/outline';

/** What a random drill may be asked for. */
export interface DrillWish extends Filter {
  readonly count?: number;
  readonly seed?: number;
}

/** A node of the tree, as menus hand it to commands. */
export type TreeNode =
  | { readonly type: 'topic'; readonly topic: string }
  | { readonly type: 'group'; readonly by: Grouping; readonly group: string }
  | { readonly type: 'question'; readonly question: string; readonly group: string };

/** What names questions: an id, a node of the tree, or the card of the panel's context menu. */
export type QuestionArgument =
  | string
  | TreeNode
  | { readonly webviewSection: 'card'; readonly question: string };

interface Count {
  readonly count?: number;
}

/** Every command of the manifest with the argument that it takes; public names, see the README. */
export interface CommandArguments {
  'mlopsDrill.randomDrill': DrillWish;
  'mlopsDrill.reviewDue': Count;
  'mlopsDrill.drillWeak': Count;
  'mlopsDrill.drillLeeches': Count;
  'mlopsDrill.drillStarred': Count;
  'mlopsDrill.drillMistakes': Count;
  'mlopsDrill.drillTopic': string | TreeNode;
  'mlopsDrill.drillQuestion': string | TreeNode;
  'mlopsDrill.openQuestion': TreeNode;
  'mlopsDrill.drillSelected': QuestionArgument;
  'mlopsDrill.drillShown': Count;
  'mlopsDrill.quickDrill': DrillWish;
  'mlopsDrill.star': QuestionArgument;
  'mlopsDrill.removeStar': QuestionArgument;
  'mlopsDrill.suspend': QuestionArgument;
  'mlopsDrill.takeUp': QuestionArgument;
  'mlopsDrill.bury': QuestionArgument;
  'mlopsDrill.editNote': QuestionArgument;
  'mlopsDrill.reportMistake': QuestionArgument;
  'mlopsDrill.copyMarkdown': QuestionArgument;
  'mlopsDrill.openSource': QuestionArgument;
  'mlopsDrill.showReports': undefined;
  'mlopsDrill.copyReports': undefined;
  'mlopsDrill.groupBy': Grouping;
  'mlopsDrill.filterTree': Filter;
  'mlopsDrill.clearFilter': undefined;
  'mlopsDrill.quickQuiz': Pick<DrillWish, 'count' | 'topics' | 'seed'>;
  'mlopsDrill.resumeDrill': undefined;
  'mlopsDrill.undo': undefined;
  'mlopsDrill.redo': undefined;
  'mlopsDrill.exportProgress': Uri | string;
  'mlopsDrill.importProgress': Uri | string;
  'mlopsDrill.exportAnki': Uri | string;
  'mlopsDrill.resetProgress': string | TreeNode;
  'mlopsDrill.restoreBackup': undefined;
  'mlopsDrill.backUp': undefined;
  'mlopsDrill.whereIsMyProgress': undefined;
}

export type CommandId = keyof CommandArguments;

export const topicsViewId = 'mlopsDrill.topics';
export const drillPanelType = 'mlopsDrill.drill';
/** Scheme of the read-only documents that show a card's source or one of its exhibits. */
export const documentScheme = 'mlops-drill';
/** Scheme of the read-only documents that tell a person something about their progress. */
export const reportScheme = 'mlops-drill-report';

/** Scheme of the notes, which are edited as documents. */
export const noteScheme = 'mlops-drill-note';

/**
 * Registers a command; the argument is whatever a keybinding or menu gave, so each handler checks it. A menu of the
 * tree gives as `selection` all nodes that are selected.
 */
export function registerCommand<Id extends CommandId>(
  id: Id,
  run: (argument: CommandArguments[Id] | undefined, selection?: unknown) => unknown,
): Disposable {
  return commands.registerCommand(id, run);
}

/** Runs one of our commands. */
export function runCommand<Id extends CommandId>(id: Id, argument?: CommandArguments[Id]): Thenable<unknown> {
  return commands.executeCommand(id, argument);
}

/** The id that a keybinding gave as a string, or the tree as a node. */
export function nameOf(value: unknown, part: 'topic' | 'question'): string | undefined {
  if (typeof value === 'string') return value;
  const name =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
  return typeof name === 'string' ? name : undefined;
}

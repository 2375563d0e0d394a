import { commands, type Disposable, type Uri } from 'vscode';
import type { Kind, Level } from '../core/bank/question';

/** What a random drill may be asked for. */
export interface DrillWish {
  readonly count?: number;
  readonly topics?: readonly string[];
  readonly levels?: readonly Level[];
  readonly kinds?: readonly Kind[];
  readonly seed?: number;
}

/** A node of the tree, as menus hand it to commands. */
export type TreeNode =
  | { readonly type: 'topic'; readonly topic: string }
  | { readonly type: 'question'; readonly question: string };

/** Every command of the manifest with the argument that it takes; public names, see the README. */
export interface CommandArguments {
  'mlopsDrill.randomDrill': DrillWish;
  'mlopsDrill.reviewDue': { readonly count?: number };
  'mlopsDrill.drillTopic': string | TreeNode;
  'mlopsDrill.drillQuestion': string | TreeNode;
  'mlopsDrill.openQuestion': TreeNode;
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

/** Registers a command; the argument is whatever a keybinding or menu gave, so each handler checks it. */
export function registerCommand<Id extends CommandId>(
  id: Id,
  run: (argument: CommandArguments[Id] | undefined) => unknown,
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

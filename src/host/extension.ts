import { type ExtensionContext, window } from 'vscode';
import { BankFiles } from './bankFiles';
import { registerCardDocuments } from './cardDocuments';
import { registerCommands } from './commands';
import { DrillPanel } from './drillPanel';
import { ProgressStore } from './progressStore';
import { QuickQuiz } from './quickQuiz';
import { TopicsTree } from './topicsTree';

/** Builds, connects and registers; reads nothing and waits for nothing. */
export function activate(context: ExtensionContext): void {
  const { extensionUri } = context;
  const log = window.createOutputChannel('MLOps Interview Drill', { log: true });
  const bank = new BankFiles(extensionUri);
  const store = new ProgressStore(context.globalState, log);
  const tree = new TopicsTree(bank, store);
  const panel = new DrillPanel({ extensionUri, bank, store, log });
  const quiz = new QuickQuiz(bank, store, panel);
  const commands = registerCommands({ bank, store, panel, quiz });
  context.subscriptions.push(log, store, tree, panel, quiz, commands, registerCardDocuments(bank));
}

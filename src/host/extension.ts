import { type ExtensionContext, window } from 'vscode';
import { Backups } from './backups';
import { BankFiles } from './bankFiles';
import { registerCardDocuments } from './cardDocuments';
import { registerCommands } from './commands';
import { DrillPanel } from './drillPanel';
import { registerExchange } from './exchange';
import { ProgressStore } from './progressStore';
import { QuickQuiz } from './quickQuiz';
import { registerRestoring } from './restoring';
import { TopicsTree } from './topicsTree';
import { registerWhereIsMyProgress } from './whereIsMyProgress';

/** Builds, connects and registers; reads nothing and waits for nothing. */
export function activate(context: ExtensionContext): void {
  const { extensionUri } = context;
  const log = window.createOutputChannel('MLOps Interview Drill', { log: true });
  const bank = new BankFiles(extensionUri);
  const storage = context.globalStorageUri;
  const store = new ProgressStore({ state: context.globalState, storage, log });
  const backups = new Backups(store, storage, log);
  const tree = new TopicsTree(bank, store);
  const panel = new DrillPanel({ extensionUri, bank, store, log });
  const quiz = new QuickQuiz(bank, store, panel);
  const commands = registerCommands({ bank, store, panel, quiz });
  context.subscriptions.push(log, store, backups, tree, panel, quiz, commands);
  context.subscriptions.push(
    registerCardDocuments(bank),
    registerExchange({ bank, store, backups }),
    registerRestoring({ bank, store, backups }),
    registerWhereIsMyProgress({ store, backups }),
  );
}

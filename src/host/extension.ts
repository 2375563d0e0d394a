import { type ExtensionContext, window } from 'vscode';
import { Backups } from './backups';
import { BankFiles } from './bankFiles';
import { registerCardDocuments } from './cardDocuments';
import { registerCommands } from './commands';
import { DrillPanel } from './drillPanel';
import { registerExchange } from './exchange';
import { registerNoteFiles } from './noteFiles';
import { ProgressStore } from './progressStore';
import { registerQuestionCommands } from './questionCommands';
import { QuickDrill } from './quickDrill';
import { QuickQuiz } from './quickQuiz';
import { registerReminder } from './reminder';
import { ReportDocuments } from './reportDocuments';
import { registerReportedCards } from './reportedCards';
import { registerRestoring } from './restoring';
import { registerStatusBar } from './statusBar';
import { Today } from './today';
import { TopicsTree } from './topicsTree';
import { registerTopicsView } from './topicsView';
import { registerWhereIsMyProgress } from './whereIsMyProgress';

/** Builds, connects and registers; reads nothing and waits for nothing. */
export function activate(context: ExtensionContext): void {
  const { extensionUri } = context;
  const log = window.createOutputChannel('MLOps Interview Drill', { log: true });
  const bank = new BankFiles(extensionUri);
  const storage = context.globalStorageUri;
  const store = new ProgressStore({ state: context.globalState, storage, log });
  const backups = new Backups(store, storage, log);
  const today = new Today(bank, store, log);
  const tree = new TopicsTree(bank, store);
  const panel = new DrillPanel({ extensionUri, bank, store, log });
  const quiz = new QuickQuiz(bank, store, panel);
  const quickDrill = new QuickDrill(bank, store);
  const documents = new ReportDocuments(store);
  context.subscriptions.push(log, store, backups, today, panel, quiz, quickDrill, documents);
  context.subscriptions.push(
    registerCommands({ bank, store, panel, quiz, quickDrill, tree }),
    registerQuestionCommands({ bank, store, panel, tree }),
    registerTopicsView({ bank, store, today, tree, state: context.workspaceState }),
    registerStatusBar(today),
    registerReminder(today, store),
    registerCardDocuments(bank),
    registerNoteFiles(store),
    registerReportedCards({ bank, store, documents }),
    registerExchange({ bank, store, backups }),
    registerRestoring({ bank, store, backups }),
    registerWhereIsMyProgress({ store, backups, documents }),
  );
}

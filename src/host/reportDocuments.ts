import { CodeLens, Disposable, EventEmitter, languages, Range, Uri, window, workspace } from 'vscode';
import { type CommandId, reportScheme } from './ids';
import type { ProgressStore } from './progressStore';

/** A document that tells something about the progress. */
export interface ReportDocument {
  /** Name of the document without `.md`. */
  readonly name: string;
  readonly describe: () => Promise<string>;
  /** What can be done about it, above its text. */
  readonly actions: () => readonly (readonly [command: CommandId, title: string])[];
}

/** Read-only Markdown documents about the progress; an open one follows each change of it. */
export class ReportDocuments implements Disposable {
  private readonly changed = new EventEmitter<Uri>();
  private readonly documents = new Map<string, ReportDocument>();
  private readonly subscriptions: Disposable;

  constructor(store: ProgressStore) {
    this.subscriptions = Disposable.from(
      this.changed,
      store.onDidChange(() => {
        for (const path of this.documents.keys()) this.changed.fire(uriOf(path));
      }),
      workspace.registerTextDocumentContentProvider(reportScheme, {
        onDidChange: this.changed.event,
        provideTextDocumentContent: (uri) => this.documents.get(uri.path)?.describe(),
      }),
      languages.registerCodeLensProvider(
        { scheme: reportScheme },
        { provideCodeLenses: ({ uri }) => lenses(this.documents.get(uri.path)) },
      ),
    );
  }

  /** Adds a document; the function that is returned opens it. */
  add(document: ReportDocument): () => Promise<void> {
    const path = `/${document.name}.md`;
    this.documents.set(path, document);
    return async () => {
      this.changed.fire(uriOf(path));
      await window.showTextDocument(await workspace.openTextDocument(uriOf(path)), { preview: true });
    };
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

function lenses(document: ReportDocument | undefined): CodeLens[] {
  const actions = document?.actions() ?? [];
  return actions.map(([command, title]) => new CodeLens(new Range(0, 0, 0, 0), { command, title }));
}

function uriOf(path: string): Uri {
  return Uri.from({ scheme: reportScheme, path });
}

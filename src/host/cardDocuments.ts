import { type Disposable, languages, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Exhibit, Question } from '../core/bank/question';
import { toMarkdown } from '../core/bank/toMarkdown';
import type { BankFiles } from './bankFiles';
import { documentScheme } from './ids';

/*
 * Read-only documents: `mlops-drill:/<topic>/<slug>.md` is the source of a card,
 * `mlops-drill:/<topic>/<slug>/<file name>` one of its exhibits.
 */

/** Lets VS Code open cards and exhibits as documents. */
export function registerCardDocuments(bank: BankFiles): Disposable {
  return workspace.registerTextDocumentContentProvider(documentScheme, {
    async provideTextDocumentContent(uri) {
      const [topic, slug, exhibit] = uri.path.slice(1).split('/');
      const question = await bank.question(`${topic}/${slug?.replace(/\.md$/, '')}`);
      if (!question) return undefined;
      return exhibit === undefined
        ? toMarkdown(question)
        : question.exhibits.find((e) => e.title === exhibit)?.text;
    },
  });
}

/** Opens the source of a card beside the panel. */
export async function openSource(question: Question): Promise<void> {
  await show(Uri.from({ scheme: documentScheme, path: `/${question.id}.md` }), 'markdown');
}

/** Opens an exhibit of a card beside the panel, in its own language. */
export async function openExhibit(question: Question, exhibit: Exhibit): Promise<void> {
  const path = `/${question.id}/${exhibit.title}`;
  await show(Uri.from({ scheme: documentScheme, path }), exhibit.language);
}

async function show(uri: Uri, language: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const known = (await languages.getLanguages()).includes(language);
  if (known && document.languageId !== language) await languages.setTextDocumentLanguage(document, language);
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}

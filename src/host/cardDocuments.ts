import { type Disposable, languages, TabInputWebview, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Exhibit, Question } from '../core/bank/question';
import { bodyOf, promptOf, toMarkdown } from '../core/bank/toMarkdown';
import type { BankFiles } from './bankFiles';
import { documentScheme, drillPanelType } from './ids';

/*
 * Read-only documents: `mlops-drill:/<topic>/<slug>.md` is the source of a card,
 * `mlops-drill:/<topic>/<slug>/<file name>` one of its exhibits, its question or its answer.
 */

/** Documents of a card that are made of its texts. */
const made = { 'Question.md': promptOf, 'Answer.md': bodyOf };

/** Lets VS Code open cards and exhibits as documents. */
export function registerCardDocuments(bank: BankFiles): Disposable {
  return workspace.registerTextDocumentContentProvider(documentScheme, {
    async provideTextDocumentContent(uri) {
      const [topic, slug, exhibit] = uri.path.slice(1).split('/');
      const question = await bank.question(`${topic}/${slug?.replace(/\.md$/, '')}`);
      if (!question) return undefined;
      if (exhibit === undefined) return toMarkdown(question);
      if (Object.hasOwn(made, exhibit)) return made[exhibit as keyof typeof made](question);
      return question.exhibits.find((e) => e.title === exhibit)?.text;
    },
  });
}

/** Opens the source of a card, beside the panel if there is one. */
export async function openSource(question: Question): Promise<void> {
  await show(Uri.from({ scheme: documentScheme, path: `/${question.id}.md` }), 'markdown');
}

/** Opens an exhibit of a card beside the panel, in its own language. */
export async function openExhibit(question: Question, exhibit: Exhibit): Promise<void> {
  const path = `/${question.id}/${exhibit.title}`;
  await show(Uri.from({ scheme: documentScheme, path }), exhibit.language);
}

/** Opens what a card asks, or all that it says, and leaves the focus where it is. */
export async function openText(question: Question, text: keyof typeof made): Promise<void> {
  const uri = Uri.from({ scheme: documentScheme, path: `/${question.id}/${text}` });
  await window.showTextDocument(await workspace.openTextDocument(uri), {
    preview: true,
    preserveFocus: true,
  });
}

async function show(uri: Uri, language: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const known = (await languages.getLanguages()).includes(language);
  if (known && document.languageId !== language) await languages.setTextDocumentLanguage(document, language);
  await window.showTextDocument(document, {
    viewColumn: isPanelShown() ? ViewColumn.Beside : ViewColumn.Active,
    preview: true,
  });
}

/** Whether there is a panel that a document must not cover. VS Code puts a prefix before its type. */
function isPanelShown(): boolean {
  return window.tabGroups.all.some(({ activeTab }) => {
    const input = activeTab?.input;
    return input instanceof TabInputWebview && input.viewType.endsWith(drillPanelType);
  });
}

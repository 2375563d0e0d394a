import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  l10n,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { QuestionId } from '../core/bank/question';
import { mostCharacters } from '../core/progress/isDeed';
import { noteScheme } from './ids';
import type { ProgressStore } from './progressStore';

/** What the file of a note is called; its folder is the question. */
const fileName = 'Note.md';

/** Opens the note on a question in an editor; saving keeps it. */
export async function openNote(id: QuestionId): Promise<void> {
  await window.showTextDocument(uriOf(id), { preview: false });
}

/** Lets VS Code edit the notes of the log as documents: `mlops-drill-note:/<topic>/<slug>/Note.md`. */
export function registerNoteFiles(store: ProgressStore): Disposable {
  const files = new NoteFiles(store);
  return Disposable.from(
    files,
    workspace.registerFileSystemProvider(noteScheme, files, { isCaseSensitive: true }),
  );
}

class NoteFiles implements FileSystemProvider, Disposable {
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  /** The notes that were opened, as they were last seen, with the time of that. */
  private readonly seen = new Map<QuestionId, { readonly text: string; readonly mtime: number }>();
  private readonly subscription: Disposable;

  constructor(private readonly store: ProgressStore) {
    this.subscription = store.onDidChange(() => this.hear());
  }

  watch(): Disposable {
    return new Disposable(() => {}); // The log tells of each change.
  }

  async stat(uri: Uri): Promise<FileStat> {
    // Before it writes, VS Code asks whether the folder of the file is there.
    if (isFolder(uri)) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { text, mtime } = await this.look(uri);
    return { type: FileType.File, ctime: 0, mtime, size: new TextEncoder().encode(text).length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return new TextEncoder().encode((await this.look(uri)).text);
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const question = idOf(uri);
    await this.store.load();
    const written = new TextDecoder().decode(content);
    const text = written.trim() === '' ? '' : written;
    // Before anything is recorded: the editor keeps the text, unsaved, and shows this sentence.
    if (text.length > mostCharacters) {
      throw FileSystemError.NoPermissions(l10n.t('A note can have up to {0} characters.', mostCharacters));
    }
    // Before it is recorded: VS Code must not hear in the middle of its write that the file has changed elsewhere.
    this.seen.set(question, { text, mtime: Date.now() });
    if (text !== this.store.progress.of(question).note) this.store.record({ kind: 'note', question, text });
  }

  readDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  delete(): never {
    throw FileSystemError.NoPermissions();
  }

  rename(): never {
    throw FileSystemError.NoPermissions();
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private async look(uri: Uri): Promise<{ readonly text: string; readonly mtime: number }> {
    const question = idOf(uri);
    await this.store.load();
    const { note: text } = this.store.progress.of(question);
    const before = this.seen.get(question);
    const now = before?.text === text ? before : { text, mtime: Date.now() };
    this.seen.set(question, now);
    return now;
  }

  /** A note that is open can be changed elsewhere: in the panel, by undo, in another window. */
  private hear(): void {
    const changes = [...this.seen]
      .filter(([question, { text }]) => this.store.progress.of(question).note !== text)
      .map(([question]) => ({ type: FileChangeType.Changed, uri: uriOf(question) }));
    if (changes.length > 0) this.changed.fire(changes);
  }
}

function uriOf(id: QuestionId): Uri {
  return Uri.from({ scheme: noteScheme, path: `/${id}/${fileName}` });
}

function isFolder({ path }: Uri): boolean {
  return path.split('/').filter(Boolean).length < 3;
}

/** The question of a note; other paths are no files. */
function idOf(uri: Uri): QuestionId {
  const [topic, slug, file, ...rest] = uri.path.slice(1).split('/');
  if (!topic || !slug || file !== fileName || rest.length > 0) throw FileSystemError.FileNotFound(uri);
  return `${topic}/${slug}`;
}

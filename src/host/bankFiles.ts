import { Uri, workspace } from 'vscode';
import type { Vocabulary } from '../core/answer/vocabulary';
import { type BankHeads, type BankIndex, indexBank } from '../core/bank/bank';
import type { Question, QuestionId, QuestionTexts } from '../core/bank/question';

/**
 * The shipped bank, read when it is needed: `dist/bank.json` with the heads of all questions, and
 * `dist/bank/<topic>.json` with the texts of one topic. Our own build wrote the files and checked what is in them.
 */
export class BankFiles {
  private readonly reading = new Map<string, Promise<unknown>>();

  constructor(private readonly extensionUri: Uri) {}

  /** Topics and heads of all questions. */
  index(): Promise<BankIndex> {
    return this.once('bank.json', (heads) => indexBank(heads as BankHeads));
  }

  /** A whole question; undefined for one that is not in the bank. */
  async question(id: QuestionId): Promise<Question | undefined> {
    const head = (await this.index()).question(id);
    if (!head) return undefined;
    const texts = await this.once(
      `bank/${head.topic}.json`,
      (cards) => new Map((cards as readonly (QuestionTexts & { id: QuestionId })[]).map((q) => [q.id, q])),
    );
    const found = texts.get(id);
    return found && { ...head, ...found };
  }

  /** What the bank as a whole says about words. */
  vocabulary(): Promise<Vocabulary> {
    return this.once('vocabulary.json', (content) => content as Vocabulary);
  }

  /** Reads a file at the first call and keeps what was made of it. A failed read is tried again at the next call. */
  private once<T>(path: string, make: (content: unknown) => T): Promise<T> {
    const known = this.reading.get(path) as Promise<T> | undefined;
    if (known) return known;
    const file = Uri.joinPath(this.extensionUri, 'dist', path);
    const reading = Promise.resolve(workspace.fs.readFile(file)).then((bytes) =>
      make(JSON.parse(new TextDecoder().decode(bytes))),
    );
    this.reading.set(path, reading);
    reading.catch(() => this.reading.delete(path));
    return reading;
  }
}

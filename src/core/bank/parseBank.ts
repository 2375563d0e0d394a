import type { Bank } from './bank';
import { parseQuestion } from './parseQuestion';
import { parseTopic } from './parseTopic';
import type { Problem } from './problem';
import type { Question, Topic } from './question';

/** A Markdown file below the folder of the bank; `path` is relative to it, with forward slashes. */
export interface BankFile {
  readonly path: string;
  readonly text: string;
}

/** Parses the files of a bank. Files with problems are left out of it; each problem names its file. */
export function parseBank(files: readonly BankFile[]): { bank: Bank; problems: Problem[] } {
  const topics: Topic[] = [];
  const questions: Question[] = [];
  const problems: Problem[] = [];
  const ids = new Set(files.map((f) => f.path.replace(/\.md$/, '')));
  for (const { path, text } of files) {
    const match = /^([a-z0-9-]+)\/([^/]+)\.md$/.exec(path);
    if (!match) {
      problems.push({ path, line: 1, message: 'The file must be called <topic>/<slug>.md.' });
    } else if (match[2] === 'index') {
      const parsed = parseTopic({ path, id: match[1] as string, text });
      if (parsed.topic) topics.push(parsed.topic);
      problems.push(...parsed.problems);
    } else {
      const parsed = parseQuestion({ path, topic: match[1] as string, slug: match[2] as string, text });
      for (const link of parsed.links) {
        if (ids.has(link.id)) continue;
        problems.push({
          path,
          line: link.line,
          message: `The link goes to "${link.id}.md", which is not a question of the bank.`,
        });
      }
      if (parsed.question) questions.push(parsed.question);
      problems.push(...parsed.problems);
    }
  }
  topics.sort((a, b) => a.order - b.order || compare(a.id, b.id));
  const place = new Map(topics.map((topic, index) => [topic.id, index]));
  questions.sort((a, b) => (place.get(a.topic) ?? 0) - (place.get(b.topic) ?? 0) || compare(a.id, b.id));
  return { bank: { topics, questions }, problems: problems.concat(checkTogether(ids, topics, questions)) };
}

/** What no file shows by itself: names that must agree with other files, and be there once. */
function checkTogether(
  ids: ReadonlySet<string>,
  topics: readonly Topic[],
  questions: readonly Question[],
): Problem[] {
  const problems: Problem[] = [];
  const folders = new Set(topics.map((t) => t.id));
  const titles = new Map<string, string>();
  const seeds = new Map<number, string>();
  for (const question of questions) {
    const path = `${question.id}.md`;
    const complain = (message: string) => problems.push({ path, line: 1, message });
    for (const id of question.related) {
      if (id === question.id) complain('"related" names the question itself.');
      else if (!ids.has(id)) complain(`"related" names "${id}", which is not a question of the bank.`);
    }
    if (!folders.has(question.topic)) complain(`The topic "${question.topic}" has no usable index.md.`);
    const sameTitle = titles.get(question.title.toLowerCase());
    if (sameTitle) complain(`"${sameTitle}" asks the same question.`);
    titles.set(question.title.toLowerCase(), question.id);
    const sameSeed = question.seed === undefined ? undefined : seeds.get(question.seed);
    if (sameSeed) complain(`"${sameSeed}" has the same seed number.`);
    if (question.seed !== undefined) seeds.set(question.seed, question.id);
  }
  return problems;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

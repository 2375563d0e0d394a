import { type BankIndex, indexBank } from '../../../src/core/bank/bank';
import { parseBank } from '../../../src/core/bank/parseBank';
import { effective } from '../../../src/core/progress/effective';
import type { ProgressEvent } from '../../../src/core/progress/event';
import { Progress } from '../../../src/core/progress/progress';
import type { Source } from '../../../src/core/session/queues';
import { goodCard } from '../bank/card';
import { noon } from '../progress/events';

const card = (topic: string, slug: string, level: string) => ({
  path: `${topic}/${slug}.md`,
  text: goodCard
    .replace('What is training-serving skew?', `${topic} ${slug}?`)
    .replace('level: mid', `level: ${level}`)
    .replace('related: [serving/batching]\n', ''),
});
const topic = (id: string, order: number) => ({
  path: `${id}/index.md`,
  text: `---\ntitle: ${id}\norder: ${order}\nicon: pulse\n---\n\nAll of it.\n`,
});

const parsed = parseBank([
  topic('drift', 1),
  topic('serving', 2),
  card('drift', 'one', 'junior'),
  card('drift', 'two', 'mid'),
  card('drift', 'three', 'senior'),
  card('drift', 'four', 'senior'),
  card('serving', 'five', 'junior'),
  card('serving', 'six', 'mid'),
]);

/** All questions whole. */
export const questions = parsed.bank.questions;

/** Two topics, "drift" with four questions and "serving" with two. */
export const bank = indexBank(parsed.bank);

/** The same bank with relations: each named question names the others of its list. */
export function related(lists: Readonly<Record<string, readonly string[]>>): BankIndex {
  return indexBank({
    ...parsed.bank,
    questions: parsed.bank.questions.map((q) => ({ ...q, related: lists[q.id] ?? [] })),
  });
}

/** The bank with a log, seen some days after noon of the first day. */
export function source(events: readonly ProgressEvent[], daysLater = 0): Source {
  const progress = new Progress(effective(events), { dayStartsAt: 4, desiredRetention: 0.9 });
  return { bank, progress, today: progress.dayOf({ at: noon, zone: 0 }) + daysLater };
}

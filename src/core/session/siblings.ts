import type { BankIndex } from '../bank/bank';
import type { QuestionId } from '../bank/question';
import type { Source } from './queues';

/*
 * Related questions are siblings: the one gives away the other. So they keep apart in a drill, and a new one waits for
 * another day than the one on which a sibling was asked.
 */

/** Places between two siblings, where there are others to stand between them. */
const gap = 3;

/**
 * The first questions of a queue as the plan of a drill. New ones that a sibling gives away, because it stands before
 * them or was reviewed today, are taken only where there is nothing else.
 */
export function planOf(source: Source, queue: readonly QuestionId[], count: number): QuestionId[] {
  const { first, later } = withoutGivenAway(source, queue, count);
  return apart([...first, ...later].slice(0, count), source.bank);
}

/**
 * Up to `count` questions of a queue, without new ones that are given away: by one that is taken before, by one of
 * `others`, or by a review of today. Those that were passed over are `later`.
 */
export function withoutGivenAway(
  source: Source,
  queue: readonly QuestionId[],
  count: number,
  others: readonly QuestionId[] = [],
): { readonly first: readonly QuestionId[]; readonly later: readonly QuestionId[] } {
  const { bank, progress } = source;
  const asked = new Set([...others, ...reviewedToday(source)]);
  const first: QuestionId[] = [];
  const later: QuestionId[] = [];
  for (const id of queue) {
    if (first.length >= count) break;
    const isNew = progress.of(id).memory === undefined;
    if (isNew && bank.relatedTo(id).some((other) => asked.has(other.id))) later.push(id);
    else {
      asked.add(id);
      first.push(id);
    }
  }
  return { first, later };
}

/** The same questions in nearly the same order, with siblings some places apart as far as that can be. */
export function apart(ids: readonly QuestionId[], bank: BankIndex): QuestionId[] {
  const rest = [...ids];
  const plan: QuestionId[] = [];
  while (rest.length > 0) {
    const near = new Set(plan.slice(-gap).flatMap((id) => bank.relatedTo(id).map((other) => other.id)));
    const place = rest.findIndex((id) => !near.has(id));
    plan.push(...rest.splice(Math.max(place, 0), 1));
  }
  return plan;
}

function reviewedToday({ progress, today }: Source): QuestionId[] {
  return [...progress.all].filter(([, m]) => m.memory && m.lastDay === today).map(([id]) => id);
}

import type { Question, QuestionId } from '../bank/question';
import type { ProgressEvent } from '../progress/event';
import { leftOutOf } from '../progress/leftOut';
import type { Session } from './session';

/** A key point and how often a session left it out. */
export interface Miss {
  readonly question: QuestionId;
  /** Index of the key point. */
  readonly point: number;
  readonly times: number;
}

/**
 * The key points that were left out in a session, most often first, then in the order of the answers.
 * @param events those that count, in order
 * @param questions those of the session; what is not among them is passed over
 */
export function missesOf(
  session: Session,
  events: readonly ProgressEvent[],
  questions: readonly Pick<Question, 'id' | 'keyPoints'>[],
): Miss[] {
  const totals = new Map(questions.map((q) => [q.id, q.keyPoints.length]));
  const misses = new Map<string, Miss>();
  for (const event of events) {
    if (event.kind !== 'review' || event.at < session.started || !session.plan.includes(event.question))
      continue;
    for (const point of leftOutOf(event, totals.get(event.question) ?? 0)) {
      const key = `${event.question}#${point}`;
      misses.set(key, { question: event.question, point, times: (misses.get(key)?.times ?? 0) + 1 });
    }
  }
  return [...misses.values()].sort((a, b) => b.times - a.times);
}

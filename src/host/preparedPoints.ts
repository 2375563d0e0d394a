import { type PreparedPoint, preparePoints } from '../core/answer/points';
import type { Vocabulary } from '../core/answer/vocabulary';
import type { Question } from '../core/bank/question';

/** By the key points that the bank keeps of a question: preparing takes some milliseconds, and a card is shown often. */
const prepared = new WeakMap<Question['keyPoints'], readonly PreparedPoint[]>();

/** The key points of a question made ready to be looked for in an answer. */
export function preparedPoints(question: Question, vocabulary: Vocabulary): readonly PreparedPoint[] {
  const known = prepared.get(question.keyPoints);
  if (known) return known;
  const points = preparePoints(question, vocabulary);
  prepared.set(question.keyPoints, points);
  return points;
}

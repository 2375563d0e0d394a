import { matchAnswer } from '../../src/core/answer/match';
import { preparePoints } from '../../src/core/answer/points';
import type { Vocabulary } from '../../src/core/answer/vocabulary';
import { stemsOf } from '../../src/core/answer/words';
import type { Question } from '../../src/core/bank/question';
import type { LabelledQuestion } from './labelled';

/** How well ticks agree with the labels. */
export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Decides for each key point of a question whether an answer says it. */
export type Judge = (question: Question) => (answer: string) => boolean[];

/** The matcher as it is shipped. */
export const matcher =
  (vocabulary: Vocabulary): Judge =>
  (question) => {
    const points = preparePoints(question, vocabulary);
    return (answer) => matchAnswer(points, answer).map((match) => match.said);
  };

/** Says the same of every point. */
export const always =
  (said: boolean): Judge =>
  (question) =>
  () =>
    question.keyPoints.map(() => said);

/** Ticks a point of whose words an answer has at least a share, without stems, synonyms or anything else. */
export const wordOverlap =
  (share: number): Judge =>
  (question) =>
  (answer) => {
    const said = new Set(plainWords(answer));
    return question.keyPoints.map((point) => {
      const words = [...new Set(plainWords(point))];
      return words.filter((word) => said.has(word)).length >= share * Math.max(1, words.length);
    });
  };

function plainWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => stemsOf(word).length > 0);
}

export function qualityOf(judge: Judge, questions: readonly LabelledQuestion[]): Quality {
  let hits = 0;
  let ticks = 0;
  let labels = 0;
  for (const { question, answers } of questions) {
    const ticked = judge(question);
    for (const { text, said } of answers) {
      const marks = ticked(text);
      ticks += marks.filter(Boolean).length;
      labels += said.filter(Boolean).length;
      hits += marks.filter((tick, i) => tick && said[i]).length;
    }
  }
  const precision = ticks === 0 ? 0 : hits / ticks;
  const recall = labels === 0 ? 0 : hits / labels;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

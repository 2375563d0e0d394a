import { plainText } from '../bank/plainText';
import type { Question } from '../bank/question';
import { type Word, wordsOf } from './words';

/**
 * For each key point the words of those sentences of the card that resemble it more than any other point, with the
 * share of such sentences that belong to this point: who explains a point uses the words of the card's explanation.
 */
export function contextOf(question: Question, points: readonly (readonly Word[])[]): Map<string, number>[] {
  const stems = points.map((words) => new Set(words.map((word) => word.stem)));
  const counts = points.map(() => new Map<string, number>());
  const total = new Map<string, number>();
  for (const sentence of sentencesOf(question)) {
    const scores = stems.map((point) => resemblance(point, sentence));
    const best = Math.max(...scores);
    const count = counts[scores.indexOf(best)];
    if (!count || best === 0) continue;
    for (const stem of sentence) {
      count.set(stem, (count.get(stem) ?? 0) + 1);
      total.set(stem, (total.get(stem) ?? 0) + 1);
    }
  }
  return counts.map((count) => new Map([...count].map(([stem, n]) => [stem, n / (total.get(stem) ?? n)])));
}

/** How many words of a point a sentence has, against the size of the point. */
function resemblance(point: ReadonlySet<string>, sentence: ReadonlySet<string>): number {
  const common = [...point].filter((stem) => sentence.has(stem)).length;
  return common / Math.sqrt(Math.max(1, point.size));
}

/** The words of each sentence of the card that explains what is right. */
function sentencesOf(question: Question): Set<string>[] {
  const texts = [question.shortAnswer, question.explanation, question.example ?? ''];
  return texts.flatMap((text) => {
    const sentences: Set<string>[] = [];
    // Line by line, because plain text has lost the ends of the lines.
    const lines = text
      .replace(/^```.*$/gm, '')
      .split('\n')
      .map(plainText);
    for (const word of wordsOf(lines.join('\n'))) {
      sentences[word.sentence] ??= new Set();
      sentences[word.sentence]?.add(word.stem);
    }
    return sentences.filter((sentence) => sentence.size > 1);
  });
}

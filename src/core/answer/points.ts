import { plainText } from '../bank/plainText';
import type { Question } from '../bank/question';
import { contextOf } from './context';
import { type Groups, groupsOf, otherForms } from './forms';
import { rarityOf, type Vocabulary } from './vocabulary';
import { stemsOf, type Word, wordsOf } from './words';

/** One thing to look for in an answer. */
export interface PreparedTerm {
  readonly weight: number;
  /** The stem of the card's word, then its synonyms, each of one or several stems with blanks between. */
  readonly forms: readonly string[];
  /** Whether the key point itself denies it: "no speed gain". */
  readonly denied?: true;
  /** Whether it stems from the card's explanation: weak evidence, marked only where there is no other. */
  readonly context?: true;
}

/** A key point made ready to be looked for. Small JSON: it travels to the webview with the card. */
export interface PreparedPoint {
  readonly terms: readonly PreparedTerm[];
  /** The weight that has to be found for the point to count as said. */
  readonly needed: number;
}

// Chosen on the tuning part of test/answers. One of them changed by a third moves F1 there by at most 0.03.
/** What a word of the question counts, which anybody uses who answers it. */
const askedFactor = 0.4;
/** What a word of the card's explanation counts, and how many of them each point gets. */
const contextFactor = 0.25;
const contextTerms = 20;
/** What has to be found of a point: a third of one word, and an eighth of all its words. */
const neededAtLeast = 0.3;
const neededShare = 0.13;

/** Makes the key points of a question ready, in their order. */
export function preparePoints(question: Question, vocabulary: Vocabulary): PreparedPoint[] {
  const points = question.keyPoints.map((text) => wordsOf(plainText(text)));
  const weight = weights(question, points, vocabulary);
  const groups = groupsOf(vocabulary);
  const context = contextOf(question, points);
  return points.map((words, index) => {
    const terms = ownTerms({ question, words, weight, groups });
    const needed = neededAtLeast + neededShare * terms.reduce((sum, term) => sum + term.weight, 0);
    const known = new Set(terms.flatMap((term) => term.forms));
    const weak = [...(context[index] ?? [])]
      .filter(([stem]) => !known.has(stem))
      .map(([stem, share]) => ({ stem, weight: round(contextFactor * share * weight(stem)) }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, contextTerms)
      .map(({ stem, weight }): PreparedTerm => ({ weight, forms: [stem], context: true }));
    return { terms: [...terms, ...weak], needed: round(needed) };
  });
}

/** A word tells the less the more of the points and of all cards use it, and little if the question uses it. */
function weights(
  question: Question,
  points: readonly (readonly Word[])[],
  vocabulary: Vocabulary,
): (stem: string) => number {
  const asked = new Set(stemsOf(plainText(`${question.title}\n${question.context ?? ''}`)));
  const inPoints = new Map<string, number>();
  for (const words of points) {
    for (const stem of new Set(words.map((word) => word.stem))) {
      inPoints.set(stem, (inPoints.get(stem) ?? 0) + 1);
    }
  }
  return (stem) =>
    (rarityOf(stem, vocabulary) * (asked.has(stem) ? askedFactor : 1)) / (inPoints.get(stem) ?? 1);
}

function ownTerms(point: {
  readonly question: Question;
  readonly words: readonly Word[];
  readonly weight: (stem: string) => number;
  readonly groups: Groups;
}): PreparedTerm[] {
  const { question, words, weight, groups } = point;
  const stems = words.map((word) => word.stem);
  const own = new Set(stems);
  const asked = new Set(stemsOf(plainText(question.title)));
  const others = otherForms(stems, groups);
  // What the point or the question says itself does not stand for another word.
  const isOther = (form: string) => !asked.has(form) && !form.split(' ').every((stem) => own.has(stem));
  return [...own].map((stem) => {
    const forms = [stem, ...(others.get(stem) ?? []).filter(isOther)];
    const denied = words.find((word) => word.stem === stem)?.denied;
    return { weight: round(weight(stem)), forms, ...(denied ? { denied } : {}) };
  });
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}

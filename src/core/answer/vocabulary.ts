import { plainText } from '../bank/plainText';
import type { Question } from '../bank/question';
import { stemsOf } from './words';

/** What the bank as a whole says about words. JSON. */
export interface Vocabulary {
  readonly cards: number;
  /** The common stems and how many cards use each. Stems of less than a third of the cards are left out. */
  readonly stems: Readonly<Record<string, number>>;
  /** Abbreviations that the cards explain, in lower case: "psi" stands for "population stability index". */
  readonly longForms: Readonly<Record<string, string>>;
}

/** Counts the words of all cards and collects the abbreviations that they explain. */
export function buildVocabulary(questions: readonly Question[]): Vocabulary {
  const counts = new Map<string, number>();
  const longForms = new Map<string, string>();
  for (const question of questions) {
    const text = textsOf(question).map(plainText).join('\n');
    for (const stem of new Set(stemsOf(text))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const [short, long] of abbreviationsIn(text)) longForms.set(short, longForms.get(short) ?? long);
  }
  const common = [...counts].filter(([, count]) => rarity(count, questions.length) < 1);
  return {
    cards: questions.length,
    stems: Object.fromEntries(common.sort()),
    longForms: Object.fromEntries([...longForms].sort()),
  };
}

/** How much a stem tells: 1, but the less the more cards use it if it is a common one. */
export function rarityOf(stem: string, vocabulary: Vocabulary): number {
  const count = Object.hasOwn(vocabulary.stems, stem) ? vocabulary.stems[stem] : undefined;
  return count === undefined ? 1 : rarity(count, vocabulary.cards);
}

function rarity(count: number, cards: number): number {
  // A word of every card would be worth nothing; in a small bank it may still be all that a point has.
  return Math.min(1, Math.max(0.05, Math.log(cards / count)));
}

function textsOf(question: Question): string[] {
  return [
    question.title,
    question.context ?? '',
    question.shortAnswer,
    question.explanation,
    question.example ?? '',
    ...question.tradeOffs,
    ...question.redFlags,
    ...question.followUps.flatMap((followUp) => [followUp.question, followUp.answer]),
    ...question.keyPoints,
    ...question.hints,
    ...question.bar.map((entry) => entry.text),
    ...(question.quiz?.options ?? []).flatMap((option) => [option.text, option.why]),
  ];
}

/** The abbreviations that a text explains, as in "the population stability index (PSI)". */
function* abbreviationsIn(text: string): Generator<readonly [string, string]> {
  for (const [, before = '', short = ''] of text.matchAll(/((?:[\p{L}-]+ ){2,6})\((\p{Lu}\p{L}{1,5})\)/gu)) {
    const letters = short.replace(/s$/, '').toLowerCase();
    const words = before.toLowerCase().split(/[ -]/).filter(Boolean);
    const long = words.slice(-letters.length);
    if (long.length === letters.length && long.every((word, i) => word[0] === letters[i])) {
      yield [letters, long.join(' ')];
    }
  }
}

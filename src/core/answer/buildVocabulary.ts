import { plainText } from '../bank/plainText';
import type { Question } from '../bank/question';
import { abbreviations, synonyms } from './synonyms';
import { rarity, type Vocabulary } from './vocabulary';
import { stemsOf } from './words';

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
    groups: [
      ...synonyms.map((line) => line.split(',')),
      ...Object.entries({ ...Object.fromEntries([...longForms].sort()), ...abbreviations }),
    ],
  };
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

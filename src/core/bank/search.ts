import type { BankIndex } from './bank';
import type { QuestionHead } from './question';

/** The texts of a question in which words are looked for, best place first. */
interface Entry {
  readonly question: QuestionHead;
  readonly fields: readonly string[];
}

/** Finds questions by words in title, tags, tools and topic. */
export class QuestionSearch {
  private readonly entries: readonly Entry[];

  constructor(bank: BankIndex) {
    this.entries = bank.topics.flatMap((topic) =>
      bank.inTopic(topic.id).map((question) => ({
        question,
        fields: [
          question.title,
          [...question.tags, ...question.tools, question.id].join(' '),
          [topic.title, question.level, question.kind].join(' '),
        ].map(fold),
      })),
    );
  }

  /** Questions that have every word of the text, best first; all of them in their order for an empty text. */
  find(text: string): QuestionHead[] {
    const words = fold(text).split(' ').filter(Boolean);
    return this.entries
      .map(({ question, fields }) => ({ question, score: scoreOf(words, fields) }))
      .filter(({ score }) => score !== undefined)
      .sort((a, b) => (b.score as number) - (a.score as number))
      .map(({ question }) => question);
  }
}

/** Sum over the words of the best place each is found in; undefined if one is nowhere. */
function scoreOf(words: readonly string[], fields: readonly string[]): number | undefined {
  let sum = 0;
  for (const word of words) {
    const scores = fields.map((field, place) => matchScore(word, field) / (place + 1));
    const best = Math.max(...scores);
    if (best === 0) return undefined;
    sum += best;
  }
  return sum;
}

/** 3 for a whole word, 2 for the beginning of one, 1 for a part of one of at least three letters, otherwise 0. */
function matchScore(word: string, field: string): number {
  const padded = ` ${field} `;
  if (padded.includes(` ${word} `)) return 3;
  if (padded.includes(` ${word}`)) return 2;
  return word.length >= 3 && field.includes(word) ? 1 : 0;
}

/** Lower case, without accents, punctuation as blanks: "CI/CD-Pipelines" becomes "ci cd pipelines". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

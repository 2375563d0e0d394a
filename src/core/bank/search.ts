import type { BankIndex } from './bank';
import type { QuestionHead } from './question';

/** The best place at which a question has a word. */
interface Posting {
  /** Place of the question in the bank's order. */
  readonly entry: number;
  /** 1 in the title, 1/2 among tags and tools, 1/3 in topic, level and kind. */
  readonly weight: number;
}

/** Finds questions by words in title, tags, tools and topic. */
export class QuestionSearch {
  private readonly questions: readonly QuestionHead[];
  /** By word, the questions that have it: there are far fewer words than questions times fields. */
  private readonly postings = new Map<string, Posting[]>();

  constructor(bank: BankIndex) {
    this.questions = bank.topics.flatMap((topic) => bank.inTopic(topic.id));
    this.questions.forEach((question, entry) => {
      const topic = bank.topic(question.topic)?.title ?? '';
      const fields = [
        question.title,
        [...question.tags, ...question.tools, question.id].join(' '),
        [topic, question.level, question.kind].join(' '),
      ];
      const known = new Set<string>();
      fields.forEach((text, place) => {
        for (const word of wordsOf(text)) {
          if (known.has(word)) continue; // It stands in a better place.
          known.add(word);
          const posting = { entry, weight: 1 / (place + 1) };
          const others = this.postings.get(word);
          if (others) others.push(posting);
          else this.postings.set(word, [posting]);
        }
      });
    });
  }

  /** Questions that have every word of the text, best first; all of them in their order for an empty text. */
  find(text: string): QuestionHead[] {
    const columns = wordsOf(text).map((word) => this.scoresOf(word));
    const sums = this.questions.map((_, entry) => sumOrNone(columns, entry));
    const scores = [...new Set(sums)].filter((score) => score !== undefined).sort((a, b) => b - a);
    // Few scores differ, so one list for each is less work than sorting.
    const lists = new Map(scores.map((score): [number, QuestionHead[]] => [score, []]));
    sums.forEach((score, entry) => {
      if (score !== undefined) lists.get(score)?.push(this.questions[entry] as QuestionHead);
    });
    return [...lists.values()].flat();
  }

  /** For each question the best match of a word; 0 where it is nowhere. */
  private scoresOf(word: string): Float64Array {
    const scores = new Float64Array(this.questions.length);
    for (const [known, postings] of this.postings) {
      const match = matchScore(word, known);
      if (match === 0) continue;
      for (const { entry, weight } of postings) {
        if (match * weight > (scores[entry] as number)) scores[entry] = match * weight;
      }
    }
    return scores;
  }
}

function sumOrNone(columns: readonly Float64Array[], entry: number): number | undefined {
  let sum = 0;
  for (const column of columns) {
    const score = column[entry] as number;
    if (score === 0) return undefined;
    sum += score;
  }
  return sum;
}

/** 3 for the whole word, 2 for its beginning, 1 for a part of it of at least three letters, otherwise 0. */
function matchScore(part: string, word: string): number {
  if (part === word) return 3;
  if (word.startsWith(part)) return 2;
  return part.length >= 3 && word.includes(part) ? 1 : 0;
}

/** In lower case, without accents and punctuation: "CI/CD-Pipelines" are three words. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

import type { BankIndex } from '../bank/bank';
import type { QuestionId, QuizOption } from '../bank/question';
import type { Filter, Source } from './queues';
import { randomQueue } from './queues';
import { seeded, shuffled } from './random';

/** A multiple-choice question with its options in the order in which they are shown. */
export interface QuizItem {
  readonly question: QuestionId;
  readonly options: readonly QuizOption[];
}

/** A quick quiz as a plain value: `answers` holds the chosen place for each item that was answered. */
export interface Quiz {
  readonly items: readonly QuizItem[];
  readonly answers: readonly number[];
}

/** A quiz of up to `count` questions. The same seed over the same bank asks the same, in the same order. */
export function makeQuiz(
  source: Source,
  wish: Filter & { readonly count: number; readonly seed: number },
): Quiz {
  const random = seeded(wish.seed);
  const items: QuizItem[] = [];
  for (const id of randomQueue(source, wish, random)) {
    const quiz = source.bank.question(id)?.quiz;
    if (quiz && items.length < wish.count)
      items.push({ question: id, options: shuffled(quiz.options, random) });
  }
  return { items, answers: [] };
}

/** The item to answer next; undefined at the end. */
export function currentItem(quiz: Quiz): QuizItem | undefined {
  return quiz.items[quiz.answers.length];
}

/** The quiz after choosing the option at a place of the current item. */
export function answered(quiz: Quiz, place: number): Quiz {
  return { ...quiz, answers: [...quiz.answers, place] };
}

/** Whether the item at an index was answered rightly; undefined if it was not answered. */
export function isRight(quiz: Quiz, index: number): boolean | undefined {
  const place = quiz.answers[index];
  return place === undefined ? undefined : quiz.items[index]?.options[place]?.correct;
}

/** Number of right answers so far. */
export function score(quiz: Quiz): number {
  return quiz.answers.filter((_, index) => isRight(quiz, index)).length;
}

/** The questions that were answered wrongly. */
export function wrongOnes(quiz: Quiz): QuestionId[] {
  return quiz.items.filter((_, index) => isRight(quiz, index) === false).map((item) => item.question);
}

/** The text that the quiz of a question decides on: its stem, or the title where it has none. */
export function stemOf(bank: BankIndex, item: QuizItem): string {
  const question = bank.question(item.question);
  return question?.quiz?.stem ?? question?.title ?? item.question;
}

import type { Question, QuestionId, QuizOption } from '../bank/question';
import type { Filter } from './filter';
import { randomQueue, type Source } from './queues';
import { seeded, shuffled } from './random';

/** A multiple-choice question with its options in the order in which they are shown. */
export interface QuizItem {
  readonly question: QuestionId;
  /** The situation to decide (Markdown): the stem of the quiz, or the title where it has none. */
  readonly stem: string;
  readonly options: readonly QuizOption[];
}

/** A quick quiz as a plain value: `answers` holds the chosen place for each item that was answered. */
export interface Quiz {
  readonly items: readonly QuizItem[];
  readonly answers: readonly number[];
}

/** The questions of a quiz, up to `count`. The same seed over the same bank chooses the same, in the same order. */
export function chooseQuiz(
  source: Source,
  wish: Filter & { readonly count: number; readonly seed: number },
): QuestionId[] {
  return randomQueue(source, wish, seeded(wish.seed))
    .filter((id) => source.bank.question(id)?.hasQuiz)
    .slice(0, wish.count);
}

/** A quiz of the questions that were chosen, each with its options in an order that follows from the seed. */
export function makeQuiz(questions: readonly Question[], seed: number): Quiz {
  const random = seeded(seed);
  const items = questions.flatMap(({ id, title, quiz }) =>
    quiz ? [{ question: id, stem: quiz.stem ?? title, options: shuffled(quiz.options, random) }] : [],
  );
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

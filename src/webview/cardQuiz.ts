import type { Quiz, QuizOption } from '../core/bank/question';
import { type AnswerOptions, block, inline } from './answerOptions';
import { button, el } from './dom';
import { icon } from './icons';

/** The card's own quiz: after the first choice every option says why it is right or wrong. */
export function buildQuiz(quiz: Quiz, options: AnswerOptions): HTMLElement {
  const items = quiz.options.map((option, place) => {
    const choose = button(
      { class: 'option' },
      () => decide(place),
      el('span', {}, inline(option.text, options)),
    );
    return el('li', {}, choose);
  });
  let isDecided = false;
  const decide = (chosen: number) => {
    if (isDecided) return;
    showReasons(chosen);
    options.onQuiz(chosen);
  };
  const showReasons = (chosen: number) => {
    isDecided = true;
    quiz.options.forEach((option, place) => {
      reveal(items[place] as HTMLElement, option, place === chosen, options);
    });
  };
  if (options.draft.quiz !== undefined) showReasons(options.draft.quiz);
  return el(
    'div',
    { class: 'quiz' },
    quiz.stem ? block(quiz.stem, options) : undefined,
    el('ol', { class: 'options' }, ...items),
  );
}

function reveal(item: HTMLElement, option: QuizOption, isChosen: boolean, options: AnswerOptions): void {
  const { texts } = options;
  const verdict = [option.correct ? texts.quizBest : '', isChosen ? texts.quizChosen : ''].filter(Boolean);
  const choice = item.querySelector('button');
  choice?.setAttribute('aria-disabled', 'true');
  choice?.prepend(icon(option.correct ? 'right' : 'wrong'));
  if (option.correct) item.classList.add('right');
  if (verdict.length > 0) choice?.append(el('span', { class: 'verdict' }, ` (${verdict.join(', ')})`));
  item.append(block(option.why, options));
}

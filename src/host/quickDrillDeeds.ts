import { actOnCard } from './cardActions';
import { openText } from './cardDocuments';
import type { ProgressStore } from './progressStore';
import { type Card, type RowAction, secondsOf } from './quickDrillCard';
import { above } from './quickDrillPages';

/** Does on a card what a row says, and leaves it at the step or page to be shown next. */
export function doOnCard(card: Card, action: RowAction, store: ProgressStore): void {
  const { question, showing, page } = card;
  switch (action.type) {
    case 'show':
      card.answerSeconds = secondsOf(card);
      card.step = question.keyPoints.length > 0 ? 'points' : 'grade';
      return;
    case 'ticks':
      card.step = 'points';
      return;
    case 'ticked':
      card.step = 'grade';
      return;
    case 'hint':
      card.hints++;
      return;
    case 'page':
      card.page = action.page;
      return;
    case 'back':
      card.page = page && above(page);
      return;
    case 'well': {
      const { well } = card;
      const { index } = action;
      card.well = well.includes(index) ? well.filter((other) => other !== index) : [...well, index];
      card.page = page && above(page);
      return;
    }
    case 'context':
      void openText(question, 'Question.md');
      return;
    case 'answer':
      void openText(question, 'Answer.md');
      return;
    case 'quiz':
      card.chosen = action.option;
      actOnCard(question, { type: 'quiz', showing, option: action.option }, store);
      return;
    case 'card':
      actOnCard(question, { type: 'card', action: action.action }, store);
      return;
    case 'grade': {
      const { hints, ticked: points, well: followUps } = card;
      const { grade } = action;
      actOnCard(
        question,
        { type: 'grade', showing, grade, points, hints, followUps, seconds: secondsOf(card) },
        store,
      );
    }
  }
}

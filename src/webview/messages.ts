import { isPreferences, type ToWebview } from '../core/protocol';

type Fields = Readonly<Record<string, unknown>>;

/** Whether something that arrived is a view that can be shown. Other frames and extensions may post to the window too. */
export function isToWebview(value: unknown): value is ToWebview {
  if (!isFields(value)) return false;
  if (value.type === 'card') return isCard(value.card);
  if (value.type === 'summary') return isSummary(value.summary);
  if (value.type === 'stored') return true;
  if (value.type === 'history') return isFields(value.history) && Array.isArray(value.history.rows);
  return false;
}

function isCard(card: unknown): boolean {
  if (!isFields(card) || !isFields(card.question) || !isFields(card.intervals)) return false;
  const { question } = card;
  const texts = ['showing', 'mode', 'topicTitle', 'levelName', 'kindName', 'state', 'note', 'report'];
  const lists = ['tradeOffs', 'redFlags', 'followUps', 'keyPoints', 'hints', 'bar', 'references'];
  return (
    texts.every((key) => typeof card[key] === 'string') &&
    ['id', 'topic', 'title', 'shortAnswer', 'explanation'].every(
      (key) => typeof question[key] === 'string',
    ) &&
    lists.every((key) => Array.isArray(question[key])) &&
    ['related', 'ways', 'leftOut', 'wellBefore'].every((key) => Array.isArray(card[key])) &&
    isPreferences(card.preferences)
  );
}

function isSummary(summary: unknown): boolean {
  if (!isFields(summary) || !isFields(summary.grades)) return false;
  if (typeof summary.answered !== 'number' || typeof summary.total !== 'number') return false;
  return ['lines', 'topics', 'leftOut', 'weakQuestions', 'leeches', 'actions'].every((key) =>
    Array.isArray(summary[key]),
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

import { l10n } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { Kind, Level } from '../core/bank/question';
import type { Grade } from '../core/memory/grade';
import { type ProgressEvent, questionsIn } from '../core/progress/event';
import type { QuestionState } from '../core/progress/progress';
import type { Flag } from '../core/session/filter';
import type { Grouping } from '../core/session/outline';
import type { SessionMode } from '../core/session/session';

/** Names for people of the words that data uses. */
export const levelName = (level: Level): string =>
  ({ junior: l10n.t('Junior'), mid: l10n.t('Mid'), senior: l10n.t('Senior') })[level];

export const kindName = (kind: Kind): string =>
  ({
    concept: l10n.t('Concept'),
    scenario: l10n.t('Scenario'),
    code: l10n.t('Code'),
    design: l10n.t('Design'),
    behavioural: l10n.t('Behavioural'),
    estimation: l10n.t('Estimation'),
  })[kind];

export const gradeName = (grade: Grade): string =>
  ({ 1: l10n.t('Again'), 2: l10n.t('Hard'), 3: l10n.t('Good'), 4: l10n.t('Easy') })[grade];

export const stateName = (state: QuestionState): string =>
  ({
    new: l10n.t('new'),
    learning: l10n.t('learning'),
    due: l10n.t('due'),
    known: l10n.t('known'),
    suspended: l10n.t('suspended'),
  })[state];

export const flagName = (flag: Flag): string =>
  ({
    starred: l10n.t('starred'),
    leech: l10n.t('leech'),
    noted: l10n.t('with a note'),
    reported: l10n.t('reported'),
  })[flag];

export const groupingName = (by: Grouping): string =>
  ({
    topic: l10n.t('Topic'),
    state: l10n.t('State'),
    level: l10n.t('Level'),
    kind: l10n.t('Kind'),
    tag: l10n.t('Tag'),
  })[by];

export const modeName = (mode: SessionMode): string =>
  ({
    random: l10n.t('Random drill'),
    due: l10n.t('Review'),
    topic: l10n.t('Topic drill'),
    weak: l10n.t('Weak questions'),
    leeches: l10n.t('Leeches'),
    starred: l10n.t('Starred questions'),
    mistakes: l10n.t('Recent mistakes'),
    search: l10n.t('Search result'),
    selection: l10n.t('Selection'),
    single: l10n.t('Single question'),
  })[mode];

/** "today", "1 day", "3 weeks", "5 months", "2 years": how long until something is due. */
export function intervalWords(days: number): string {
  if (days <= 0) return l10n.t('today');
  if (days === 1) return l10n.t('1 day');
  if (days < 31) return l10n.t('{0} days', days);
  if (days < 365) return inUnit(days / 30.44, l10n.t('1 month'), (n) => l10n.t('{0} months', n));
  return inUnit(days / 365.25, l10n.t('1 year'), (n) => l10n.t('{0} years', n));
}

function inUnit(amount: number, one: string, many: (n: number) => string): string {
  const rounded = Math.round(amount);
  return rounded <= 1 ? one : many(rounded);
}

/** "1 question", "10 questions". */
export function questionsWords(count: number): string {
  return count === 1 ? l10n.t('1 question') : l10n.t('{0} questions', count);
}

/** "12 + 1 buried": what is not asked today stands apart. */
export function withBuried(open: string, buried: number): string {
  return buried > 0 ? l10n.t('{0} + {1} buried', open, buried) : open;
}

/** A word with a capital, as it stands alone in a row. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "1 review", "10 reviews". */
export function reviewsWords(count: number): string {
  return count === 1 ? l10n.t('1 review') : l10n.t('{0} reviews', count);
}

/** "1 event", "10 events": of the log. */
export function eventsWords(count: number): string {
  return count === 1 ? l10n.t('1 event') : l10n.t('{0} events', count);
}

/** What may help with a question that does not stay. */
export function leechWords(lapses: number): string {
  return l10n.t(
    'Forgotten {0} times. More of the same seldom helps: put the answer into your own words in a note, look at the related questions, or suspend it for now.',
    lapses,
  );
}

/** What an event did, as undo names it: "Good on What is model drift?". */
export function deedWords(event: ProgressEvent, bank: BankIndex): string {
  if (event.kind === 'restore') return l10n.t('restoring a backup');
  if (event.kind === 'reset') {
    return event.topic === undefined
      ? l10n.t('reset of all topics')
      : l10n.t('reset of "{0}"', bank.topic(event.topic)?.title ?? event.topic);
  }
  if (!('question' in event)) return event.kind;
  const ids = questionsIn(event);
  const title = bank.question(event.question)?.title ?? event.question;
  const name = ids.length === 1 ? `"${title}"` : questionsWords(ids.length);
  switch (event.kind) {
    case 'review':
      return l10n.t('{0} on "{1}"', gradeName(event.grade), title);
    case 'star':
      return event.on ? l10n.t('star on {0}', name) : l10n.t('star off {0}', name);
    case 'suspend':
      return event.on ? l10n.t('suspend {0}', name) : l10n.t('take up {0} again', name);
    case 'bury':
      return l10n.t('bury {0}', name);
    case 'quiz':
      return l10n.t('quiz answer on "{0}"', title);
    case 'note':
      return event.text ? l10n.t('note on "{0}"', title) : l10n.t('removing the note on "{0}"', title);
    case 'report':
      return event.text ? l10n.t('report on "{0}"', title) : l10n.t('removing the report on "{0}"', title);
  }
}

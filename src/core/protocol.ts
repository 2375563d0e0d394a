import type { Question, QuestionId } from './bank/question';
import type { Grade } from './memory/grade';

/*
 * What the drill panel shows (down) and what the person did (up). Types only, and one guard.
 * Markdown stays Markdown until the webview renders it.
 */

/** Down: always a whole view. The webview keeps `session` in its state, so that the panel can come back after a reload. */
export type ToWebview =
  | { readonly type: 'card'; readonly card: CardView; readonly session: unknown }
  | { readonly type: 'summary'; readonly summary: SummaryView; readonly session: unknown };

/** One showing of one question. */
export interface CardView {
  /** Names this showing; an intent repeats it, so that a late key press cannot grade the next card. */
  readonly showing: string;
  /** "Random drill" */
  readonly mode: string;
  readonly position: number;
  readonly total: number;
  readonly topicTitle: string;
  /** "Mid", "Scenario": for people to read. */
  readonly levelName: string;
  readonly kindName: string;
  readonly question: Question;
  /** The questions of `question.related` that the bank has. */
  readonly related: readonly { readonly id: QuestionId; readonly title: string }[];
  /** "11 days" for each grade, as words for the grade buttons. */
  readonly intervals: Readonly<Record<Grade, string>>;
  readonly starred: boolean;
  /** "new", "due", …: what is remembered of the question. */
  readonly state: string;
  /** "Good on What is drift?": what undo and redo would do; undefined where there is nothing. */
  readonly undo?: string;
  readonly redo?: string;
  /** "Back to Random drill": there is a session to go back to without grading this question. */
  readonly back?: string;
}

/** The end of a session. */
export interface SummaryView {
  readonly mode: string;
  /** Sentences such as "10 questions in 21 minutes." and "Next due: 4 tomorrow." (plain text). */
  readonly lines: readonly string[];
  /** How many questions got each grade at their first showing. */
  readonly grades: Readonly<Record<Grade, number>>;
  /** Topics in which points were missed, worst first. */
  readonly weakTopics: readonly { readonly title: string; readonly good: number; readonly of: number }[];
  /** The questions to look at again, worst first. */
  readonly weakQuestions: readonly { readonly id: QuestionId; readonly title: string }[];
  /** What can be done now, most useful first; the webview shows one button for each. */
  readonly actions: readonly { readonly action: SummaryAction; readonly label: string }[];
  readonly undo?: string;
}

export const summaryActions = ['weak', 'due', 'another', 'quiz', 'close'] as const;
export type SummaryAction = (typeof summaryActions)[number];

/** What a person can do to a question besides grading it. */
export const cardActions = ['star', 'bury', 'suspend', 'openSource'] as const;
export type CardAction = (typeof cardActions)[number];

/** Up: what the person did. */
export type ToHost =
  | { readonly type: 'ready' }
  | {
      readonly type: 'grade';
      readonly showing: string;
      readonly grade: Grade;
      /** Indexes of the ticked key points. */
      readonly points: readonly number[];
      /** How many hints were shown before the answer. */
      readonly hints: number;
      /** Time from the first showing of the question to the grade while the panel was visible. */
      readonly seconds: number;
    }
  | { readonly type: 'card'; readonly showing: string; readonly action: CardAction }
  | { readonly type: 'exhibit'; readonly showing: string; readonly title: string }
  | { readonly type: 'open'; readonly id: QuestionId }
  | { readonly type: 'back' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'summary'; readonly action: SummaryAction };

/** Whether something that came from the webview is an intent, every field of it. */
export function isToHost(value: unknown): value is ToHost {
  if (typeof value !== 'object' || value === null) return false;
  const message = value as Record<string, unknown>;
  const isText = (key: string) => typeof message[key] === 'string';
  switch (message.type) {
    case 'ready':
    case 'back':
    case 'undo':
    case 'redo':
      return true;
    case 'grade':
      return (
        isText('showing') &&
        isCount(message.grade) &&
        message.grade >= 1 &&
        message.grade <= 4 &&
        Array.isArray(message.points) &&
        message.points.every(isCount) &&
        isCount(message.hints) &&
        isCount(message.seconds)
      );
    case 'card':
      return isText('showing') && cardActions.some((a) => a === message.action);
    case 'exhibit':
      return isText('showing') && isText('title');
    case 'open':
      return isText('id');
    case 'summary':
      return summaryActions.some((a) => a === message.action);
    default:
      return false;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** The words of the page, translated by the host; `{0}` stands for a value. */
export interface DrillTexts {
  readonly progress: string; // Question {0} of {1}
  readonly showAnswer: string; // Show answer
  readonly hint: string; // Hint
  readonly hints: string; // Hints
  readonly answer: string; // Answer
  readonly shortAnswer: string; // Short answer
  readonly explanation: string; // Explanation
  readonly example: string; // Example
  readonly tradeOffs: string; // Trade-offs
  readonly redFlags: string; // Red flags
  readonly followUps: string; // Follow-ups
  readonly showFollowUp: string; // Show the direction of the answer
  readonly keyPoints: string; // Key points
  readonly keyPointsHelp: string; // Tick what you said. The ticks propose a grade; you decide.
  readonly bar: string; // Bar by level
  readonly references: string; // References
  readonly related: string; // Related questions
  readonly grades: string; // How well did you answer?
  readonly again: string;
  readonly hard: string;
  readonly good: string;
  readonly easy: string;
  readonly proposed: string; // proposed
  readonly minutes: string; // about {0} minutes
  readonly star: string; // Star
  readonly unstar: string; // Remove star
  readonly bury: string; // Bury until tomorrow
  readonly suspend: string; // Suspend
  readonly openSource: string; // Open source
  readonly openExhibit: string; // Open {0} in an editor
  readonly open: string; // Open in editor
  readonly undo: string; // Undo
  readonly undoNamed: string; // Undo: {0}
  readonly redoNamed: string; // Redo: {0}
  readonly keys: string; // Keys
  readonly close: string; // Close
  readonly keyShow: string; // Show the answer; then grade as proposed
  readonly keyGrade: string; // Grade: Again, Hard, Good, Easy
  readonly keyHelp: string; // Show these keys
  readonly space: string; // Space
  readonly enter: string; // Enter
  readonly finished: string; // Drill finished
  readonly weakTopics: string; // Weakest topics
  readonly weakTopicsRow: string; // {0}: {1} of {2} well answered
  readonly weakQuestions: string; // Worth another look
  readonly answerShown: string; // The answer is shown.
  readonly loading: string; // Loading the question…
}

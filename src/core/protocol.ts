import type { PreparedPoint } from './answer/points';
import type { Question, QuestionId } from './bank/question';
import type { Grade } from './memory/grade';
import { mostCharacters } from './progress/isDeed';

/*
 * What the drill panel shows (down) and what the person did (up). Types only, and one guard.
 * Markdown stays Markdown until the webview renders it.
 */

/** Down: always a whole view. The webview keeps `session` in its state, so that the panel can come back after a reload. */
export type ToWebview =
  | View
  | { readonly type: 'history'; readonly history: HistoryView }
  /** The view that is held may be shown: what led to it is stored. */
  | { readonly type: 'stored' };

/** All that the page shows. */
export type View = (
  | { readonly type: 'card'; readonly card: CardView }
  | { readonly type: 'summary'; readonly summary: SummaryView }
) & {
  readonly session: unknown;
  /** What led to this view is being written: it is to be made ready, and shown when `stored` comes. */
  readonly held?: true;
  /** "Graded Good.": what was done since the last view, for those who cannot see it. */
  readonly done?: string;
  /** What was begun on cards, for a page that has kept nothing itself; to be checked. */
  readonly drafts?: readonly unknown[];
};

/** How a person answers: thinking, speaking against the clock, or writing. */
export const answerWays = ['head', 'aloud', 'typed'] as const;
export type AnswerWay = (typeof answerWays)[number];

/** The parts of an answer that fold, in their order; what to say and the key points are always open. */
export const answerParts = [
  'explanation',
  'example',
  'tradeOffs',
  'redFlags',
  'followUps',
  'bar',
  'quiz',
  'references',
  'related',
] as const;
export type AnswerPart = (typeof answerParts)[number];

/** What the panel remembers of the person from card to card. */
export interface Preferences {
  readonly way: AnswerWay;
  /** The parts of an answer that are unfolded. */
  readonly open: readonly AnswerPart[];
}

/** What a person writes about a card: a note of their own, or what is wrong with it. */
export const remarkKinds = ['note', 'report'] as const;
export type RemarkKind = (typeof remarkKinds)[number];

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
  /** The options of its quiz stand in the order in which they are shown. */
  readonly question: Question;
  /** The ways of answering that are offered. */
  readonly ways: readonly AnswerWay[];
  readonly preferences: Preferences;
  /** The key points made ready to be looked for in what is typed; only where typing is the way. */
  readonly points?: readonly PreparedPoint[];
  /** Indexes of the key points that were left out at the last review; none if there was none. */
  readonly leftOut: readonly number[];
  /** Indexes of the follow-ups that were answered well at the last review. */
  readonly wellBefore: readonly number[];
  /** What the person wrote about the card (Markdown); '' for nothing. */
  readonly note: string;
  readonly report: string;
  /** "Forgotten 9 times. …": says what may help with a question that does not stay; undefined for others. */
  readonly leech?: string;
  /** The questions of `question.related` that the bank has. */
  readonly related: readonly { readonly id: QuestionId; readonly title: string }[];
  /** "11 days" for each grade, as words for the grade buttons. */
  readonly intervals: Readonly<Record<Grade, string>>;
  readonly starred: boolean;
  readonly suspended: boolean;
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
  /** How many times a question was graded, and how many times it would have been up to the end of the plan. */
  readonly answered: number;
  readonly total: number;
  /** Sentences such as "10 questions in 21 minutes." and "Next due: 4 tomorrow." (plain text). */
  readonly lines: readonly string[];
  /** How many questions got each grade at their first showing. */
  readonly grades: Readonly<Record<Grade, number>>;
  /** The topics of the session, worst first. */
  readonly topics: readonly { readonly title: string; readonly good: number; readonly of: number }[];
  /** The questions to look at again, worst first. */
  readonly weakQuestions: readonly { readonly id: QuestionId; readonly title: string }[];
  /** The key points (Markdown) that were left out most often, by question. */
  readonly leftOut: readonly {
    readonly id: QuestionId;
    readonly title: string;
    readonly points: readonly string[];
  }[];
  /** Questions of the session that are forgotten again and again. */
  readonly leeches: readonly { readonly id: QuestionId; readonly title: string }[];
  /** What can be done now, most useful first; the webview shows one button for each. */
  readonly actions: readonly { readonly action: SummaryAction; readonly label: string }[];
  readonly undo?: string;
}

/** Every review of one question, newest first; all of it words. */
export interface HistoryView {
  /** The showing that asked for it. */
  readonly showing: string;
  readonly rows: readonly {
    readonly when: string;
    readonly grade: string;
    /** "1:20 min" */
    readonly took: string;
    /** "11 days" since the review before, and the recall that was to be expected then; '' for the first review. */
    readonly interval: string;
    readonly recall: string;
    /** "2 of 3" were answered well; '' for none. */
    readonly followUps: string;
  }[];
}

export const summaryActions = ['continue', 'resume', 'weak', 'due', 'another', 'quiz', 'close'] as const;
export type SummaryAction = (typeof summaryActions)[number];

/** What a person can do on a card besides grading it. */
export const cardActions = ['star', 'bury', 'suspend', 'openSource', 'copy', 'history', 'end'] as const;
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
      /** Indexes of the follow-ups that were answered well. */
      readonly followUps: readonly number[];
      /** Time from the first showing of the question to the grade while the panel was visible. */
      readonly seconds: number;
    }
  | { readonly type: 'card'; readonly showing: string; readonly action: CardAction }
  /** An option of the card's quiz was chosen, by its place. */
  | { readonly type: 'quiz'; readonly showing: string; readonly option: number }
  | { readonly type: 'remark'; readonly showing: string; readonly kind: RemarkKind; readonly text: string }
  | { readonly type: 'prefer'; readonly preferences: Preferences }
  /** What was begun on cards, to be kept for another page: this one's own state goes when its tab is closed. */
  | { readonly type: 'drafts'; readonly drafts: readonly unknown[] }
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
        isCounts(message.points) &&
        isCounts(message.followUps) &&
        isCount(message.hints) &&
        isCount(message.seconds)
      );
    case 'card':
      return isText('showing') && cardActions.some((a) => a === message.action);
    case 'quiz':
      return isText('showing') && isCount(message.option);
    case 'remark':
      return (
        isText('showing') &&
        isText('text') &&
        (message.text as string).length <= mostCharacters &&
        remarkKinds.some((kind) => kind === message.kind)
      );
    case 'prefer':
      return isPreferences(message.preferences);
    case 'drafts':
      return Array.isArray(message.drafts);
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

/** Whether a value is a person's preferences; also for what was stored. */
export function isPreferences(value: unknown): value is Preferences {
  if (typeof value !== 'object' || value === null) return false;
  const { way, open } = value as Record<string, unknown>;
  return (
    answerWays.some((known) => known === way) &&
    Array.isArray(open) &&
    open.every((part) => answerParts.some((known) => known === part))
  );
}

function isCounts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isCount);
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
  readonly takeUp: string; // Take up again
  readonly openSource: string; // Open source
  readonly openExhibit: string; // Open {0} in an editor
  readonly open: string; // Open in editor
  readonly undo: string; // Undo
  readonly undoNamed: string; // Undo: {0}
  readonly redoNamed: string; // Redo: {0}
  readonly keys: string; // Keys
  readonly close: string; // Close
  readonly keyShow: string; // Show the answer; then grade as proposed
  readonly keyShowTyped: string; // Show the answer while typing
  readonly keyWrite: string; // Go to the text box
  readonly keyLeave: string; // Leave the text box, so that these keys act again
  readonly keyGrade: string; // Grade: Again, Hard, Good, Easy
  readonly keyHelp: string; // Show these keys
  readonly space: string; // Space
  readonly enter: string; // Enter
  readonly finished: string; // Drill finished
  readonly endedEarly: string; // Drill ended early
  readonly topics: string; // Topics
  readonly topicsRow: string; // {0}: {1} of {2} well answered
  readonly weakQuestions: string; // Worth another look
  readonly answerShown: string; // The answer is shown.
  readonly ways: string; // How you answer
  readonly inTheHead: string; // In your head
  readonly aloud: string; // Aloud
  readonly typed: string; // Typed
  readonly timer: string; // {0} of about {1} min
  readonly overTime: string; // {0}, longer than the {1} min planned
  readonly yourAnswer: string; // Your answer
  readonly typeHere: string; // Type what you would say. {0} shows the answer.
  readonly answeredIn: string; // Answered in {0}; planned are about {1}.
  readonly matched: string; // Ticked is what was found in your answer; …
  readonly leftOutBefore: string; // Last time you left out:
  readonly lowerOne: string; // One lower: {0}.
  readonly lowerTwo: string; // Two lower: {0}.
  readonly lowerHint: string; // a hint was used
  readonly lowerTime: string; // far over time
  readonly answeredWell: string; // Answered well
  readonly wellBefore: string; // answered well last time
  readonly quiz: string; // Quiz
  readonly quizRight: string; // Right
  readonly quizWrong: string; // Wrong
  readonly quizBest: string; // best option
  readonly quizChosen: string; // your choice
  readonly note: string; // Note
  readonly yourNote: string; // Your note
  readonly editNote: string; // Edit note
  readonly noteHelp: string; // Markdown. Shown with the answer.
  readonly report: string; // Something is wrong with this card
  readonly yourReport: string; // You reported
  readonly editReport: string; // Edit report
  readonly reportHelp: string; // What is wrong? …
  readonly save: string; // Save
  readonly cancel: string; // Cancel
  readonly remove: string; // Remove
  readonly copy: string; // Copy as Markdown
  readonly copied: string; // Copied.
  readonly history: string; // History
  readonly noHistory: string; // Not reviewed yet.
  readonly historyWhen: string; // Reviewed
  readonly historyGrade: string; // Grade
  readonly historyTook: string; // Time taken
  readonly historyInterval: string; // Since the last
  readonly historyRecall: string; // Expected recall
  readonly end: string; // End drill
  readonly more: string; // More actions
  readonly leech: string; // leech
  readonly leftOut: string; // Left out most often
  readonly leeches: string; // Forgotten again and again
  readonly leechesHelp: string; // More of the same seldom helps…
  readonly loading: string; // Loading the question…
}

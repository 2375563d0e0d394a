export const levels = ['junior', 'mid', 'senior'] as const;
export const kinds = ['concept', 'scenario', 'code', 'design', 'behavioural', 'estimation'] as const;
export const volatilities = ['stable', 'slow', 'fast'] as const;

export type Level = (typeof levels)[number];
export type Kind = (typeof kinds)[number];
export type Volatility = (typeof volatilities)[number];

/** `<topic>/<slug>`; never changes once published, because reviews refer to it. */
export type QuestionId = string;

/** The topic of a question, from its id. */
export function topicOf(question: QuestionId): string {
  return question.split('/')[0] as string;
}

/** What the interviewer asks next, and the direction of the answer (Markdown). */
export interface FollowUp {
  readonly question: string;
  readonly answer: string;
}

/** One option of a quiz. Exactly one option of a quiz is correct. */
export interface QuizOption {
  readonly text: string;
  readonly correct: boolean;
  /** Why it is right, or why it is wrong here and when it would be right (Markdown). */
  readonly why: string;
}

export interface Quiz {
  /** The situation to decide (Markdown); undefined where the title serves as the stem. */
  readonly stem?: string;
  readonly options: readonly QuizOption[];
}

/** A named code fence of the card (```yaml title=feature_store.yaml), which can be opened in an editor. */
export interface Exhibit {
  readonly title: string;
  readonly language: string;
  readonly text: string;
}

/** What a strong answer contains at one level. */
export interface BarEntry {
  readonly level: Level;
  readonly text: string;
}

/** The facts about a question that stand in its front matter. */
export interface QuestionFacts {
  readonly level: Level;
  readonly kind: Kind;
  readonly tags: readonly string[];
  readonly tools: readonly string[];
  /** How long saying the answer and checking oneself takes. */
  readonly minutes: number;
  readonly seed?: number;
  readonly related: readonly QuestionId[];
  readonly volatility: Volatility;
  /** When its facts were last checked, as YYYY-MM-DD. */
  readonly reviewed: string;
}

/** What is known of every question without reading its card: enough to list, find and choose it. */
export interface QuestionHead extends QuestionFacts {
  readonly id: QuestionId;
  /** The folder of the question: the id of its topic. */
  readonly topic: string;
  readonly title: string;
  readonly hasQuiz: boolean;
  /** How many key points the card has. */
  readonly pointCount: number;
}

/** What the card of a question says. All texts are Markdown. */
export interface QuestionTexts {
  readonly context?: string;
  readonly shortAnswer: string;
  readonly explanation: string;
  readonly example?: string;
  readonly tradeOffs: readonly string[];
  readonly redFlags: readonly string[];
  readonly followUps: readonly FollowUp[];
  readonly keyPoints: readonly string[];
  readonly hints: readonly string[];
  readonly bar: readonly BarEntry[];
  readonly quiz?: Quiz;
  readonly references: readonly string[];
  readonly exhibits: readonly Exhibit[];
}

/** One question with everything its file says. */
export type Question = QuestionHead & QuestionTexts;

/** A folder of questions. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  /** Name of a VS Code codicon. */
  readonly icon: string;
  /** One paragraph (Markdown) that says what the topic covers. */
  readonly summary: string;
}

import type { QuickPickItem } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { Question, QuestionId } from '../core/bank/question';
import type { Grade } from '../core/memory/grade';
import type { SummaryAction } from '../core/protocol';
import type { Session } from '../core/session/session';
import type { ProgressStore } from './progressStore';

/** What lies over a step of the card, until one goes back from it. */
export type Page =
  | { readonly type: 'more' | 'history' | 'related' | 'followUps' | 'quiz' }
  | { readonly type: 'followUp'; readonly index: number };

/** The card that is asked: what has been done with it so far. */
export interface Card {
  /** The options of its quiz stand in the order in which they are shown. */
  readonly question: Question;
  readonly showing: string;
  step: 'question' | 'points' | 'grade';
  page?: Page | undefined;
  hints: number;
  /** Indexes of the ticked key points. */
  ticked: readonly number[];
  /** Indexes of the follow-ups that were answered well. */
  well: readonly number[];
  /** Place of the option of its quiz that was chosen. */
  chosen?: number;
  /** Milliseconds that it was on the screen before `since`. */
  spent: number;
  since: number;
  /** Time until the answer was shown. */
  answerSeconds: number;
}

/** A card with what its screens are made of. */
export interface CardParts {
  readonly card: Card;
  readonly session: Session;
  readonly store: ProgressStore;
  readonly bank: BankIndex;
}

type PlainAction =
  | 'show'
  | 'ticks'
  | 'ticked'
  | 'hint'
  | 'context'
  | 'answer'
  | 'note'
  | 'report'
  | 'end'
  | 'undo'
  | 'back';

/** What choosing a row does. */
export type RowAction =
  | { readonly type: PlainAction }
  | { readonly type: 'page'; readonly page: Page }
  | { readonly type: 'card'; readonly action: 'star' | 'bury' | 'suspend' }
  | { readonly type: 'grade'; readonly grade: Grade }
  | { readonly type: 'well'; readonly index: number }
  | { readonly type: 'quiz'; readonly option: number }
  | { readonly type: 'open'; readonly id: QuestionId }
  | { readonly type: 'summary'; readonly action: SummaryAction };

/** A row of the drill. */
export interface Row extends QuickPickItem {
  readonly action?: RowAction;
  /** The digit that chooses it. */
  readonly digit?: string;
  /** Index of the key point that it shows. */
  readonly point?: number;
  /** Enter takes it if nothing else was chosen. */
  readonly isFirst?: true;
}

/** What the QuickPick shows. */
export interface Screen {
  readonly prompt: string;
  readonly placeholder: string;
  readonly rows: readonly Row[];
  /** Indexes of the ticked key points, where there is something to tick. */
  readonly ticked?: readonly number[];
}

/** A card that comes on the screen for the first time. */
export function newCard(question: Question, showing: string): Card {
  const nothing = { hints: 0, ticked: [], well: [], spent: 0, answerSeconds: 0 };
  return { question, showing, step: 'question', since: Date.now(), ...nothing };
}

/** Seconds for which a card has been on the screen. */
export function secondsOf({ spent, since }: Card): number {
  return (spent + Date.now() - since) / 1000;
}

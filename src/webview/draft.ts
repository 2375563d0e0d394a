import { type RemarkKind, remarkKinds } from '../core/protocol';

/** What the person has done to a card before grading it. It lives in the editor's state of the page. */
export interface Draft {
  /** The showing it belongs to. */
  readonly showing: string;
  readonly revealed: boolean;
  /** What was typed as the answer. */
  readonly text: string;
  /** Time until the answer was shown; 0 before. */
  readonly answerSeconds: number;
  /** Indexes of the ticked key points. */
  readonly ticks: readonly number[];
  /** How many hints are shown. */
  readonly hints: number;
  /** Indexes of the follow-ups whose answer is open, and of those that were answered well. */
  readonly followUps: readonly number[];
  readonly well: readonly number[];
  /** Place of the chosen option of the quiz. */
  readonly quiz?: number;
  /** Notes and reports that are being written and not saved yet. */
  readonly remarks: { readonly [K in RemarkKind]?: string | undefined };
  /** The one whose editor is open. */
  readonly editing?: RemarkKind | undefined;
  /** Scroll position in pixels. */
  readonly scroll: number;
  /** Time for which the card was visible. */
  readonly seconds: number;
}

/** A value that somebody is told of whenever a part of it changes. */
export class Kept<T extends object> {
  #value: T;

  constructor(
    value: T,
    private readonly onChange: (value: T) => void,
  ) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  change(part: Partial<T>): void {
    this.#value = { ...this.#value, ...part };
    this.onChange(this.#value);
  }
}

/** What the page keeps by `setState`: enough for the host to restore the session, and drafts. */
export interface PageState {
  readonly session: unknown;
  /** The draft of the card on the screen, and those of cards that were left on the way to it, newest first. */
  readonly drafts: readonly Draft[];
}

/** The draft of a card that has just come. */
export function newDraft(showing: string): Draft {
  return {
    showing,
    revealed: false,
    text: '',
    answerSeconds: 0,
    ticks: [],
    hints: 0,
    followUps: [],
    well: [],
    remarks: {},
    scroll: 0,
    seconds: 0,
  };
}

/** How many cards that were left or graded keep their drafts. */
const mostLeft = 3;

/**
 * The draft of a showing, the kept one or a new one, and the kept drafts of others. Drafts that are not whole are
 * passed over.
 */
export function draftsFor(
  showing: string,
  state: unknown,
): { readonly draft: Draft; readonly left: readonly Draft[] } {
  const kept = keptDrafts(state);
  const draft = kept.find((one) => one.showing === showing) ?? newDraft(showing);
  return { draft, left: kept.filter((one) => one !== draft).slice(0, mostLeft) };
}

/** The drafts that are whole in what a page or the host has kept. */
export function keptDrafts(state: unknown): readonly Draft[] {
  const drafts: unknown = (state as { drafts?: unknown } | null | undefined)?.drafts;
  return Array.isArray(drafts) ? drafts.filter(isDraft) : [];
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<string, unknown>;
  return Object.entries(checks).every(([key, fits]) => fits(draft[key]));
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && value >= 0;
const isCounts: Check = (value) =>
  Array.isArray(value) && value.every((entry) => Number.isInteger(entry) && entry >= 0);

const checks: { readonly [K in keyof Required<Draft>]: Check } = {
  showing: isText,
  revealed: (value) => typeof value === 'boolean',
  text: isText,
  answerSeconds: isNumber,
  ticks: isCounts,
  hints: isNumber,
  followUps: isCounts,
  well: isCounts,
  quiz: (value) => value === undefined || isNumber(value),
  remarks: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => text === undefined || isText(text)),
  editing: (value) => value === undefined || remarkKinds.some((kind) => kind === value),
  scroll: isNumber,
  seconds: isNumber,
};

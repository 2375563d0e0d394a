/** What the person has done to a card before grading it. It lives in the editor's state of the page. */
export interface Draft {
  /** The showing it belongs to. */
  readonly showing: string;
  readonly revealed: boolean;
  /** Indexes of the ticked key points. */
  readonly ticks: readonly number[];
  /** How many hints are shown. */
  readonly hints: number;
  /** Indexes of the follow-ups whose answer is open. */
  readonly followUps: readonly number[];
  /** Scroll position in pixels. */
  readonly scroll: number;
  /** Time for which the card was visible. */
  readonly seconds: number;
}

/** What the page keeps by `setState`: enough for the host to restore the session, and the draft of the card. */
export interface PageState {
  readonly session: unknown;
  readonly draft?: Draft;
}

/** The draft of a card that has just come. */
export function newDraft(showing: string): Draft {
  return { showing, revealed: false, ticks: [], hints: 0, followUps: [], scroll: 0, seconds: 0 };
}

/** The kept draft if it belongs to this showing and is whole, otherwise a new one. */
export function draftFor(showing: string, state: unknown): Draft {
  const draft = (state as { draft?: Partial<Draft> } | null | undefined)?.draft;
  if (typeof draft !== 'object' || draft === null || draft.showing !== showing) return newDraft(showing);
  const { revealed, ticks, hints, followUps, scroll, seconds } = draft;
  const isWhole =
    typeof revealed === 'boolean' &&
    isCounts(ticks) &&
    isCounts(followUps) &&
    isNumber(hints) &&
    isNumber(scroll) &&
    isNumber(seconds);
  return isWhole ? { showing, revealed, ticks, hints, followUps, scroll, seconds } : newDraft(showing);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((entry) => Number.isInteger(entry) && entry >= 0);
}

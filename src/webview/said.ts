import type { CardView, DrillTexts } from '../core/protocol';
import { clockText } from './answering';
import { el, fill } from './dom';

type Place = readonly [start: number, end: number];

/** What was typed, with the words marked that were found to say a key point. */
export function typedAnswer(text: string, marks: readonly Place[], texts: DrillTexts): HTMLElement {
  return el(
    'div',
    { class: 'part' },
    el('h2', {}, texts.yourAnswer),
    el('p', { class: 'said' }, ...marked(text, marks)),
    marks.length > 0 ? el('p', { class: 'help' }, texts.matched) : undefined,
  );
}

/** How long an answer that was spoken took. */
export function timedAnswer(seconds: number, { question }: CardView, texts: DrillTexts): HTMLElement {
  return el('p', { class: 'part help' }, fill(texts.answeredIn, clockText(seconds), question.minutes));
}

/** A text with marks. The places of one key point do not overlap, those of two may: both are marked as one. */
function marked(text: string, marks: readonly Place[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    parts.push(text.slice(at, from), el('mark', {}, text.slice(from, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}

import type { AnswerPart, CardView, DrillTexts } from '../core/protocol';
import { el } from './dom';
import type { Draft } from './draft';
import type { Markdown } from './markdown';
import { prose } from './question';

/** What the answer needs from the screen: the draft as it is kept, and who hears about changes. */
export interface AnswerOptions {
  readonly card: CardView;
  readonly texts: DrillTexts;
  readonly markdown: Markdown;
  readonly draft: Draft;
  /** The parts that are unfolded. */
  readonly open: readonly AnswerPart[];
  readonly onTicks: (ticks: readonly number[]) => void;
  readonly onFollowUps: (open: readonly number[]) => void;
  readonly onWell: (well: readonly number[]) => void;
  readonly onQuiz: (option: number) => void;
  readonly onOpen: (part: AnswerPart, isOpen: boolean) => void;
}

type Source = Pick<AnswerOptions, 'card' | 'markdown'>;

/** Paragraphs of the card. */
export function block(text: string, { card, markdown }: Source): HTMLElement {
  return prose(markdown.block(text, card.question.topic));
}

/** One run of text of the card. */
export function inline(text: string, { card, markdown }: Source): DocumentFragment {
  return markdown.inline(text, card.question.topic);
}

/** A list of the card. */
export function bullets(items: readonly string[], { card, markdown }: Source): HTMLElement {
  const { topic } = card.question;
  return el('ul', { class: 'prose' }, ...items.map((item) => el('li', {}, markdown.block(item, topic))));
}

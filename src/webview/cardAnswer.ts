import { matchAnswer, type PointMatch } from '../core/answer/match';
import type { AnswerPart, CardView, DrillTexts, Preferences, ToHost } from '../core/protocol';
import { buildAnswer } from './answer';
import type { Draft, Kept } from './draft';
import type { Markdown } from './markdown';
import { timedAnswer, typedAnswer } from './said';

/** What the answer of a card needs: what it shows, what it changes, and who hears of it. */
export interface CardAnswer {
  readonly card: CardView;
  readonly texts: DrillTexts;
  readonly markdown: Markdown;
  readonly draft: Kept<Draft>;
  readonly preferences: Kept<Preferences>;
  /** What the person wrote about the card; kept up to date by the screen. */
  readonly personal: HTMLElement;
  readonly onTicks: (ticks: readonly number[]) => void;
  readonly announce: (text: string) => void;
  readonly post: (message: ToHost) => void;
}

/** Builds the answer of a card, in which everything that is done goes into the draft. */
export function openAnswer(of: CardAnswer): HTMLElement {
  const { card, texts, markdown, draft, preferences } = of;
  const options = {
    card,
    texts,
    markdown,
    draft: draft.value,
    open: preferences.value.open,
    onTicks: of.onTicks,
    onFollowUps: (followUps: readonly number[]) => draft.change({ followUps }),
    onWell: (well: readonly number[]) => draft.change({ well }),
    onQuiz: (option: number) => answerQuiz(option, of),
    onOpen: (part: AnswerPart, isOpen: boolean) => fold(part, isOpen, preferences),
  };
  return buildAnswer(options, of.personal, said(of));
}

/** What was answered, as far as the page knows. */
function said({ card, texts, draft, preferences }: CardAnswer): HTMLElement | undefined {
  const { text, answerSeconds } = draft.value;
  if (text.trim())
    return typedAnswer(
      text,
      found(card, text).flatMap((point) => point.marks),
      texts,
    );
  return preferences.value.way === 'aloud' ? timedAnswer(answerSeconds, card, texts) : undefined;
}

/** The ticks for the key points that are found in what was typed; the person corrects them. */
export function ticksOf(card: CardView, text: string): number[] {
  return found(card, text).flatMap(({ said }, index) => (said ? [index] : []));
}

function found({ points = [] }: CardView, text: string): readonly PointMatch[] {
  return matchAnswer(points, text);
}

function answerQuiz(option: number, { card, texts, draft, announce, post }: CardAnswer): void {
  draft.change({ quiz: option });
  announce(card.question.quiz?.options[option]?.correct ? texts.quizRight : texts.quizWrong);
  post({ type: 'quiz', showing: card.showing, option });
}

function fold(part: AnswerPart, isOpen: boolean, preferences: Kept<Preferences>): void {
  const { open } = preferences.value;
  // A part that is built unfolded says so as well.
  if (open.includes(part) === isOpen) return;
  preferences.change({ open: isOpen ? [...open, part] : open.filter((other) => other !== part) });
}

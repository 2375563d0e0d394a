import { l10n, type QuickPick, ThemeIcon } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import { plainText } from '../core/bank/plainText';
import type { Question } from '../core/bank/question';
import type { ProgressStore } from './progressStore';
import { gradeRows, pointRows, questionRows, type Row } from './quickDrillRows';

/** The card that is asked: what has been done with it so far. */
export interface Card {
  readonly question: Question;
  readonly showing: string;
  step: 'question' | 'points' | 'grade';
  hints: number;
  /** Indexes of the ticked key points. */
  ticked: readonly number[];
  /** Milliseconds that it was on the screen before `since`. */
  spent: number;
  since: number;
  /** Time until the answer was shown. */
  answerSeconds: number;
}

/** Shows a card in the QuickPick, at the step that it has come to. */
export function presentCard(
  pick: QuickPick<Row>,
  card: Card,
  { store, bank }: { readonly store: ProgressStore; readonly bank: BankIndex },
): void {
  const { question, step, hints, ticked } = card;
  const isTicking = step === 'points';
  pick.canSelectMany = isTicking;
  pick.buttons =
    step === 'question'
      ? []
      : [{ iconPath: new ThemeIcon('open-preview'), tooltip: l10n.t('Open the Full Answer in an Editor') }];
  switch (step) {
    case 'question':
      pick.prompt = plainText(question.title);
      pick.placeholder = l10n.t('Answer in your head or aloud, then press Enter; Esc pauses');
      pick.items = questionRows({ question, hints, store, bank });
      break;
    case 'points':
      pick.prompt = plainText(question.shortAnswer);
      pick.placeholder = l10n.t('Tick what you said: its number, or Space; then Enter');
      pick.items = pointRows(question);
      break;
    case 'grade':
      pick.prompt = l10n.t('You said {0} of {1} key points.', ticked.length, question.keyPoints.length);
      pick.placeholder = l10n.t('1 to 4 or arrows and Enter grade; Esc pauses');
      pick.items = gradeRows({ question, hints, ticked: ticked.length, seconds: card.answerSeconds, store });
  }
  if (isTicking) pick.selectedItems = pick.items.filter((row) => ticked.includes(row.point ?? -1));
  const first = pick.items.find((row) => row.isFirst) ?? pick.items[0];
  if (first) pick.activeItems = [first];
}

import { l10n, type QuickPickItem, ThemeIcon } from 'vscode';
import { plainText } from '../core/bank/plainText';
import type { QuizOption } from '../core/bank/question';
import { textRow } from './pickRows';

/** An option to choose, with the digit that chooses it. */
export function optionRow({ text }: QuizOption, place: number): QuickPickItem {
  return textRow(`${place + 1}  ${plainText(text)}`);
}

/** An option after the choice: why it is right or wrong. */
export function reasonRow({ text, why, correct }: QuizOption, isChosen: boolean): QuickPickItem {
  const said = [isChosen ? l10n.t('Your answer') : '', correct ? l10n.t('Best option') : '', plainText(text)];
  return {
    iconPath: new ThemeIcon(correct ? 'pass' : isChosen ? 'error' : 'circle-slash'),
    label: said.filter(Boolean).join(': '),
    detail: plainText(why),
    alwaysShow: true,
  };
}

/** The reason of an option in full: a row shows only its beginning. */
export function wholeReason({ text, why }: QuizOption): string {
  return l10n.t('"{0}": {1}', plainText(text), plainText(why));
}

/** What is said of the option that was chosen. */
export function verdict(options: readonly QuizOption[], place: number): string {
  const chosen = options[place];
  const right = options.find((o) => o.correct);
  if (!chosen || !right) return '';
  if (chosen.correct) return l10n.t('Right. {0}', plainText(right.why));
  return l10n.t(
    'Not the best choice: {0} Best: "{1}". {2}',
    plainText(chosen.why),
    plainText(right.text),
    plainText(right.why),
  );
}

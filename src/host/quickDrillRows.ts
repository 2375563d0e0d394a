import { l10n, type QuickPickItem } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import { plainText, splitLine } from '../core/bank/plainText';
import type { Question, QuestionId } from '../core/bank/question';
import { type Grade, grades, propose } from '../core/memory/grade';
import type { Session } from '../core/session/session';
import type { ProgressStore } from './progressStore';
import { standing } from './standing';
import { summaryView } from './summaryView';
import { deedWords, gradeName, intervalWords, questionsWords } from './words';

type PlainAction =
  | 'show'
  | 'back'
  | 'hint'
  | 'context'
  | 'answer'
  | 'star'
  | 'bury'
  | 'suspend'
  | 'undo'
  | 'again'
  | 'close';

/** What choosing a row does. */
export type RowAction =
  | { readonly type: PlainAction }
  | { readonly type: 'grade'; readonly grade: Grade }
  | { readonly type: 'drill'; readonly plan: readonly QuestionId[] };

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

/** Characters of a row's first line; a quick input is as wide as about ninety. */
const rowLength = 82;

/** The question: show the answer, and what else can be done before that. */
export function questionRows(of: {
  readonly question: Question;
  readonly hints: number;
  readonly store: ProgressStore;
  readonly bank: BankIndex;
}): Row[] {
  const { question, hints, store, bank } = of;
  const { undo } = store.undoState;
  const all = question.hints.length;
  const starred = store.progress.of(question.id).starred;
  return [
    ...question.hints
      .slice(0, hints)
      .map((hint) => textRow(`$(lightbulb) ${plainText(hint)}`, { type: 'show' })),
    { ...row(l10n.t('$(eye) Show answer'), { type: 'show' }), isFirst: true },
    ...(question.context
      ? [row(l10n.t('$(file-code) Open the context in an editor'), { type: 'context' })]
      : []),
    ...(hints < all ? [row(l10n.t('$(lightbulb) Hint {0} of {1}', hints + 1, all), { type: 'hint' })] : []),
    starred
      ? row(l10n.t('$(star-full) Remove star'), { type: 'star' })
      : row(l10n.t('$(star-empty) Star'), { type: 'star' }),
    row(l10n.t('$(calendar) Bury until tomorrow'), { type: 'bury' }),
    row(l10n.t('$(debug-pause) Suspend'), { type: 'suspend' }),
    ...(undo ? [row(l10n.t('$(discard) Undo: {0}', deedWords(undo, bank)), { type: 'undo' })] : []),
  ];
}

/** The key points, to be ticked. */
export function pointRows({ keyPoints }: Question): Row[] {
  return keyPoints.map((text, point) => ({
    ...textRow(`${point + 1}  ${plainText(text)}`),
    digit: String(point + 1),
    point,
  }));
}

/** The grades, the proposed one first, then the answer and the person's own note. */
export function gradeRows(of: {
  readonly question: Question;
  readonly hints: number;
  readonly ticked: number;
  /** Time until the answer was shown. */
  readonly seconds: number;
  readonly store: ProgressStore;
}): Row[] {
  const { question, hints, ticked, seconds, store } = of;
  const { keyPoints, minutes } = question;
  const proposed = propose({ ticked, total: keyPoints.length, hints, seconds, minutes }).grade;
  const { note } = store.progress.of(question.id);
  return [
    ...[proposed, ...grades.filter((grade) => grade !== proposed)].map((grade) => ({
      ...row(`${grade}  ${gradeName(grade)}`, { type: 'grade', grade }),
      description: [
        intervalWords(store.progress.intervalFor(question.id, store.today, grade)),
        grade === proposed ? l10n.t('proposed') : '',
      ]
        .filter(Boolean)
        .join(', '),
      digit: String(grade),
      ...(grade === proposed ? { isFirst: true as const } : {}),
    })),
    ...(question.keyPoints.length > 0
      ? [row(l10n.t('$(arrow-left) Change the ticks'), { type: 'back' })]
      : []),
    row(l10n.t('$(open-preview) Open the full answer in an editor'), { type: 'answer' }),
    ...(note ? [textRow(l10n.t('$(note) Your note: {0}', plainText(note)), { type: 'answer' })] : []),
  ];
}

/** What can be done when all is asked. */
export function summaryRows(weak: readonly QuestionId[]): Row[] {
  return [
    ...(weak.length > 0
      ? [
          row(l10n.t('$(book) Drill the weak ones again: {0}', questionsWords(weak.length)), {
            type: 'drill',
            plan: weak,
          }),
        ]
      : []),
    row(l10n.t('$(refresh) Another random drill'), { type: 'again' }),
    row(l10n.t('$(close) Close'), { type: 'close' }),
  ];
}

/** How the session went, as the panel says it. */
export function summaryLines(of: {
  readonly session: Session;
  readonly bank: BankIndex;
  readonly store: ProgressStore;
}): string {
  const now = standing(of.session, of.bank, of.store);
  return summaryView({ ...of, now, questions: [] }).lines.join(' ');
}

function row(label: string, action: RowAction): Row {
  return { label, alwaysShow: true, action };
}

/** A text over two lines: a row neither wraps nor shows Markdown. */
function textRow(text: string, action?: RowAction): Row {
  const [label, detail] = splitLine(text, rowLength);
  return {
    label,
    ...(detail ? { detail: `     ${detail}` } : {}),
    alwaysShow: true,
    ...(action ? { action } : {}),
  };
}

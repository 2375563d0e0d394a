import { l10n, ThemeIcon } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import { plainText } from '../core/bank/plainText';
import { grades, propose } from '../core/memory/grade';
import { leftOutOf } from '../core/progress/leftOut';
import { textRow } from './pickRows';
import type { ProgressStore } from './progressStore';
import type { CardParts, Page, Row, RowAction, Screen } from './quickDrillCard';
import { deedWords, gradeName, intervalWords, leechWords, modeName } from './words';

/** A row whose label says all that its icon does: a screen reader reads no icon. */
export function row(icon: string, label: string, action: RowAction, description = ''): Row {
  return {
    iconPath: new ThemeIcon(icon),
    label,
    ...(description ? { description } : {}),
    alwaysShow: true,
    action,
  };
}

/** Opens a page over the step. */
export function toPage(type: Exclude<Page['type'], 'followUp'>): RowAction {
  return { type: 'page', page: { type } };
}

/** The whole answer, which a row cannot show. */
export function answerRow(): Row {
  return row('open-preview', l10n.t('Open the full answer in an editor'), { type: 'answer' });
}

/** What would be undone, as a row; none if there is nothing. */
export function undoRow(store: ProgressStore, bank: BankIndex): Row[] {
  const { undo } = store.undoState;
  return undo ? [row('discard', l10n.t('Undo: {0}', deedWords(undo, bank)), { type: 'undo' })] : [];
}

/** The step that a card has come to. */
export function stepScreen(of: CardParts): Screen {
  const { question, step, ticked } = of.card;
  switch (step) {
    case 'question':
      return {
        prompt: plainText(question.title),
        placeholder: l10n.t('Answer in your head or aloud, then press Enter; Esc pauses'),
        rows: questionRows(of),
      };
    case 'points':
      return {
        prompt: plainText(question.shortAnswer),
        placeholder: l10n.t('Tick what you said: its number, or Space; then Enter'),
        rows: pointRows(of),
        ticked,
      };
    case 'grade':
      return {
        prompt: l10n.t('You said {0} of {1} key points.', ticked.length, question.keyPoints.length),
        placeholder: l10n.t('1 to 4 or arrows and Enter grade; Esc pauses'),
        rows: gradeRows(of),
      };
  }
}

/** The question: show the answer, and what else can be done before that. */
function questionRows(of: CardParts): Row[] {
  const { question, hints } = of.card;
  const all = question.hints.length;
  const shown = question.hints.slice(0, hints).map((hint, i): Row => {
    return { ...textRow(l10n.t('Hint {0}: {1}', i + 1, plainText(hint))), action: { type: 'show' } };
  });
  return [
    ...shown,
    { ...row('eye', l10n.t('Show answer'), { type: 'show' }), isFirst: true },
    ...(question.context
      ? [row('file-code', l10n.t('Open the context in an editor'), { type: 'context' })]
      : []),
    ...(hints < all ? [row('lightbulb', l10n.t('Hint {0} of {1}', hints + 1, all), { type: 'hint' })] : []),
    ...lastRows(of),
  ];
}

/** The key points, to be ticked. */
function pointRows(of: CardParts): Row[] {
  const { question } = of.card;
  const leftOut = leftOutOf(of.store.progress.of(question.id).last, question.keyPoints.length);
  const points = question.keyPoints.map((text, point): Row => {
    const said = leftOut.includes(point) ? l10n.t('left out last time') : '';
    return { ...textRow(`${point + 1}  ${plainText(text)}`, said), digit: String(point + 1), point };
  });
  return [...points, ...lastRows(of)];
}

/** The grades, the proposed one first, then what the card has beside them. */
function gradeRows(of: CardParts): Row[] {
  const { card, store } = of;
  const { id, keyPoints, followUps, quiz } = card.question;
  const { note, lapses } = store.progress.of(id);
  return [
    ...gradesOnly(of),
    ...(keyPoints.length > 0 ? [row('arrow-left', l10n.t('Change the ticks'), { type: 'ticks' })] : []),
    ...(followUps.length > 0
      ? [
          row(
            'comment-discussion',
            l10n.t('Follow-ups: {0}', followUps.length),
            toPage('followUps'),
            card.well.length > 0 ? l10n.t('{0} answered well', card.well.length) : '',
          ),
        ]
      : []),
    ...(quiz ? [row('checklist', l10n.t('Quiz'), toPage('quiz'))] : []),
    answerRow(),
    ...(note
      ? [{ ...textRow(l10n.t('Your note: {0}', plainText(note))), action: { type: 'note' } as const }]
      : []),
    ...(store.progress.isLeech(id) ? [{ ...textRow(leechWords(lapses)), action: toPage('more') }] : []),
    ...lastRows(of),
  ];
}

function gradesOnly({ card, store }: CardParts): Row[] {
  const { question, hints, ticked, answerSeconds: seconds } = card;
  const { keyPoints, minutes } = question;
  const measured = { ticked: ticked.length, total: keyPoints.length, hints, seconds, minutes };
  const proposed = propose(measured).grade;
  return [proposed, ...grades.filter((grade) => grade !== proposed)].map((grade) => {
    const isProposed = grade === proposed;
    const interval = intervalWords(store.progress.intervalFor(question.id, store.today, grade));
    return {
      label: `${grade}  ${gradeName(grade)}`,
      description: isProposed ? `${interval}, ${l10n.t('proposed')}` : interval,
      alwaysShow: true,
      action: { type: 'grade', grade },
      digit: String(grade),
      ...(isProposed ? { isFirst: true } : {}),
    };
  });
}

/** What every step ends with. */
function lastRows({ session, store, bank }: CardParts): Row[] {
  return [
    ...(session.outer ? [endRow(session)] : []),
    row(
      'ellipsis',
      l10n.t('More…'),
      toPage('more'),
      l10n.t('star, bury, suspend, note, report, history, related questions, end'),
    ),
    ...undoRow(store, bank),
  ];
}

/** Ends the drill, or the question on the way of it. */
export function endRow({ outer }: CardParts['session']): Row {
  return outer
    ? row('arrow-left', l10n.t('Back to: {0}', modeName(outer.mode)), { type: 'end' })
    : row('stop-circle', l10n.t('End drill'), { type: 'end' }, l10n.t('with its summary'));
}

import { l10n } from 'vscode';
import { plainText } from '../core/bank/plainText';
import { historyView } from './historyView';
import { textRow } from './pickRows';
import type { CardParts, Page, Row, Screen } from './quickDrillCard';
import { answerRow, endRow, row, toPage } from './quickDrillRows';
import { optionRow, reasonRow, verdict } from './quizRows';
import { reviewsWords, stateName } from './words';

/** Where one comes to from a page; undefined for the step of the card. */
export function above({ type }: Page): Page | undefined {
  if (type === 'followUp') return { type: 'followUps' };
  return type === 'history' || type === 'related' ? { type: 'more' } : undefined;
}

/** What lies over the step of a card. */
export function pageScreen(of: CardParts, page: Page): Screen {
  const { prompt, rows } = content(of, page);
  return {
    prompt,
    placeholder: l10n.t('Arrows and Enter choose; Esc pauses'),
    rows: [...rows, row('arrow-left', l10n.t('Back'), { type: 'back' })],
  };
}

function content(of: CardParts, page: Page): Pick<Screen, 'prompt' | 'rows'> {
  const { question } = of.card;
  switch (page.type) {
    case 'more':
      return { prompt: plainText(question.title), rows: moreRows(of) };
    case 'history':
      return history(of);
    case 'related':
      return { prompt: l10n.t('Choose a question; afterwards you come back here.'), rows: relatedRows(of) };
    case 'followUps':
      return { prompt: l10n.t('What an interviewer asks next'), rows: followUpRows(of) };
    case 'followUp':
      return followUp(of, page.index);
    case 'quiz':
      return quiz(of);
  }
}

function moreRows(of: CardParts): Row[] {
  const { card, session, store, bank } = of;
  const { id } = card.question;
  const { starred, suspended, note, report } = store.progress.of(id);
  const pauses = l10n.t('pauses the drill');
  const related = bank.relatedTo(id).length;
  return [
    row(starred ? 'star-full' : 'star-empty', starred ? l10n.t('Remove star') : l10n.t('Star'), {
      type: 'card',
      action: 'star',
    }),
    row('calendar', l10n.t('Bury until tomorrow'), { type: 'card', action: 'bury' }),
    row('debug-pause', suspended ? l10n.t('Take up again') : l10n.t('Suspend'), {
      type: 'card',
      action: 'suspend',
    }),
    row('note', note ? l10n.t('Edit note') : l10n.t('Write a note'), { type: 'note' }, pauses),
    row('report', report ? l10n.t('Edit report') : l10n.t('Report a mistake'), { type: 'report' }),
    row('history', l10n.t('History'), toPage('history')),
    ...(related > 0 ? [row('link', l10n.t('Related questions: {0}', related), toPage('related'))] : []),
    ...(card.step === 'points' ? [answerRow()] : []),
    endRow(session),
  ];
}

function history({ card, store }: CardParts): Pick<Screen, 'prompt' | 'rows'> {
  const { rows } = historyView(card.question, card.showing, store);
  return {
    prompt: rows.length > 0 ? reviewsWords(rows.length) : l10n.t('Not reviewed yet.'),
    rows: rows.map(({ when, grade, took, interval, recall, followUps }) => ({
      label: `${when}: ${grade}`,
      description: [
        took,
        interval && l10n.t('{0} since the last', interval),
        recall && l10n.t('expected recall {0}', recall),
        followUps && l10n.t('follow-ups {0}', followUps),
      ]
        .filter(Boolean)
        .join(', '),
      alwaysShow: true,
      // Whoever has read down to a review goes back from there.
      action: { type: 'back' },
    })),
  };
}

function relatedRows({ card, store, bank }: CardParts): Row[] {
  return bank.relatedTo(card.question.id).map(({ id, title }) => ({
    ...textRow(plainText(title), stateName(store.progress.stateOf(id, store.today))),
    action: { type: 'open', id },
  }));
}

function followUpRows({ card }: CardParts): Row[] {
  return card.question.followUps.map((followUp, index) => ({
    ...textRow(
      `${index + 1}  ${plainText(followUp.question)}`,
      card.well.includes(index) ? l10n.t('answered well') : '',
    ),
    digit: String(index + 1),
    action: { type: 'page', page: { type: 'followUp', index } },
  }));
}

function followUp({ card }: CardParts, index: number): Pick<Screen, 'prompt' | 'rows'> {
  const isWell = card.well.includes(index);
  const label = isWell ? l10n.t('Not answered well after all') : l10n.t('I answered it well');
  return {
    prompt: plainText(card.question.followUps[index]?.answer ?? ''),
    rows: [row(isWell ? 'circle-slash' : 'check', label, { type: 'well', index })],
  };
}

function quiz({ card: { question, chosen } }: CardParts): Pick<Screen, 'prompt' | 'rows'> {
  const { stem, options = [] } = question.quiz ?? {};
  if (chosen === undefined) {
    return {
      prompt: plainText(stem ?? question.title),
      rows: options.map((option, place) => ({
        ...optionRow(option, place),
        digit: String(place + 1),
        action: { type: 'quiz', option: place },
      })),
    };
  }
  return {
    prompt: verdict(options, chosen),
    rows: options.map((option, place) => ({
      ...reasonRow(option, place === chosen),
      action: { type: 'back' },
    })),
  };
}

import type { CardView, DrillTexts, RemarkKind } from '../core/protocol';
import { button, el } from './dom';
import type { Command } from './keys';
import type { Markdown } from './markdown';
import { prose } from './question';

/** What belongs to this person and this card: the note, the report, and help with what does not stay. */
export function personalParts(
  card: CardView,
  texts: DrillTexts,
  markdown: Markdown,
  run: (command: Command) => void,
): HTMLElement[] {
  const remark = (kind: RemarkKind, title: string, edit: string) =>
    el(
      'div',
      { class: 'part remark' },
      el('h2', {}, title),
      prose(markdown.block(card[kind], card.question.topic, false)),
      button({ class: 'quiet edit', 'data-command': kind }, () => run(kind), edit),
    );
  return [
    ...(card.leech ? [leech(card, texts, run)] : []),
    ...(card.note ? [remark('note', texts.yourNote, texts.editNote)] : []),
    ...(card.report ? [remark('report', texts.yourReport, texts.editReport)] : []),
  ];
}

function leech(card: CardView, texts: DrillTexts, run: (command: Command) => void): HTMLElement {
  return el(
    'div',
    { class: 'part aside' },
    el('p', {}, card.leech),
    el(
      'div',
      { class: 'buttons' },
      button({ class: 'secondary' }, () => run('note'), card.note ? texts.editNote : texts.note),
      button({ class: 'secondary' }, () => run('suspend'), card.suspended ? texts.takeUp : texts.suspend),
    ),
  );
}

import { mostCharacters } from '../core/progress/isDeed';
import type { DrillTexts, RemarkKind } from '../core/protocol';
import { openDialog } from './dialog';
import { button, el } from './dom';
import { chord } from './keys';

/** What the editor of a note or report needs. */
export interface RemarkOptions {
  readonly parent: HTMLElement;
  readonly texts: DrillTexts;
  readonly kind: RemarkKind;
  /** What is saved, and what stands in the box: the same, or what was begun before. */
  readonly saved: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The editor was closed: with a text to save ('' removes it), or without, by Cancel or by Escape. */
  readonly onClosed: (outcome: { readonly save: string } | 'cancel' | 'later') => void;
}

/** Lets a person write a note or report. Escape closes it and keeps what was begun; Cancel drops it. */
export function openRemarkDialog(options: RemarkOptions): HTMLDialogElement {
  const { texts, kind, saved } = options;
  let outcome: Parameters<RemarkOptions['onClosed']>[0] = 'later';
  const end = (how: typeof outcome) => {
    outcome = how;
    dialog.close();
  };
  const title = kind === 'note' ? texts.yourNote : texts.report;
  const box = el('textarea', {
    class: 'box',
    maxlength: mostCharacters,
    'aria-labelledby': 'dialog-title',
    'aria-describedby': 'remark-help',
  });
  box.value = options.text;
  box.addEventListener('input', () => options.onText(box.value));
  const remove = button({ class: 'secondary remove' }, () => end({ save: '' }), texts.remove);
  const dialog = openDialog({
    parent: options.parent,
    texts,
    className: 'remark',
    title,
    content: [
      el('p', { id: 'remark-help', class: 'help' }, kind === 'note' ? texts.noteHelp : texts.reportHelp),
      box,
      el(
        'div',
        { class: 'buttons' },
        button(
          {
            class: 'primary',
            'aria-keyshortcuts': 'Control+Enter',
            title: `${texts.save} (${chord('Enter')})`,
          },
          () => end({ save: box.value }),
          texts.save,
        ),
        button({ class: 'secondary' }, () => end('cancel'), texts.cancel),
        saved ? remove : undefined,
      ),
    ],
    start: box,
    onKey: (event) => {
      const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      // The editor has a meaning of its own for this chord.
      if (isSave) event.stopPropagation();
      if (isSave) end({ save: box.value });
      return isSave;
    },
    onClosed: () => options.onClosed(outcome),
  });
  box.setSelectionRange(box.value.length, box.value.length);
  return dialog;
}

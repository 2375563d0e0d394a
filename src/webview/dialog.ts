import type { DrillTexts } from '../core/protocol';
import { button, el } from './dom';
import { icon } from './icons';

/** A dialog above the card. */
export interface DialogOptions {
  /** Where it is put; its `h1` takes the focus afterwards if what had it is gone. */
  readonly parent: HTMLElement;
  readonly texts: DrillTexts;
  readonly className: string;
  readonly title: string;
  readonly content: readonly Node[];
  /** What takes the focus first; left out where there is nothing to do but close: a button for that. */
  readonly start?: HTMLElement;
  /** More keys than Escape, which closes; true for one that was handled. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** It was closed, by whatever way but `remove`. */
  readonly onClosed?: () => void;
}

/** Opens a dialog that keeps focus and keys to itself; afterwards the focus returns to where it was. */
export function openDialog(options: DialogOptions): HTMLDialogElement {
  const { parent, title } = options;
  const before = document.activeElement;
  const start = options.start ?? closeButton(options.texts, () => dialog.close());
  const dialog = el(
    'dialog',
    { class: `dialog ${options.className}`, 'aria-labelledby': 'dialog-title' },
    el('header', {}, el('h2', { id: 'dialog-title' }, title), options.start ? undefined : start),
    ...options.content,
  );
  dialog.addEventListener('keydown', (event) => {
    // Nothing typed here may grade the card behind the dialog, or reach the editor: but the editor does copy and paste.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    const isEscape = event.key === 'Escape' && !event.isComposing;
    if (isEscape) dialog.close();
    if (isEscape || options.onKey?.(event)) event.preventDefault();
    else if (event.key === 'Tab') keepTabInside(dialog, event);
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    options.onClosed?.();
    // Meanwhile the next card may have come, and what had the focus be gone.
    const target = before?.isConnected ? before : parent.querySelector('h1');
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  });
  parent.append(dialog);
  dialog.showModal();
  start.focus();
  dialog.scrollTop = 0; // A long dialog begins at its top, wherever its first button stands.
  return dialog;
}

function closeButton({ close }: DrillTexts, onClick: () => void): HTMLElement {
  return button({ class: 'tool', 'aria-label': close }, onClick, icon('wrong'));
}

/** A webview's Tab would otherwise wander out into the editor. */
function keepTabInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>('button, textarea, [tabindex="0"]')];
  const [first, last] = [stops[0], stops.at(-1)];
  const edge = event.shiftKey ? first : last;
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

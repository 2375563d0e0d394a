import type { DrillTexts } from '../core/protocol';
import { button, el } from './dom';

/** Shows the keys of the page; Escape, `?` or the button closes it, and the focus returns to where it was. */
export function openKeysDialog(parent: HTMLElement, texts: DrillTexts): void {
  const before = document.activeElement;
  const close = button({ class: 'primary' }, () => dialog.close(), texts.close);
  const rows = keyRows(texts).flatMap(([keys, meaning]) => [
    el('dt', {}, ...keys.flatMap((key, index) => [index > 0 ? ' ' : undefined, el('kbd', {}, key)])),
    el('dd', {}, meaning),
  ]);
  const dialog = el(
    'dialog',
    { class: 'keys', 'aria-labelledby': 'keys-title' },
    el('h2', { id: 'keys-title' }, texts.keys),
    el('dl', {}, ...rows),
    close,
  );
  dialog.addEventListener('keydown', (event) => {
    // Nothing typed here may grade the card behind the dialog, or reach the editor.
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === '?') {
      event.preventDefault();
      dialog.close();
    }
    // The button is the only stop; a webview's Tab would otherwise wander out into the editor.
    if (event.key === 'Tab') event.preventDefault();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    // Meanwhile the next card may have come, and what had the focus be gone.
    const target = before?.isConnected ? before : parent.querySelector('h1');
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  });
  parent.append(dialog);
  dialog.showModal();
  close.focus();
}

function keyRows(texts: DrillTexts): readonly (readonly [keys: readonly string[], meaning: string])[] {
  const undoChord = /mac/i.test(navigator.platform) ? '⌘Z' : 'Ctrl+Z';
  return [
    [[texts.space, texts.enter], texts.keyShow],
    [['1', '2', '3', '4'], texts.keyGrade],
    [['h'], texts.hint],
    [['u', undoChord], texts.undo],
    [['s'], texts.star],
    [['-'], texts.bury],
    [['@'], texts.suspend],
    [['e'], texts.openSource],
    [['?'], texts.keyHelp],
  ];
}

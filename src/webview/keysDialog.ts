import type { DrillTexts } from '../core/protocol';
import { openDialog } from './dialog';
import { el } from './dom';
import { chord } from './keys';

/** Shows the keys of the page; Escape, `?` or the button closes it. */
export function openKeysDialog(parent: HTMLElement, texts: DrillTexts): void {
  const rows = keyRows(texts).flatMap(([keys, meaning]) => [
    el('dt', {}, ...keys.flatMap((key, index) => [index > 0 ? ' ' : undefined, el('kbd', {}, key)])),
    el('dd', {}, meaning),
  ]);
  const dialog = openDialog({
    parent,
    texts,
    className: 'keys',
    title: texts.keys,
    content: [el('dl', {}, ...rows)],
    onKey: (event) => {
      if (event.key === '?') dialog.close();
      return event.key === '?';
    },
  });
}

function keyRows(texts: DrillTexts): readonly (readonly [keys: readonly string[], meaning: string])[] {
  return [
    [[texts.space, texts.enter], texts.keyShow],
    [[chord('Enter')], texts.keyShowTyped],
    [['a'], texts.keyWrite],
    [['Esc'], texts.keyLeave],
    [['1', '2', '3', '4'], texts.keyGrade],
    [['h'], texts.hint],
    [['u', chord('Z')], texts.undo],
    [['s'], texts.star],
    [['n'], texts.note],
    [['w'], texts.report],
    [['-'], texts.bury],
    [['@'], texts.suspend],
    [['c'], texts.copy],
    [['i'], texts.history],
    [['e'], texts.openSource],
    [['q'], texts.end],
    [['?'], texts.keyHelp],
  ];
}

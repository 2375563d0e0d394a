import type { CardView, DrillTexts } from '../core/protocol';
import { button, el, fill } from './dom';
import { type IconName, icon } from './icons';
import type { Command } from './keys';

type Run = (command: Command) => void;

/** The small actions on a card. They stand far from the grades, in the same order for every card. */
export function buildToolbar(card: CardView, texts: DrillTexts, run: Run): HTMLElement {
  const star = card.starred ? texts.unstar : texts.star;
  return el(
    'div',
    { class: 'toolbar' },
    tool({ command: 'star', name: star, key: 's', icon: 'star', filled: card.starred }, run),
    tool({ command: 'bury', name: texts.bury, key: '-', icon: 'bury' }, run),
    tool({ command: 'suspend', name: texts.suspend, key: '@', icon: 'suspend' }, run),
    tool({ command: 'openSource', name: texts.openSource, key: 'e', icon: 'source' }, run),
    undoTool(card.undo, texts, run),
    card.redo
      ? tool({ command: 'redo', name: fill(texts.redoNamed, card.redo), icon: 'redo' }, run)
      : undefined,
    keysTool(texts, run),
  );
}

/** Undo for the card and the summary; without something to undo it stays in its place, disabled. */
export function undoTool(undo: string | undefined, texts: DrillTexts, run: Run): HTMLElement {
  const name = undo ? fill(texts.undoNamed, undo) : texts.undo;
  return tool({ command: 'undo', name, key: 'u', icon: 'undo', disabled: !undo }, run);
}

/** Leaves a question that was opened on the way, without a grade. */
export function backButton(back: string, run: Run): HTMLButtonElement {
  return button(
    { class: 'quiet back', 'data-command': 'back' },
    () => run('back'),
    icon('back'),
    el('span', {}, back),
  );
}

/** Opens the list of the keys. */
export function keysTool(texts: DrillTexts, run: Run): HTMLElement {
  return tool({ command: 'keys', name: texts.keys, key: '?', icon: 'keys' }, run);
}

interface Tool {
  readonly command: Command;
  readonly name: string;
  readonly key?: string;
  readonly icon: IconName;
  readonly filled?: boolean;
  readonly disabled?: boolean;
}

function tool(options: Tool, run: Run): HTMLButtonElement {
  const label = options.key ? `${options.name} (${options.key})` : options.name;
  return button(
    {
      class: 'tool',
      title: label,
      'aria-label': label,
      'data-command': options.command,
      disabled: options.disabled,
    },
    () => run(options.command),
    icon(options.icon, options.filled),
  );
}

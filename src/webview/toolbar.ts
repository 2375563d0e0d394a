import type { CardView, DrillTexts } from '../core/protocol';
import { button, el, fill } from './dom';
import { type IconName, icon } from './icons';
import type { Command } from './keys';
import { buildMenu } from './menu';

type Run = (command: Command) => void;

/** The small actions on a card. They stand far from the grades, in the same order for every card; the rest is a menu. */
export function buildToolbar(card: CardView, texts: DrillTexts, run: Run): HTMLElement {
  const star = card.starred ? texts.unstar : texts.star;
  const suspend = card.suspended ? texts.takeUp : texts.suspend;
  const note = card.note ? texts.editNote : texts.note;
  return el(
    'div',
    { class: 'toolbar' },
    tool({ command: 'star', name: star, key: 's', icon: 'star', filled: card.starred }, run),
    tool({ command: 'note', name: note, key: 'n', icon: 'note' }, run),
    tool({ command: 'bury', name: texts.bury, key: '-', icon: 'bury' }, run),
    tool({ command: 'suspend', name: suspend, key: '@', icon: 'suspend' }, run),
    undoTool(card.undo, texts, run),
    card.redo
      ? tool({ command: 'redo', name: fill(texts.redoNamed, card.redo), icon: 'redo' }, run)
      : undefined,
    keysTool(texts, run),
    moreMenu(card, texts, run),
  );
}

function moreMenu(card: CardView, texts: DrillTexts, run: Run): HTMLElement {
  const entry = (command: Command & string, name: string, key: string) => ({
    command,
    name,
    key,
    run: () => run(command),
  });
  return buildMenu(texts.more, [
    entry('report', card.report ? texts.editReport : texts.report, 'w'),
    entry('copy', texts.copy, 'c'),
    entry('history', texts.history, 'i'),
    entry('openSource', texts.openSource, 'e'),
    // A question that was opened on the way is left by "Back".
    ...(card.back ? [] : [entry('end', texts.end, 'q')]),
  ]);
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
      'aria-label': label,
      'data-command': options.command,
      disabled: options.disabled,
    },
    () => run(options.command),
    icon(options.icon, options.filled),
  );
}

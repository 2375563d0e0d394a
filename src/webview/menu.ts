import { button, el } from './dom';
import { icon } from './icons';

/** One entry of the menu. */
export interface MenuEntry {
  readonly command: string;
  readonly name: string;
  readonly key?: string;
  readonly run: () => void;
}

/** A button that opens a menu below it. Arrow keys move in it, Escape closes it; what was chosen is run after that. */
export function buildMenu(name: string, entries: readonly MenuEntry[]): HTMLElement {
  const items = entries.map(({ command, name, key, run }) =>
    button(
      { class: 'entry', role: 'menuitem', tabindex: -1, 'data-command': command, 'aria-keyshortcuts': key },
      () => {
        close(true);
        run();
      },
      el('span', {}, name),
      key ? el('kbd', { 'aria-hidden': 'true' }, key) : undefined,
    ),
  );
  const list = el('div', { class: 'entries', role: 'menu', 'aria-label': name, hidden: true }, ...items);
  const opener = button(
    {
      class: 'tool',
      'aria-label': name,
      'data-command': 'more',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
    },
    () => (list.hidden ? open() : close(true)),
    icon('more'),
  );
  const open = () => {
    list.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    items[0]?.focus();
  };
  const close = (withFocus: boolean) => {
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    if (withFocus) opener.focus();
  };
  const menu = el('div', { class: 'menu' }, opener, list);
  list.addEventListener('keydown', (event) => {
    // Single keys would act on the card behind the menu.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') close(true);
    const target = itemFor(event.key, items);
    target?.focus();
    if (target || event.key === 'Escape' || event.key === 'Tab') event.preventDefault();
  });
  menu.addEventListener('focusout', (event) => {
    if (!list.hidden && !menu.contains(event.relatedTarget as Node | null)) close(false);
  });
  return menu;
}

function itemFor(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return undefined;
  }
}

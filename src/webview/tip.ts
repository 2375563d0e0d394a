import { el } from './dom';

/** How long the pointer rests on a button before its name is shown. */
const restMs = 500;
/** How near the name may come to the edges of the window, in pixels. */
const margin = 4;

/**
 * Shows the names of the buttons that are only an icon: at once where Tab leads to them, after a rest where the pointer
 * does. Any key takes the name away. Assistive technology has it from the button itself.
 */
export function showTips(main: HTMLElement): void {
  const tip = el('div', { class: 'tip', popover: 'manual', 'aria-hidden': 'true' });
  let named: HTMLElement | undefined;
  let pointed: HTMLElement | undefined;
  let isTabbing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (tool: HTMLElement | undefined) => {
    clearTimeout(timer);
    if (named) tip.hidePopover?.();
    // The button may have gone while the pointer rested.
    named = tool?.isConnected ? tool : undefined;
    tip.textContent = named?.getAttribute('aria-label') ?? '';
    if (!named) return;
    tip.showPopover?.();
    place(tip, named);
  };
  const point = (tool: HTMLElement | undefined) => {
    if (tool === pointed) return;
    pointed = tool;
    show(undefined);
    if (tool) timer = setTimeout(() => show(tool), restMs);
  };
  main.append(tip);
  main.addEventListener('focusin', ({ target }) => {
    show(isTabbing ? toolAt(target) : undefined);
  });
  main.addEventListener('focusout', () => show(undefined));
  main.addEventListener('pointerover', ({ target }) => {
    // The pointer may go onto the name, which touches its button.
    if (target !== tip) point(toolAt(target));
  });
  main.addEventListener('pointerleave', () => point(undefined));
  main.addEventListener('pointerdown', () => {
    isTabbing = false;
    show(undefined);
  });
  const onKey = ({ key }: KeyboardEvent) => {
    isTabbing = key === 'Tab';
    show(undefined);
  };
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('scroll', () => named && place(tip, named), true);
}

function toolAt(target: EventTarget | null): HTMLElement | undefined {
  return (target as Element).closest<HTMLElement>('.tool') ?? undefined;
}

/** Puts the name below its button, or above where there is no room, and never over the side of the window. */
function place(tip: HTMLElement, tool: HTMLElement): void {
  const { left, width, top, bottom } = tool.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const middle = left + (width - size.width) / 2;
  const hasRoom = bottom + size.height <= window.innerHeight - margin;
  tip.style.left = `${Math.max(margin, Math.min(middle, window.innerWidth - size.width - margin))}px`;
  tip.style.top = `${hasRoom ? bottom : top - size.height}px`;
}

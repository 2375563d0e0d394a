/**
 * Makes what is wider than the card reachable by keyboard: a frame marked `data-scroll` gets a place in the tab order
 * and a name, but only while it overflows. Returns a function that ends the watching.
 */
export function watchScrollRegions(root: ParentNode): () => void {
  const frames = root.querySelectorAll<HTMLElement>('[data-scroll]');
  const observer = new ResizeObserver((entries) => {
    for (const entry of entries) markScrollable(entry.target as HTMLElement);
  });
  for (const frame of frames) observer.observe(frame);
  return () => observer.disconnect();
}

function markScrollable(frame: HTMLElement): void {
  if (frame.scrollWidth > frame.clientWidth) {
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', frame.dataset.scroll ?? '');
  } else {
    frame.removeAttribute('tabindex');
    frame.removeAttribute('role');
    frame.removeAttribute('aria-label');
  }
}

/** Outlines on a 16 by 16 grid, drawn for this page; the style sheet strokes them in the text colour. */
const outlines = {
  star: 'M8 1.8l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2 .7-4.3-3.1-3 4.3-.6z',
  bury: 'M13.4 9.9A5.8 5.8 0 0 1 6.1 2.6a5.8 5.8 0 1 0 7.3 7.3z',
  suspend: 'M8 1.9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 0 0 8 1.9zM6.4 5.8v4.4M9.6 5.8v4.4',
  source:
    'M9.2 1.8H4a1 1 0 0 0-1 1v10.4a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V5.6zM9.2 1.8v3.8H13M6.8 8.2 5.2 9.8l1.6 1.6M9.2 8.2l1.6 1.6-1.6 1.6',
  undo: 'M5.3 2.8 2.3 5.8l3 3M2.3 5.8h7a3.9 3.9 0 0 1 0 7.8H6.5',
  redo: 'M10.7 2.8l3 3-3 3M13.7 5.8h-7a3.9 3.9 0 0 0 0 7.8h2.8',
  back: 'M13.5 8h-11M7 3.5 2.5 8 7 12.5',
  keys: 'M2.6 3.9h10.8a1 1 0 0 1 1 1v6.2a1 1 0 0 1-1 1H2.6a1 1 0 0 1-1-1V4.9a1 1 0 0 1 1-1zM4.2 6.6h.01M6.7 6.6h.01M9.2 6.6h.01M11.7 6.6h.01M5 9.5h6',
  note: 'M10.9 2.4l2.7 2.7-7.9 7.9-3.4.7.7-3.4zM9.2 4.1l2.7 2.7',
  more: 'M3.3 8a.5.5 0 1 0 .4 0zM7.8 8a.5.5 0 1 0 .4 0zM12.3 8a.5.5 0 1 0 .4 0z',
  right: 'M3 8.5l3.2 3.2L13 4.8',
  wrong: 'M4 4l8 8M12 4l-8 8',
  open: 'M9.2 2.5h4.3v4.3M13.5 2.5 8 8M12.3 9.6v2.9a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1V4.7a1 1 0 0 1 1-1h2.9',
} as const;

export type IconName = keyof typeof outlines;

/** An icon without a name of its own: the button around it has one. */
export function icon(name: IconName, filled = false): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', filled ? 'icon filled' : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', outlines[name]);
  svg.append(path);
  return svg;
}

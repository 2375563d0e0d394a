import type { QuickPickItem } from 'vscode';
import { splitLine } from '../core/bank/plainText';

/** Characters of a row's first line; a quick input is as wide as about ninety. */
const rowLength = 82;

/** A text over two lines: a row neither wraps nor shows Markdown. What is said of it stands after its last word. */
export function textRow(text: string, description = ''): QuickPickItem {
  const [label, rest] = splitLine(text, rowLength - description.length);
  if (rest) return { label, detail: `     ${rest}${description && ` (${description})`}`, alwaysShow: true };
  return { label, ...(description ? { description } : {}), alwaysShow: true };
}

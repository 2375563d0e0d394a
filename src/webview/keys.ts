import { type Grade, grades } from '../core/memory/grade';
import type { CardAction, RemarkKind } from '../core/protocol';

/** What a key or a button asks for. `proceed` shows the answer and afterwards grades as proposed. */
export type Command =
  | 'proceed'
  | 'hint'
  | 'write'
  | 'undo'
  | 'redo'
  | 'back'
  | 'keys'
  | RemarkKind
  | CardAction
  | Grade;

const characters: Readonly<Record<string, Command>> = {
  ' ': 'proceed',
  Enter: 'proceed',
  h: 'hint',
  a: 'write',
  u: 'undo',
  s: 'star',
  e: 'openSource',
  n: 'note',
  w: 'report',
  c: 'copy',
  i: 'history',
  q: 'end',
  '-': 'bury',
  '@': 'suspend',
  '?': 'keys',
};

/** A key with Ctrl, or with Command on Apple keyboards, as people write it. */
export function chord(key: string): string {
  return /mac/i.test(navigator.platform) ? `⌘${key}` : `Ctrl+${key}`;
}

/** What a key press means for the page; undefined where it belongs to the editor, the focused control or nobody. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.isComposing) return undefined;
  if (isTextBox(event.target)) return isAnswered(event) ? 'proceed' : undefined;
  if (isUndoChord(event)) return 'undo';
  if (hasModifier(event)) return undefined;
  const key = latinKey(event);
  if (/^[a-z]$/.test(key) && event.shiftKey) return undefined;
  return characters[key] ?? gradeOf(event);
}

/** Whether the focused control does something of its own with Space or Enter. */
export function isForControl(event: KeyboardEvent): boolean {
  const target = event.target as Element | null;
  // A radio button moves by arrow keys; Space does nothing to the one that is chosen.
  if (event.key === ' ') return target?.closest?.('button, summary, input:not([type=radio])') != null;
  return event.key === 'Enter' && target?.closest?.('button, summary, a[href]') != null;
}

function isTextBox(target: EventTarget | null): boolean {
  const element = target as Element | null;
  const boxes =
    'textarea, select, input:not([type=checkbox], [type=radio]), [contenteditable]:not([contenteditable=false])';
  return element?.closest?.(boxes) != null;
}

/** Ctrl+Enter or Cmd+Enter in the box of the answer. */
function isAnswered(event: KeyboardEvent): boolean {
  const isBox = (event.target as Element).closest('[data-answer]') !== null;
  return isBox && event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

function isUndoChord(event: KeyboardEvent): boolean {
  return (
    (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'z'
  );
}

/** Ctrl+Alt is how Windows reports AltGr, and Option types `@` on some Apple keyboards: those are no modifiers. */
function hasModifier(event: KeyboardEvent): boolean {
  if (event.getModifierState('AltGraph')) return false;
  if (event.altKey && !event.ctrlKey && !event.shiftKey && event.key === '@') return false;
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** The letter that is printed on the key where the keyboard writes another script. */
function latinKey(event: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const isLatin = /^[\x20-\x7e]+$/.test(event.key);
  if (isLatin || !letter) return event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return letter.toLowerCase();
}

function gradeOf(event: KeyboardEvent): Grade | undefined {
  // On some keyboards the row of digits writes them only with Shift: there the place of the key counts.
  const place = event.shiftKey ? undefined : /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1];
  return grades.find((grade) => event.key === String(grade) || place === String(grade));
}

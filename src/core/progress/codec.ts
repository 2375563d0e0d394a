import { fromUint8Array, toUint8Array } from 'js-base64';
import { decodeBlock, encodeBlock, eventsInBlock } from './block';
import type { ProgressEvent } from './event';

/*
 * The log as text: `mlops-drill/1`, then for each run of events `:<checksum>.<base64 of the block>`.
 * A block that is damaged does not take the others with it. Never change what a version writes: add a new one.
 */

const name = 'mlops-drill';
const version = 1;

/** What a text held. `trouble` says why some of it could not be read. */
export interface Decoded {
  readonly events: readonly ProgressEvent[];
  readonly trouble?: 'damaged' | 'newer';
}

/** Characters above which a text with a limit leaves the oldest blocks out, and to which it then comes down. */
export interface Limit {
  readonly above: number;
  readonly downTo: number;
}

/** The compact text of a log, which must be in order. The same events always give the same text. */
export function encodeLog(events: readonly ProgressEvent[]): string {
  return encodeNewest(events, { above: Number.POSITIVE_INFINITY, downTo: 0 }).text;
}

/** The same for a log that may be too long: then whole blocks of the oldest events are left out, `left` in number. */
export function encodeNewest(
  events: readonly ProgressEvent[],
  limit: Limit,
): { readonly text: string; readonly left: number } {
  const blocks: string[] = [];
  for (let start = 0; start < events.length; start += eventsInBlock) {
    blocks.push(blockText(events.slice(start, start + eventsInBlock)));
  }
  let size = blocks.reduce((sum, block) => sum + block.length, 0);
  const most = size > limit.above ? limit.downTo : size;
  let out = 0;
  for (; size > most && out < blocks.length - 1; out++) size -= (blocks[out] as string).length;
  return { text: `${name}/${version}${blocks.slice(out).join('')}`, left: out * eventsInBlock };
}

/** Full blocks made before, by their first event: the next text of a growing log has them again. */
const fullBlocks = new WeakMap<ProgressEvent, { readonly last: ProgressEvent; readonly text: string }>();

function blockText(events: readonly ProgressEvent[]): string {
  const [first] = events;
  const last = events.at(-1);
  const known = first && fullBlocks.get(first);
  // Events are never removed: a full block with both ends unchanged has nothing new in between.
  if (known && known.last === last && events.length === eventsInBlock) return known.text;
  const body = fromUint8Array(encodeBlock(events));
  const text = `:${checksum(body)}.${body}`;
  if (first && last && events.length === eventsInBlock) fullBlocks.set(first, { last, text });
  return text;
}

/** Reads what `encodeLog` wrote, of this version. Never throws; blocks that are damaged are left out. */
export function decodeLog(text: string): Decoded {
  const [header = '', ...blocks] = text.split(':');
  const found = /^mlops-drill\/(\d+)$/.exec(header);
  if (!found) return { events: [], trouble: 'damaged' };
  if (Number(found[1]) > version) return { events: [], trouble: 'newer' };
  const events: ProgressEvent[] = [];
  let damaged = false;
  for (const block of blocks) {
    const read = readBlock(block);
    if (read) for (const event of read) events.push(event);
    else damaged = true;
  }
  return damaged ? { events, trouble: 'damaged' } : { events };
}

function readBlock(block: string): ProgressEvent[] | undefined {
  const [sum, body = ''] = block.split('.');
  if (sum !== checksum(body)) return undefined;
  try {
    return decodeBlock(toUint8Array(body));
  } catch {
    return undefined; // Whole, and yet no block: reported as damage by the caller.
  }
}

/** FNV-1a over the characters, 32 bits, in base 36. It finds accidents; nobody forges a log. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

import { fromUint8Array, toUint8Array } from 'js-base64';
import { decodeBlock, encodeBlock } from './block';
import type { ProgressEvent } from './event';

/*
 * The log as text: `mlops-drill/1`, then for each run of events `:<checksum>.<base64 of the block>`.
 * A block that is damaged does not take the others with it. Never change what a version writes: add a new one.
 */

const name = 'mlops-drill';
const version = 1;
const eventsInBlock = 8192;

/** What a text held. `trouble` says why some of it could not be read. */
export interface Decoded {
  readonly events: readonly ProgressEvent[];
  readonly trouble?: 'damaged' | 'newer';
}

/** The compact text of a log, which must be in order. The same events always give the same text. */
export function encodeLog(events: readonly ProgressEvent[]): string {
  let text = `${name}/${version}`;
  for (let start = 0; start < events.length; start += eventsInBlock) {
    const block = encodeBlock(events.slice(start, start + eventsInBlock));
    const body = fromUint8Array(block);
    text += `:${checksum(body)}.${body}`;
  }
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
    if (read) events.push(...read);
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

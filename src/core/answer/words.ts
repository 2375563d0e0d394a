import { stem } from './stem';

/** One word of a text with its place (start and end in UTF-16 units). */
export interface Word {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Number of the sentence or list item in which the word stands, from 0. */
  readonly sentence: number;
  /** Whether the text denies it here: "never append", "there is no need for a sandbox". */
  readonly denied: boolean;
}

/** A word, a number with its thousands and decimals, or the end of a clause or sentence. */
const pieces =
  /(?<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?![\p{L}\d]))|(?<word>[\p{L}\p{N}]+(?:['’]\p{L}+)*)|(?<end>[.!?](?=\s|$)|\n)|(?<clause>[,;:()]|[–—→]|\s[-+*/]+>?\s)/gu;

/** "startupProbe" and "OOMKilled" are two words each. */
const humps = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{N}'’]+|[\p{Lu}\p{N}]+|[^\p{Lu}\p{Ll}\p{N}]+/gu;

const stopWords = new Set(
  `a about after again all also an and any are as at be because been before being both but by can could did do does done
  down each either else even ever few for from further get gets getting give given gives go goes going got had has have
  having he her here him his how i if in into is it its itself just let like lot make makes making many may maybe me might
  more most much must my neither no non nor not now of off often on once one only onto or other others our out over own per
  please probably quite rather re really s same say says she should since so some someone something such t than that the
  their them then there these they thing things this those though through thus to too under until up upon us use very via
  want was way we well were what when where whether which while who whole whom whose why will with within without would yes
  yet you your ve ll d m im ive id actually basically etc eg ie e g`.split(/\s+/),
);

/** Words that deny what follows in the same clause. */
const denials = new Set(
  `not no never nor neither without cannot cant don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shouldn't
  can't couldn't haven't hasn't hadn't needn't nobody nothing none dont doesnt isnt wont avoid avoids`.split(
    /\s+/,
  ),
);

/** How many words that carry meaning a denial covers, at most to the end of its clause. */
const denialReach = 4;

/** The words of a text that carry meaning, with their stems. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let denial = 0;
  for (const piece of text.matchAll(pieces)) {
    const { end, clause } = piece.groups ?? {};
    if (end) sentence += 1;
    if (end || clause) denial = 0;
    else {
      for (const part of partsOf(piece)) {
        const lower = part.text.toLowerCase().replaceAll('’', "'");
        if (denials.has(lower)) denial = denialReach;
        else if (lower === 'but' || lower === 'only') denial = 0;
        if (denials.has(lower) || stopWords.has(lower)) continue;
        const place = { start: part.start, end: part.start + part.text.length };
        words.push({ stem: stem(lower.replace(/'.*$|,/g, '')), ...place, sentence, denied: denial > 0 });
        denial -= 1;
      }
    }
  }
  return words;
}

/** The single words of a piece: a number, or the parts of a name in code. */
function partsOf(piece: RegExpExecArray): { readonly text: string; readonly start: number }[] {
  const { number, word = '' } = piece.groups ?? {};
  if (number) return [{ text: number, start: piece.index }];
  return [...word.matchAll(humps)].map((hump) => ({ text: hump[0], start: piece.index + hump.index }));
}

/** The stems of the words of a text that carry meaning, in their order. */
export function stemsOf(text: string): string[] {
  return wordsOf(text).map((word) => word.stem);
}

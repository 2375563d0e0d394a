import type { PreparedPoint } from './points';
import { type Word, wordsOf } from './words';

/** What an answer says of one key point. */
export interface PointMatch {
  readonly said: boolean;
  /** Weight found against weight needed: from 1 on the point counts as said. */
  readonly score: number;
  /** Places in the answer, start and end in UTF-16 units, sorted, not overlapping; none where the point is not said. */
  readonly marks: readonly (readonly [number, number])[];
}

/** Words that are found for one point have to stand so near to one another, counted in words that carry meaning. */
const reach = 30;
/** What a synonym, a mistyped word and a word of the other sense (denied or not) count, against the word itself. */
const synonymFactor = 0.6;
const typoFactor = 0.8;
const deniedFactor = 0.3;
const longestForm = 4;

/** Looks for the key points of a card in an answer, point by point. */
export function matchAnswer(points: readonly PreparedPoint[], answer: string): PointMatch[] {
  const words = wordsOf(answer);
  return points.map((point) => matchPoint(point, words));
}

/** A term found at a place of the answer. */
interface Hit {
  readonly term: number;
  readonly first: number;
  readonly last: number;
  readonly weight: number;
}

function matchPoint(point: PreparedPoint, words: readonly Word[]): PointMatch {
  const { weight, hits } = bestPlace(hitsOf(point, words));
  const score = weight / point.needed;
  const said = score >= 1;
  const telling = hits.filter((hit) => !point.terms[hit.term]?.context);
  return { said, score, marks: said ? marksOf(telling.length > 0 ? telling : hits, words) : [] };
}

type Forms = ReadonlyMap<string, readonly { readonly term: number; readonly factor: number }[]>;

function formsOf(point: PreparedPoint): Forms {
  const forms = new Map<string, { term: number; factor: number }[]>();
  point.terms.forEach(({ forms: all }, term) => {
    all.forEach((form, i) => {
      forms.set(form, [...(forms.get(form) ?? []), { term, factor: i === 0 ? 1 : synonymFactor }]);
    });
  });
  return forms;
}

/** Every term at every place where one of its forms stands. */
function hitsOf(point: PreparedPoint, words: readonly Word[]): Hit[] {
  const forms = formsOf(point);
  const mistyped = mistypedIn(forms);
  const hits: Hit[] = [];
  words.forEach((word, first) => {
    let form = '';
    for (let last = first; last < Math.min(first + longestForm, words.length); last++) {
      const next = words[last] as Word;
      form = last === first ? next.stem : `${form} ${next.stem}`;
      const exact = forms.get(form) ?? (last === first + 1 ? forms.get(word.stem + next.stem) : undefined);
      const found = exact ?? (last === first ? mistyped(form) : []);
      for (const { term, factor } of found) {
        const { weight, denied = false } = point.terms[term] as PreparedPoint['terms'][number];
        const sense = denied === word.denied ? 1 : deniedFactor;
        hits.push({ term, first, last, weight: weight * factor * sense * (exact ? 1 : typoFactor) });
      }
    }
  });
  return hits;
}

/** The part of the answer with the greatest weight, each term counted once. */
function bestPlace(hits: readonly Hit[]): { weight: number; hits: Hit[] } {
  let best = { weight: 0, hits: [] as Hit[] };
  hits.forEach(({ first }, from) => {
    const chosen = new Map<number, Hit>();
    for (let i = from; i < hits.length && (hits[i] as Hit).first < first + reach; i++) {
      const hit = hits[i] as Hit;
      if (hit.weight > (chosen.get(hit.term)?.weight ?? 0)) chosen.set(hit.term, hit);
    }
    const weight = [...chosen.values()].reduce((sum, hit) => sum + hit.weight, 0);
    if (weight > best.weight) best = { weight, hits: [...chosen.values()] };
  });
  return best;
}

function marksOf(hits: readonly Hit[], words: readonly Word[]): [number, number][] {
  const places = hits.map(({ first, last }): [number, number] => [
    (words[first] as Word).start,
    (words[last] as Word).end,
  ]);
  places.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const marks: [number, number][] = [];
  for (const place of places) {
    const before = marks.at(-1);
    if (before && place[0] < before[1]) before[1] = Math.max(before[1], place[1]);
    else marks.push(place);
  }
  return marks;
}

/** Finds the form that a word of at least five letters misses by one slip of the keyboard. */
function mistypedIn(forms: Forms) {
  const long = [...forms].filter(([form]) => form.length >= 5 && !form.includes(' '));
  const known = new Map<string, ReturnType<Forms['get']>>();
  return (word: string) => {
    if (word.length < 5 || /\d/.test(word)) return [];
    if (!known.has(word)) known.set(word, long.find(([form]) => isNear(form, word))?.[1] ?? []);
    return known.get(word) ?? [];
  };
}

/** Whether two words with the same first letter differ by one letter too many, too few, wrong, or by two swapped. */
function isNear(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const x = a.slice(i);
  const y = b.slice(i);
  const swapped = x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
  return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1) || swapped;
}

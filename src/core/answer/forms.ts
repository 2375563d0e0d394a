import type { Vocabulary } from './vocabulary';
import { stemsOf } from './words';

/** The most words that a phrase in the list of synonyms has. */
const longestPhrase = 4;

/** From each phrase, as stems with blanks between, to the groups of phrases that mean the same. */
export type Groups = ReadonlyMap<string, readonly (readonly string[])[]>;

const known = new WeakMap<Vocabulary, Groups>();

/** The groups of a vocabulary, as stems; made once. */
export function groupsOf(vocabulary: Vocabulary): Groups {
  const groups = known.get(vocabulary) ?? makeGroups(vocabulary);
  known.set(vocabulary, groups);
  return groups;
}

function makeGroups(vocabulary: Vocabulary): Groups {
  const groups = new Map<string, string[][]>();
  for (const members of vocabulary.groups) {
    const group = [...new Set(members.flatMap(formOf))];
    for (const member of group) groups.set(member, [...(groups.get(member) ?? []), group]);
  }
  return groups;
}

/** What stands for each of the words of a text: phrases as stems with blanks between. */
export function otherForms(stems: readonly string[], groups: Groups): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const phrase of phrasesOf(stems)) {
    const others = groups.get(phrase.join(' '))?.flat() ?? [];
    for (const stem of others.length > 0 ? phrase : []) {
      found.set(stem, [...new Set([...(found.get(stem) ?? []), ...others])]);
    }
  }
  return found;
}

/** The stems of a phrase; none if only one of several words carries meaning: "over time" is not "time". */
function formOf(phrase: string): string[] {
  const stems = stemsOf(phrase);
  return stems.length > 1 || !phrase.trim().includes(' ') ? [stems.join(' ')].filter(Boolean) : [];
}

/** All runs of one to four words. */
function phrasesOf(stems: readonly string[]): string[][] {
  return stems.flatMap((_, start) =>
    Array.from({ length: Math.min(longestPhrase, stems.length - start) }, (_, more) =>
      stems.slice(start, start + more + 1),
    ),
  );
}

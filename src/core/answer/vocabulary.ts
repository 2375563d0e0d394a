/** What the bank as a whole says about words. JSON. */
export interface Vocabulary {
  readonly cards: number;
  /** The common stems and how many cards use each. Stems of less than a third of the cards are left out. */
  readonly stems: Readonly<Record<string, number>>;
  /**
   * Words and phrases that stand for one another, in lower case: those made by hand, and each abbreviation that the
   * cards explain with its long form ("psi", "population stability index").
   */
  readonly groups: readonly (readonly string[])[];
}

/** How much a stem tells: 1, but the less the more cards use it if it is a common one. */
export function rarityOf(stem: string, vocabulary: Vocabulary): number {
  const count = Object.hasOwn(vocabulary.stems, stem) ? vocabulary.stems[stem] : undefined;
  return count === undefined ? 1 : rarity(count, vocabulary.cards);
}

/** The same by how many of the cards use it. */
export function rarity(count: number, cards: number): number {
  // A word of every card would be worth nothing; in a small bank it may still be all that a point has.
  return Math.min(1, Math.max(0.05, Math.log(cards / count)));
}

import type { Bank } from './bank';
import { bankFigures, percent } from './bankRules';
import { wordsOfCard } from './houseRules';
import { kinds, levels } from './question';

/**
 * The state of a bank as text for people.
 * @param today YYYY-MM-DD, to tell cards that were not checked for a year
 */
export function bankReport(bank: Bank, today: string): string {
  const figures = bankFigures(bank);
  const { questions } = bank;
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const old = questions.filter((q) => q.reviewed < yearAgo);
  const row = (name: string, of: typeof questions) =>
    [
      name.padEnd(36),
      String(of.length).padStart(4),
      ...levels.map((level) => String(of.filter((q) => q.level === level).length).padStart(7)),
      ...kinds.map((kind) => String(of.filter((q) => q.kind === kind).length).padStart(12)),
      String(median(of.map(wordsOfCard))).padStart(7),
    ].join('');
  const share = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([name, count]) => `${name} ${percent(count / questions.length)}`)
      .join(', ');
  return [
    `${''.padEnd(36)}${'all'.padStart(4)}${levels.map((l) => l.padStart(7)).join('')}${kinds.map((k) => k.padStart(12)).join('')}${'words'.padStart(7)}`,
    ...bank.topics.map((topic) =>
      row(
        topic.title,
        questions.filter((q) => q.topic === topic.id),
      ),
    ),
    row('All', questions),
    '',
    `Levels: ${share(figures.levels)}`,
    `Kinds: ${share(figures.kinds)}`,
    `Systems: ${Object.entries(figures.systems)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    `Quizzes: ${figures.quizzes}; the right option is the longest in ${percent(figures.longestRight)}, and stands at places 1 to 4 in ${figures.places.map(percent).join(', ')}`,
    `Cues in right and wrong options: ${Object.entries(figures.cues)
      .map(([cue, { right, wrong }]) => `${cue} ${percent(right)} and ${percent(wrong)}`)
      .join(', ')}`,
    old.length === 0
      ? 'Every card was checked within the last twelve months.'
      : `Not checked for twelve months: ${old.map((q) => q.id).join(', ')}`,
  ].join('\n');
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

import type { BankIndex } from '../bank/bank';
import { kinds, levels, type QuestionHead, type QuestionId } from '../bank/question';
import { type Filter, fits, isOpen, type Moment, stateOrder } from './filter';
import type { Source } from './queues';

/** By what the questions of the bank can be grouped. */
export const groupings = ['topic', 'state', 'level', 'kind', 'tag'] as const;
export type Grouping = (typeof groupings)[number];

/** The group of the questions all of whose tags are rare. */
export const otherTags = '';
/** Questions from which on a tag is a group of its own. */
const commonFrom = 3;

/** How the bank is shown. */
export interface Outlook {
  readonly by: Grouping;
  readonly filter: Filter;
}

/**
 * The questions that fit, by group. Questions stand in the order of their topics, from easy to hard. Groups without
 * questions are left out only if there is a filter, so that otherwise the groups stay what they are.
 */
export function outline(source: Source, outlook: Outlook): ReadonlyMap<string, readonly QuestionId[]> {
  const { bank } = source;
  const { by, filter } = outlook;
  const groups = new Map<string, QuestionId[]>(namesOf(source, outlook).map((name) => [name, []]));
  for (const question of bank.topics.flatMap((topic) => bank.inTopic(topic.id))) {
    if (!fits(question, filter, source)) continue;
    const names = groupsOf(question, by, source).filter((name) => groups.has(name));
    for (const name of names.length > 0 ? names : [otherTags]) groups.get(name)?.push(question.id);
  }
  for (const [name, ids] of groups) {
    if (ids.length === 0 && (!isOpen(filter) || name === otherTags)) groups.delete(name);
  }
  return groups;
}

/**
 * Tags that are worth a line of their own in a list, the commonest first: those of at least three questions, and those
 * that were chosen; each with the number of its questions.
 */
export function commonTags(
  { questions }: BankIndex,
  chosen: readonly string[] | undefined,
): (readonly [tag: string, questions: number])[] {
  const counts = new Map<string, number>();
  for (const { tags } of questions) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .filter(([tag, count]) => count >= commonFrom || chosen?.includes(tag))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function namesOf({ bank }: Source, { by, filter }: Outlook): readonly string[] {
  switch (by) {
    case 'topic':
      return bank.topics.map((topic) => topic.id);
    case 'state':
      return stateOrder;
    case 'level':
      return levels;
    case 'kind':
      return kinds;
    case 'tag':
      return [...commonTags(bank, filter.tags).map(([tag]) => tag), otherTags];
  }
}

function groupsOf(question: QuestionHead, by: Grouping, { progress, today }: Moment): readonly string[] {
  switch (by) {
    case 'state':
      return [progress.stateOf(question.id, today)];
    case 'tag':
      return question.tags;
    default:
      return [question[by]];
  }
}

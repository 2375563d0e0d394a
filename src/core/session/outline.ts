import { kinds, levels, type QuestionHead, type QuestionId } from '../bank/question';
import { type Filter, fits, isOpen, type Moment, stateOrder } from './filter';
import type { Source } from './queues';

/** By what the questions of the bank can be grouped. */
export const groupings = ['topic', 'state', 'level', 'kind', 'tag'] as const;
export type Grouping = (typeof groupings)[number];

/** How the bank is shown. */
export interface Outlook {
  readonly by: Grouping;
  readonly filter: Filter;
}

/**
 * The questions that fit, by group. Questions stand in the order of their topics, from easy to hard. Groups without
 * questions are left out only if there is a filter, so that otherwise the groups stay what they are.
 */
export function outline(source: Source, { by, filter }: Outlook): ReadonlyMap<string, readonly QuestionId[]> {
  const { bank } = source;
  const groups = new Map<string, QuestionId[]>(namesOf(source, by).map((name) => [name, []]));
  for (const question of bank.topics.flatMap((topic) => bank.inTopic(topic.id))) {
    if (!fits(question, filter, source)) continue;
    for (const name of groupsOf(question, by, source)) groups.get(name)?.push(question.id);
  }
  if (!isOpen(filter)) {
    for (const [name, ids] of groups) if (ids.length === 0) groups.delete(name);
  }
  return groups;
}

function namesOf({ bank }: Source, by: Grouping): readonly string[] {
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
      return [...new Set(bank.questions.flatMap((q) => q.tags))].sort();
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

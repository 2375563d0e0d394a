import { type Kind, kinds, type Level, levels, type QuestionHead } from '../bank/question';
import type { Progress, QuestionState } from '../progress/progress';

/** States in the order in which they are shown: what wants attention first. */
export const stateOrder: readonly QuestionState[] = ['due', 'learning', 'new', 'known', 'suspended'];

/** What a person, or their answers, have put on a question. */
export const flags = ['starred', 'leech', 'noted', 'reported'] as const;
export type Flag = (typeof flags)[number];

/** Which questions are meant; a part that is missing allows everything, and one of its words is enough. */
export interface Filter {
  readonly topics?: readonly string[];
  readonly levels?: readonly Level[];
  readonly kinds?: readonly Kind[];
  readonly tags?: readonly string[];
  readonly states?: readonly QuestionState[];
  readonly flags?: readonly Flag[];
}

/** What is remembered, as it is on a study day. */
export interface Moment {
  readonly progress: Progress;
  readonly today: number;
}

/** Whether a question is one of those that are meant. */
export function fits(question: QuestionHead, filter: Filter, { progress, today }: Moment): boolean {
  const { topics, levels, kinds, tags, states, flags } = filter;
  return (
    (topics?.includes(question.topic) ?? true) &&
    (levels?.includes(question.level) ?? true) &&
    (kinds?.includes(question.kind) ?? true) &&
    (tags?.some((tag) => question.tags.includes(tag)) ?? true) &&
    (states?.includes(progress.stateOf(question.id, today)) ?? true) &&
    (flags?.some((flag) => flagsOf(question.id, progress).includes(flag)) ?? true)
  );
}

/** The flags of a question. */
export function flagsOf(id: string, progress: Progress): Flag[] {
  const { starred, note, report } = progress.of(id);
  const has = { starred, leech: progress.isLeech(id), noted: note !== '', reported: report !== '' };
  return flags.filter((flag) => has[flag]);
}

/** Whether a filter lets everything through. */
export function isOpen(filter: Filter): boolean {
  return Object.values(filter).every((part) => part === undefined);
}

/** A filter read back from outside, without what makes no sense. Topics and tags are taken as they are. */
export function asFilter(value: unknown): Filter {
  if (typeof value !== 'object' || value === null) return {};
  const words = <T extends string>(key: keyof Filter, allowed?: readonly T[]) => {
    const list = (value as Record<string, unknown>)[key];
    if (!Array.isArray(list)) return {};
    const known = allowed
      ? allowed.filter((word) => list.includes(word))
      : list.filter((w) => typeof w === 'string');
    return { [key]: known };
  };
  return {
    ...words('topics'),
    ...words('levels', levels),
    ...words('kinds', kinds),
    ...words('tags'),
    ...words('states', stateOrder),
    ...words('flags', flags),
  };
}

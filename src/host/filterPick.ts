import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { kinds, levels } from '../core/bank/question';
import type { QuestionState } from '../core/progress/progress';
import { type Filter, fits, flags, stateOrder } from '../core/session/filter';
import { commonTags } from '../core/session/outline';
import type { Source } from '../core/session/queues';
import { capital, flagName, kindName, levelName, stateName, withBuried } from './words';

/** The parts of a filter that the tree offers. */
type Part = Exclude<keyof Filter, 'topics'>;

/** A row of the filter; a heading has no word. */
export interface FilterRow extends QuickPickItem {
  readonly part?: Part;
  readonly word?: string;
}

/** Lets a person choose what the tree shows, all in one list; undefined if nothing was decided. */
export async function pickFilter(source: Source, current: Filter): Promise<Filter | undefined> {
  const chosen = await window.showQuickPick<FilterRow>(filterRows(source, current), {
    title: l10n.t('Filter Questions'),
    placeHolder: l10n.t('Choose what to show; nothing chosen shows everything'),
    canPickMany: true,
  });
  if (!chosen) return undefined;
  const filter: { [P in Part]?: string[] } = {};
  for (const { part, word } of chosen) {
    if (part && word !== undefined) filter[part] = [...(filter[part] ?? []), word];
  }
  return filter as Filter;
}

/** "Filter: due, senior". */
export function filterWords(filter: Filter): string {
  const words = [
    ...(filter.flags ?? []).map(flagName),
    ...(filter.states ?? []).map(stateName),
    ...(filter.levels ?? []).map(levelName),
    ...(filter.kinds ?? []).map(kindName),
    ...(filter.tags ?? []),
    ...(filter.topics ?? []),
  ];
  return l10n.t('Filter: {0}', words.map((word) => word.toLowerCase()).join(', '));
}

/** All that can be chosen, under its headings, with the number of questions it stands for. */
export function filterRows(source: Source, current: Filter): FilterRow[] {
  const fitting = (filter: Filter) => source.bank.questions.filter((q) => fits(q, filter, source));
  const count = (filter: Filter) => String(fitting(filter).length);
  /** What is buried is not due, or new, today. */
  const countOfState = (state: QuestionState) => {
    const all = fitting({ states: [state] });
    const open = all.filter(({ id }) => state === 'suspended' || source.progress.isAskable(id, source.today));
    return withBuried(String(open.length), all.length - open.length);
  };
  const row = (part: Part, word: string, label: string, questions: string): FilterRow => ({
    part,
    word,
    label,
    description: questions,
    picked: (current[part] as readonly string[] | undefined)?.includes(word) ?? false,
  });
  return [
    separator(l10n.t('Marks')),
    ...flags.map((flag) => row('flags', flag, capital(flagName(flag)), count({ flags: [flag] }))),
    separator(l10n.t('State')),
    ...stateOrder.map((state) => row('states', state, capital(stateName(state)), countOfState(state))),
    separator(l10n.t('Level')),
    ...levels.map((level) => row('levels', level, levelName(level), count({ levels: [level] }))),
    separator(l10n.t('Kind')),
    ...kinds.map((kind) => row('kinds', kind, kindName(kind), count({ kinds: [kind] }))),
    separator(l10n.t('Tag')),
    ...commonTags(source.bank, current.tags).map(([tag, questions]) =>
      row('tags', tag, tag, String(questions)),
    ),
  ];
}

function separator(label: string): FilterRow {
  return { label, kind: QuickPickItemKind.Separator };
}

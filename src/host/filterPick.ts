import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { kinds, levels } from '../core/bank/question';
import { type Filter, fits, flags, stateOrder } from '../core/session/filter';
import type { Source } from '../core/session/queues';
import { flagName, kindName, levelName, stateName } from './words';

/** The parts of a filter that the tree offers. */
type Part = Exclude<keyof Filter, 'topics'>;

interface Row extends QuickPickItem {
  readonly part?: Part;
  readonly word?: string;
}

/** Lets a person choose what the tree shows, all in one list; undefined if nothing was decided. */
export async function pickFilter(source: Source, current: Filter): Promise<Filter | undefined> {
  const chosen = await window.showQuickPick<Row>(rowsOf(source, current), {
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

function rowsOf(source: Source, current: Filter): Row[] {
  const count = (filter: Filter) => source.bank.questions.filter((q) => fits(q, filter, source)).length;
  const row = (part: Part, word: string, label: string, questions: number): Row => ({
    part,
    word,
    label,
    description: String(questions),
    picked: (current[part] as readonly string[] | undefined)?.includes(word) ?? false,
  });
  return [
    separator(l10n.t('Marks')),
    ...flags.map((flag) => row('flags', flag, flagName(flag), count({ flags: [flag] }))),
    separator(l10n.t('State')),
    ...stateOrder.map((state) => row('states', state, stateName(state), count({ states: [state] }))),
    separator(l10n.t('Level')),
    ...levels.map((level) => row('levels', level, levelName(level), count({ levels: [level] }))),
    separator(l10n.t('Kind')),
    ...kinds.map((kind) => row('kinds', kind, kindName(kind), count({ kinds: [kind] }))),
    separator(l10n.t('Tag')),
    ...tagCounts(source).map(([tag, questions]) => row('tags', tag, tag, questions)),
  ];
}

/** Tags with the number of their questions, the commonest first. */
function tagCounts({ bank }: Source): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { tags } of bank.questions) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function separator(label: string): Row {
  return { label, kind: QuickPickItemKind.Separator };
}

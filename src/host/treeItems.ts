import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Kind, Level, QuestionHead, QuestionId, Topic } from '../core/bank/question';
import { gatherLeftOut, leftOutOf } from '../core/progress/leftOut';
import type { Progress, QuestionMemory, QuestionState } from '../core/progress/progress';
import { type Flag, flagsOf, type Moment, stateOrder } from '../core/session/filter';
import { type Grouping, otherTags } from '../core/session/outline';
import {
  capital,
  flagName,
  intervalWords,
  kindName,
  levelName,
  questionsWords,
  stateName,
  withBuried,
} from './words';

/** What a row shows of one question's progress. */
export interface Row {
  /** What it was made from: the same memory on the same day makes the same row. */
  readonly memory: QuestionMemory;
  readonly state: QuestionState;
  readonly isBuried: boolean;
  readonly flags: readonly Flag[];
  /** Study days until it is due. */
  readonly days: number;
}

/** The row of a question; `before` is its row earlier on the same study day, if there was one. */
export function rowOf(id: QuestionId, { progress, today }: Moment, before: Row | undefined): Row {
  const memory = progress.of(id);
  if (before?.memory === memory) return before;
  return {
    memory,
    state: progress.stateOf(id, today),
    isBuried: memory.buriedUntil > today,
    flags: flagsOf(id, progress),
    days: memory.dueDay - today,
  };
}

/** Whether two rows look the same. */
export function isSameRow(a: Row | undefined, b: Row | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return (
    a.state === b.state && a.isBuried === b.isBuried && a.days === b.days && a.flags.join() === b.flags.join()
  );
}

/** What a group says of its questions. */
export interface Counts {
  /** "12 due": what matters most, since a row has little room. */
  readonly short: string;
  /** "12 due · 5 new · 3 known". */
  readonly whole: string;
}

/** The state that a group's row tells of: the first of these that it has. */
const shortOrder: readonly QuestionState[] = ['due', 'new', 'learning', 'known'];

/** How many questions of a group are in each state; in a group of one state how many they are. */
export function countsOf(rows: readonly Row[], by: Grouping): Counts {
  const open = rows.filter((row) => !isSetAside(row));
  if (by === 'state') {
    const text = withBuried(questionsWords(open.length), rows.length - open.length);
    return { short: text, whole: text };
  }
  const words = (states: readonly QuestionState[]) =>
    states.flatMap((state) => {
      const count = open.filter((row) => row.state === state).length;
      return count > 0 ? [l10n.t('{0} {1}', count, stateName(state))] : [];
    });
  return {
    short: words(shortOrder)[0] ?? '',
    whole: words(stateOrder.filter((state) => state !== 'suspended')).join(' · '),
  };
}

/** Whether a question is not asked today although its state would allow it. */
function isSetAside({ state, isBuried }: Row): boolean {
  return isBuried && state !== 'suspended';
}

const stateIcons: { readonly [S in QuestionState]: ThemeIcon } = {
  new: new ThemeIcon('circle-outline'),
  learning: new ThemeIcon('circle-large-filled', new ThemeColor('charts.blue')),
  due: new ThemeIcon('clockface', new ThemeColor('list.warningForeground')),
  known: new ThemeIcon('pass-filled', new ThemeColor('charts.green')),
  suspended: new ThemeIcon('debug-pause', new ThemeColor('disabledForeground')),
};
const leechIcon = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));

/** What a group shows. */
export interface Group {
  readonly by: Grouping;
  readonly group: string;
  /** The topic of that name, where the groups are topics. */
  readonly topic: Topic | undefined;
  readonly questions: number;
  readonly counts: Counts;
}

/** The item of a group, without its id. */
export function groupItem({ by, group, topic, questions, counts }: Group): TreeItem {
  const name = groupName(by, group, topic);
  const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  item.iconPath = groupIcon(by, group, topic);
  item.description = counts.short;
  item.contextValue = by === 'topic' ? 'topic' : 'group';
  item.accessibilityInformation = {
    label:
      by === 'state'
        ? `${name}, ${counts.whole}`
        : l10n.t('{0}, {1} questions: {2}', name, questions, counts.whole.replaceAll(' · ', ', ')),
  };
  return item;
}

/** The name of a group for people. */
export function groupName(by: Grouping, group: string, topic: Topic | undefined): string {
  switch (by) {
    case 'topic':
      return topic?.title ?? group;
    case 'state':
      return capital(stateName(group as QuestionState));
    case 'level':
      return levelName(group as Level);
    case 'kind':
      return kindName(group as Kind);
    case 'tag':
      return group === otherTags ? l10n.t('Other tags') : group;
  }
}

function groupIcon(by: Grouping, group: string, topic: Topic | undefined): ThemeIcon {
  const names = { topic: topic?.icon ?? 'book', level: 'layers', kind: 'symbol-misc', tag: 'tag' };
  return by === 'state' ? stateIcons[group as QuestionState] : new ThemeIcon(names[by]);
}

/** The item of a question, without its id. */
export function questionItem(question: QuestionHead, row: Row): TreeItem {
  const words = [stateWords(row), ...row.flags.map(flagName)];
  const item = new TreeItem(question.title);
  item.iconPath = questionIcon(row);
  item.description = [row.flags.includes('starred') ? '★' : '', words.join(' · ')].filter(Boolean).join(' ');
  item.contextValue = ['question', row.state, ...row.flags].join(' ');
  item.command = {
    command: 'mlopsDrill.drillQuestion',
    title: l10n.t('Open'),
    arguments: [question.id],
  };
  item.accessibilityInformation = {
    label: [question.title, levelName(question.level), kindName(question.kind), ...words].join(', '),
  };
  return item;
}

/** A leech wants attention before all else; a star keeps the colour of the state. */
function questionIcon({ flags, state }: Row): ThemeIcon {
  if (flags.includes('leech')) return leechIcon;
  return flags.includes('starred') ? new ThemeIcon('star-full', stateIcons[state].color) : stateIcons[state];
}

/** "known, due in 11 days"; "new". */
function stateWords(row: Row): string {
  const { state, days } = row;
  if (isSetAside(row)) return l10n.t('buried until tomorrow');
  if (state !== 'known' && state !== 'learning') return stateName(state);
  return l10n.t('{0}, due in {1}', stateName(state), intervalWords(days));
}

/** What hovering over a group says (Markdown): its name and all its counts, since a row has little room. */
export function groupTooltip({ by, group, topic, questions, counts }: Group): string {
  const name = `**${groupName(by, group, topic)}**`;
  if (by === 'state') return `${name}\n\n${counts.whole}`;
  return `${name}\n\n${[questionsWords(questions), counts.whole].filter(Boolean).join(': ')}`;
}

/** What a topic covers, and what the last reviews of its questions left out. */
export function topicTooltip(topic: Topic, questions: readonly QuestionHead[], progress: Progress): string {
  const { points, of, worst } = gatherLeftOut(questions, progress, 3);
  if (points === 0) return topic.summary;
  return [
    topic.summary,
    l10n.t('Left out at the last reviews: {0} of {1} key points, most of them in:', points, of),
    worst.map(({ title }) => `- ${title}`).join('\n'),
  ].join('\n\n');
}

/** What hovering over a question says (Markdown). */
export function questionTooltip(question: QuestionHead, progress: Progress, today: number): string {
  const m = progress.of(question.id);
  const row = rowOf(question.id, { progress, today }, undefined);
  const facts = [levelName(question.level), kindName(question.kind), stateWords(row)];
  const lines = [
    `**${question.title}**`,
    [...facts, ...row.flags.map(flagName)].join(' · '),
    question.tags.map((tag) => `\`${tag}\``).join(' '),
  ];
  if (m.memory) {
    const recall = Math.round(progress.recallOf(question.id, today) * 100);
    lines.push(
      l10n.t('Reviews: {0}. Forgotten: {1}. Expected recall today: {2} %.', m.reviews, m.lapses, recall),
    );
  }
  const left = leftOutOf(m.last, question.pointCount).length;
  if (left > 0) {
    lines.push(l10n.t('Left out at the last review: {0} of {1} key points.', left, question.pointCount));
  }
  if (m.quizRight + m.quizWrong > 0) {
    lines.push(l10n.t('Quiz answers: {0} right, {1} wrong.', m.quizRight, m.quizWrong));
  }
  return lines.join('\n\n');
}

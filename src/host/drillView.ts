import { l10n } from 'vscode';
import type { Vocabulary } from '../core/answer/vocabulary';
import type { BankIndex } from '../core/bank/bank';
import { plainText, splitLine } from '../core/bank/plainText';
import type { Question } from '../core/bank/question';
import { byGrade } from '../core/memory/grade';
import { leftOutOf, oftenLeftOut } from '../core/progress/leftOut';
import { answerWays, type CardView, type View } from '../core/protocol';
import type { Session } from '../core/session/session';
import { readPreferences } from './panelMemory';
import { preparedPoints } from './preparedPoints';
import type { ProgressStore } from './progressStore';
import { readSettings } from './settings';
import { type Standing, showingOf, standing, withQuizShuffled } from './standing';
import { summaryView } from './summaryView';
import { deedWords, intervalWords, kindName, leechWords, levelName, modeName, stateName } from './words';

/** What a view is made of. */
export interface ViewParts extends Omit<Standing, 'now'> {
  /** Those with which it is concerned: the one that the queue begins with, or at the end all that were answered. */
  readonly questions: readonly Question[];
  readonly vocabulary: Vocabulary;
}

/** What the panel is to show for a session now. */
export function drillView(of: ViewParts): View {
  const { session } = of;
  const now = standing(session, of.bank, of.store);
  const question = of.questions.find((q) => q.id === now.queue[0]);
  const undo = undoNames(of.store, of.bank);
  return question
    ? {
        type: 'card',
        card: { ...cardView({ ...of, now, question }), ...answering(of, question), ...undo },
        session,
      }
    : { type: 'summary', summary: { ...summaryView({ ...of, now }), ...undo }, session };
}

/** The tab of a longer title would leave no room for others. */
const longestTitle = 40;

/** The title of the panel's tab: what is drilled, or the question where it is only one. */
export function titleOf({ mode, plan }: Session, bank: BankIndex): string {
  const only = mode === 'single' && plan[0] !== undefined ? bank.question(plan[0]) : undefined;
  if (!only) return l10n.t('MLOps Drill: {0}', modeName(mode));
  const [beginning, rest] = splitLine(plainText(only.title), longestTitle);
  return rest ? `${beginning}…` : beginning;
}

/** Related questions shown at the end of a card. */
const mostRelated = 6;

type Answering = 'ways' | 'preferences' | 'points';

function cardView({
  session,
  bank,
  store,
  now,
  question,
}: Standing & { question: Question }): Omit<CardView, Answering> {
  const { progress, today } = store;
  const { last, starred, suspended, note, report, lapses } = progress.of(question.id);
  return {
    showing: showingOf(session, now),
    mode: modeName(session.mode),
    position: now.results.length + 1,
    total: now.results.length + now.queue.length,
    topicTitle: bank.topic(question.topic)?.title ?? question.topic,
    levelName: levelName(question.level),
    kindName: kindName(question.kind),
    question: withQuizShuffled(question, session, now),
    leftOut: leftOutRows(question, store),
    wellBefore: question.followUps.flatMap((_, i) => ((last?.followUps ?? 0) & (1 << i) ? [i] : [])),
    note,
    report,
    ...(progress.isLeech(question.id) ? { leech: leechWords(lapses) } : {}),
    related: bank
      .relatedTo(question.id)
      .slice(0, mostRelated)
      .map(({ id, title }) => ({ id, title })),
    intervals: byGrade((grade) => intervalWords(progress.intervalFor(question.id, today, grade))),
    starred,
    suspended,
    state: stateName(progress.stateOf(question.id, today)),
    ...(session.outer ? { back: l10n.t('Back to: {0}', modeName(session.outer.mode)) } : {}),
  };
}

function leftOutRows({ id, keyPoints }: Question, store: ProgressStore): CardView['leftOut'] {
  const points = leftOutOf(store.progress.of(id).last, keyPoints.length);
  if (points.length === 0) return [];
  const { reviews, times } = oftenLeftOut(id, store.counted, keyPoints.length);
  return points.map((point) => {
    const count = times[point] ?? 0;
    return { point, often: count > 1 ? l10n.t('{0} of {1} times', count, reviews) : '' };
  });
}

function answering({ store, vocabulary }: ViewParts, question: Question): Pick<CardView, Answering> {
  const preferences = readPreferences(store.state);
  const ways = answerWays.filter((way) => way !== 'typed' || readSettings().typedAnswers);
  const way = ways.includes(preferences.way) ? preferences.way : 'head';
  const points = way === 'typed' ? { points: preparedPoints(question, vocabulary) } : {};
  return { ways, preferences: { ...preferences, way }, ...points };
}

function undoNames(store: ProgressStore, bank: BankIndex): { undo?: string; redo?: string } {
  const { undo, redo } = store.undoState;
  return {
    ...(undo ? { undo: deedWords(undo, bank) } : {}),
    ...(redo ? { redo: deedWords(redo, bank) } : {}),
  };
}

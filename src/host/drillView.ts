import { l10n } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { Question } from '../core/bank/question';
import { byGrade } from '../core/memory/grade';
import { leftOutOf } from '../core/progress/leftOut';
import { leechLapses } from '../core/progress/progress';
import { answerWays, type CardView, type ToWebview } from '../core/protocol';
import { readPreferences } from './panelMemory';
import type { ProgressStore } from './progressStore';
import { readSettings } from './settings';
import { type Standing, showingOf, standing, withQuizShuffled } from './standing';
import { summaryView } from './summaryView';
import { deedWords, intervalWords, kindName, levelName, modeName, stateName } from './words';

/**
 * What the panel is to show for a session now. `questions` are those with which it is concerned: the one that its
 * queue begins with, or at its end all that were answered.
 */
export function drillView(
  of: Omit<Standing, 'now'> & { readonly questions: readonly Question[] },
): ToWebview {
  const { session } = of;
  const now = standing(session, of.bank, of.store);
  const question = of.questions.find((q) => q.id === now.queue[0]);
  const undo = undoNames(of.store, of.bank);
  return question
    ? { type: 'card', card: { ...cardView({ ...of, now, question }), ...undo }, session }
    : { type: 'summary', summary: { ...summaryView({ ...of, now }), ...undo }, session };
}

/** Related questions shown at the end of a card. */
const mostRelated = 6;

function cardView({ session, bank, store, now, question }: Standing & { question: Question }): CardView {
  const { progress, today } = store;
  const { last, starred, note, report, lapses } = progress.of(question.id);
  return {
    showing: showingOf(session, now),
    mode: modeName(session.mode),
    position: now.results.length + 1,
    total: now.results.length + now.queue.length,
    topicTitle: bank.topic(question.topic)?.title ?? question.topic,
    levelName: levelName(question.level),
    kindName: kindName(question.kind),
    question: withQuizShuffled(question, session, now),
    ...answering(store),
    leftOut: leftOutOf(last, question.keyPoints.length),
    note,
    report,
    ...(lapses >= leechLapses ? { leech: leechWords(lapses) } : {}),
    related: bank
      .relatedTo(question.id)
      .slice(0, mostRelated)
      .map(({ id, title }) => ({ id, title })),
    intervals: byGrade((grade) => intervalWords(progress.intervalFor(question.id, today, grade))),
    starred,
    state: stateName(progress.stateOf(question.id, today)),
    ...(session.outer ? { back: l10n.t('Back to: {0}', modeName(session.outer.mode)) } : {}),
  };
}

function answering(store: ProgressStore): Pick<CardView, 'ways' | 'preferences'> {
  const preferences = readPreferences(store.state);
  const ways = answerWays.filter((way) => way !== 'typed' || readSettings().typedAnswers);
  const way = ways.includes(preferences.way) ? preferences.way : 'head';
  return { ways, preferences: { ...preferences, way } };
}

function leechWords(lapses: number): string {
  return l10n.t(
    'Forgotten {0} times. More of the same seldom helps: put the answer into your own words in a note, look at the related questions, or suspend it for now.',
    lapses,
  );
}

function undoNames(store: ProgressStore, bank: BankIndex): { undo?: string; redo?: string } {
  const { undo, redo } = store.undoState;
  return {
    ...(undo ? { undo: deedWords(undo, bank) } : {}),
    ...(redo ? { redo: deedWords(redo, bank) } : {}),
  };
}

import { l10n } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { Question, QuestionId } from '../core/bank/question';
import { type Grade, grades } from '../core/memory/grade';
import type { CardView, SummaryAction, SummaryView, ToWebview } from '../core/protocol';
import { dueQueue } from '../core/session/queues';
import {
  firstResults,
  type Session,
  type SessionProgress,
  sessionProgress,
  weakOnes,
} from '../core/session/session';
import type { ProgressStore } from './progressStore';
import { deedWords, intervalWords, kindName, levelName, modeName, questionsWords, stateName } from './words';

/** Where a session stands, without questions that the bank no longer has. */
export function standing(session: Session, bank: BankIndex, store: ProgressStore): SessionProgress {
  const { results, queue } = sessionProgress(session, store.settled);
  return { results, queue: queue.filter((id) => bank.question(id)) };
}

/** Names one showing of one question; the same after a reload, another after each grade. */
export function showingOf(session: Session, { results, queue }: SessionProgress): string {
  return `${session.started}/${results.length}/${queue[0] ?? ''}`;
}

/** What the panel is to show for a session now; `question` is the one that its queue begins with, if there is one. */
export function drillView(of: {
  readonly session: Session;
  readonly bank: BankIndex;
  readonly store: ProgressStore;
  readonly question: Question | undefined;
}): ToWebview {
  const { session, question } = of;
  const now = standing(session, of.bank, of.store);
  return question
    ? { type: 'card', card: cardView({ ...of, now, question }), session }
    : { type: 'summary', summary: summaryView({ ...of, now }), session };
}

interface Standing {
  readonly session: Session;
  readonly bank: BankIndex;
  readonly store: ProgressStore;
  readonly now: SessionProgress;
}

/** Related questions shown at the end of a card. */
const mostRelated = 6;

function cardView({ session, bank, store, now, question }: Standing & { question: Question }): CardView {
  const { progress, today } = store;
  return {
    showing: showingOf(session, now),
    mode: modeName(session.mode),
    position: now.results.length + 1,
    total: now.results.length + now.queue.length,
    topicTitle: bank.topic(question.topic)?.title ?? question.topic,
    levelName: levelName(question.level),
    kindName: kindName(question.kind),
    question,
    related: bank
      .relatedTo(question.id)
      .slice(0, mostRelated)
      .map(({ id, title }) => ({ id, title })),
    intervals: byGrade((grade) => intervalWords(progress.intervalFor(question.id, today, grade))),
    starred: progress.of(question.id).starred,
    state: stateName(progress.stateOf(question.id, today)),
    ...undoNames(store, bank),
    ...(session.outer ? { back: l10n.t('Back to: {0}', modeName(session.outer.mode)) } : {}),
  };
}

function summaryView({ session, bank, store, now }: Standing): SummaryView {
  const first = firstResults(now.results);
  const weak = weakOnes(now.results);
  const seconds = now.results.reduce((sum, r) => sum + r.seconds, 0);
  return {
    mode: modeName(session.mode),
    lines: [
      l10n.t('{0} in {1}.', questionsWords(first.length), minutesWords(seconds)),
      howItWent(first.filter((r) => r.grade >= 3).length, first.length),
      nextDueWords({ bank, store }),
    ].filter(Boolean),
    grades: byGrade((grade) => first.filter((r) => r.grade === grade).length),
    weakTopics: weakTopics(first, bank),
    weakQuestions: weak.flatMap((id) => titled(bank, id)),
    actions: summaryActions({ bank, store, hasWeak: weak.length > 0 }),
    ...undoNames(store, bank),
  };
}

function summaryActions(of: { bank: BankIndex; store: ProgressStore; hasWeak: boolean }) {
  const { bank, store } = of;
  const due = dueQueue({ bank, progress: store.progress, today: store.today }).length;
  const actions: { action: SummaryAction; label: string }[] = [];
  if (of.hasWeak) actions.push({ action: 'weak', label: l10n.t('Drill the Weak Ones Again') });
  if (due > 0) actions.push({ action: 'due', label: l10n.t('Review What Is Due ({0})', due) });
  actions.push({ action: 'another', label: l10n.t('Another Random Drill') });
  actions.push({ action: 'quiz', label: l10n.t('Quick Quiz') });
  actions.push({ action: 'close', label: l10n.t('Close') });
  return actions;
}

function weakTopics(first: readonly { question: QuestionId; grade: Grade }[], bank: BankIndex) {
  const byTopic = new Map<string, { good: number; of: number }>();
  for (const { question, grade } of first) {
    const topic = bank.question(question)?.topic ?? '';
    const tally = byTopic.get(topic) ?? { good: 0, of: 0 };
    byTopic.set(topic, { good: tally.good + (grade >= 3 ? 1 : 0), of: tally.of + 1 });
  }
  return [...byTopic]
    .filter(([, tally]) => tally.good < tally.of)
    .map(([topic, tally]) => ({ title: bank.topic(topic)?.title ?? topic, ...tally }))
    .sort((a, b) => a.good / a.of - b.good / b.of);
}

function howItWent(good: number, of: number): string {
  if (of === 0) return '';
  if (good === of) return l10n.t('You answered all of them well.');
  return l10n.t('You answered {0} of {1} well at the first try.', good, of);
}

function nextDueWords({ bank, store }: { bank: BankIndex; store: ProgressStore }): string {
  const { progress, today } = store;
  const days = bank.questions
    .map((q) => progress.of(q.id))
    .filter((m) => m.memory && !m.suspended)
    .map((m) => m.dueDay - today);
  const now = days.filter((d) => d <= 0).length;
  if (now > 0) return l10n.t('Due now: {0}.', questionsWords(now));
  const next = Math.min(...days);
  if (!Number.isFinite(next)) return '';
  const count = questionsWords(days.filter((d) => d === next).length);
  return next === 1
    ? l10n.t('Next due: {0} tomorrow.', count)
    : l10n.t('Next due: {0} in {1}.', count, intervalWords(next));
}

function minutesWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return l10n.t('less than a minute');
  return minutes === 1 ? l10n.t('1 minute') : l10n.t('{0} minutes', minutes);
}

function undoNames(store: ProgressStore, bank: BankIndex): { undo?: string; redo?: string } {
  const { undo, redo } = store.undoState;
  return {
    ...(undo ? { undo: deedWords(undo, bank) } : {}),
    ...(redo ? { redo: deedWords(redo, bank) } : {}),
  };
}

function titled(bank: BankIndex, id: QuestionId): { id: QuestionId; title: string }[] {
  const question = bank.question(id);
  return question ? [{ id, title: question.title }] : [];
}

function byGrade<T>(of: (grade: Grade) => T): Record<Grade, T> {
  return Object.fromEntries(grades.map((grade) => [grade, of(grade)])) as Record<Grade, T>;
}

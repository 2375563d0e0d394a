import { l10n } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { Question, QuestionId } from '../core/bank/question';
import { byGrade, type Grade } from '../core/memory/grade';
import { habitsOf } from '../core/progress/habits';
import type { SummaryAction, SummaryView } from '../core/protocol';
import { missesOf } from '../core/session/misses';
import { dueQueue } from '../core/session/queues';
import { firstResults, weakOnes } from '../core/session/session';
import { habitWords } from './habitWords';
import { drillsToResume } from './panelMemory';
import type { ProgressStore } from './progressStore';
import { readSettings } from './settings';
import { goingOn, type Standing, standing, weakToAsk } from './standing';
import { intervalWords, modeName, questionsWords } from './words';

/** How many of the left-out key points are shown. */
const mostLeftOut = 6;

/** The end of a session; `questions` are those that were answered. */
export function summaryView(of: Standing & { readonly questions: readonly Question[] }): SummaryView {
  const { session, bank, store, now } = of;
  const left = standing(goingOn(session), bank, store).queue.length;
  const first = firstResults(now.results);
  const weak = weakOnes(now.results);
  const seconds = now.results.reduce((sum, r) => sum + r.seconds, 0);
  const isLeech = (id: QuestionId) => store.progress.isLeech(id);
  return {
    mode: modeName(session.mode),
    answered: now.results.length,
    total: now.results.length + left,
    lines: [
      first.length === 0
        ? l10n.t('No question was graded.')
        : l10n.t('{0} in {1}.', questionsWords(first.length), minutesWords(seconds)),
      howItWent(first.filter((r) => r.grade >= 3).length, first.length),
      followUpsWords(now.results.reduce((sum, r) => sum + r.followUps, 0)),
      todayWords(store),
      nextDueWords({ bank, store }),
    ].filter(Boolean),
    grades: byGrade((grade) => first.filter((r) => r.grade === grade).length),
    topics: topics(first, bank),
    leftOut: leftOut(of),
    weakQuestions: weak.flatMap((id) => titled(bank, id)),
    leeches: first.filter((r) => isLeech(r.question)).flatMap((r) => titled(bank, r.question)),
    actions: summaryActions({ ...of, left, hasWeak: weakToAsk(now.results, store).length > 0 }),
  };
}

/** What was done today and how many days in a row, as one line. */
function todayWords({ counted, today }: ProgressStore): string {
  const { dayStartsAt } = readSettings();
  return `${habitWords(habitsOf(counted, { today, dayStartsAt })).join('. ')}.`;
}

function summaryActions(
  of: Standing & { readonly left: number; readonly hasWeak: boolean },
): SummaryView['actions'] {
  const { session, bank, store, left } = of;
  const due = dueQueue({ bank, progress: store.progress, today: store.today }).length;
  const actions: { action: SummaryAction; label: string }[] = [];
  if (left > 0) actions.push({ action: 'continue', label: l10n.t('Go On ({0} Left)', left) });
  const before = session.mode === 'single' ? leftInDrillBefore(of) : 0;
  if (before > 0) actions.push({ action: 'resume', label: l10n.t('Resume Drill ({0} Left)', before) });
  if (of.hasWeak) actions.push({ action: 'weak', label: l10n.t('Drill the Weak Ones Again') });
  if (due > 0) actions.push({ action: 'due', label: l10n.t('Review What Is Due ({0})', due) });
  actions.push({ action: 'another', label: l10n.t('Another Random Drill') });
  actions.push({ action: 'quiz', label: l10n.t('Quick Quiz') });
  actions.push({ action: 'close', label: l10n.t('Close') });
  return actions;
}

/** How many questions are left in the drill that was open before a single question. */
function leftInDrillBefore({ session, bank, store }: Standing): number {
  const left = drillsToResume(store.state, session).map((drill) => standing(drill, bank, store).queue.length);
  return left.find((count) => count > 0) ?? 0;
}

function topics(first: readonly { question: QuestionId; grade: Grade }[], bank: BankIndex) {
  const byTopic = new Map<string, { good: number; of: number }>();
  for (const { question, grade } of first) {
    const topic = bank.question(question)?.topic ?? '';
    const tally = byTopic.get(topic) ?? { good: 0, of: 0 };
    byTopic.set(topic, { good: tally.good + (grade >= 3 ? 1 : 0), of: tally.of + 1 });
  }
  return [...byTopic]
    .map(([topic, tally]) => ({ title: bank.topic(topic)?.title ?? topic, ...tally }))
    .sort((a, b) => a.good / a.of - b.good / b.of);
}

function leftOut({ session, store, questions }: Standing & { readonly questions: readonly Question[] }) {
  const worst = missesOf(session, store.settled, questions).slice(0, mostLeftOut);
  return [...new Set(worst.map((miss) => miss.question))].flatMap((id) => {
    const question = questions.find((q) => q.id === id);
    if (!question) return [];
    const points = worst.flatMap((miss) =>
      miss.question === id ? (question.keyPoints[miss.point] ?? []) : [],
    );
    return [{ id, title: question.title, points }];
  });
}

function howItWent(good: number, of: number): string {
  if (of === 0) return '';
  if (of === 1) {
    return good === 1
      ? l10n.t('You answered it well.')
      : l10n.t('You did not answer it well at the first try.');
  }
  if (good === of) return l10n.t('You answered all of them well.');
  return l10n.t('You answered {0} of {1} well at the first try.', good, of);
}

function followUpsWords(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? l10n.t('1 follow-up was answered well.')
    : l10n.t('{0} follow-ups were answered well.', count);
}

function nextDueWords({ bank, store }: { bank: BankIndex; store: ProgressStore }): string {
  const { progress, today } = store;
  const days = bank.questions
    .map((q) => progress.of(q.id))
    .filter((m) => m.memory && !m.suspended)
    .map((m) => Math.max(m.dueDay, m.buriedUntil) - today);
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

function titled(bank: BankIndex, id: QuestionId): { id: QuestionId; title: string }[] {
  const question = bank.question(id);
  return question ? [{ id, title: question.title }] : [];
}

import type { BankIndex } from '../core/bank/bank';
import type { Question, QuestionId } from '../core/bank/question';
import { seeded, shuffled } from '../core/session/random';
import {
  firstResults,
  type Session,
  type SessionProgress,
  sessionProgress,
  weakOnes,
} from '../core/session/session';
import type { ProgressStore } from './progressStore';

/** Where a session stands, without questions that the bank no longer has. */
export function standing(session: Session, bank: BankIndex, store: ProgressStore): SessionProgress {
  const { results, queue } = sessionProgress(session, store.settled);
  return { results, queue: queue.filter((id) => bank.question(id)) };
}

/** The questions of a session that were answered weakly and may be asked again today, worst first. */
export function weakToAsk(results: SessionProgress['results'], store: ProgressStore): QuestionId[] {
  return weakOnes(results).filter((id) => store.progress.isAskable(id, store.today));
}

/** A session as it is to go on, if it was ended early. */
export function goingOn({ ended: _, ...session }: Session): Session {
  return session;
}

/** Names one showing of one question; the same after a reload, another after each grade. */
export function showingOf(session: Session, { results, queue }: SessionProgress): string {
  return `${session.started}/${results.length}/${queue[0] ?? ''}`;
}

/** The order of a quiz's options: the same for one showing, another for the next. */
export function withQuizShuffled(question: Question, session: Session, now: SessionProgress): Question {
  if (!question.quiz) return question;
  const random = seeded(session.started + now.results.length);
  return { ...question, quiz: { ...question.quiz, options: shuffled(question.quiz.options, random) } };
}

/** A session seen with the bank and the log. */
export interface Standing {
  readonly session: Session;
  readonly bank: BankIndex;
  readonly store: ProgressStore;
  readonly now: SessionProgress;
}

/** A question that was opened out of a session leads back to it when it is done. */
export function openSession(session: Session, bank: BankIndex, store: ProgressStore): Session {
  // A clock that was set back since would leave everything to come before the session's start.
  const started = store.nextMoment();
  if (session.started > started) return openSession({ ...session, started }, bank, store);
  const isDone = standing(session, bank, store).queue.length === 0;
  return isDone && session.outer ? openSession(session.outer, bank, store) : session;
}

/** The drill that a question opened now would interrupt: it is not finished, and a question alone is not one. */
export function unfinishedDrill(session: Session | undefined, store: ProgressStore): Session | undefined {
  if (!session) return undefined;
  if (session.mode === 'single') return unfinishedDrill(session.outer, store);
  return sessionProgress(session, store.settled).queue.length > 0 ? session : undefined;
}

/** The questions that the view of a session needs: the one to ask, or at the end those that were answered. */
export function concernOf(session: Session, bank: BankIndex, store: ProgressStore): readonly QuestionId[] {
  const { queue, results } = standing(session, bank, store);
  return queue.length > 0 ? queue.slice(0, 1) : firstResults(results).map((r) => r.question);
}

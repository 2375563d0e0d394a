import { type QuestionId, topicOf } from '../bank/question';
import { intervalAfter, type MemoryState, recallAfter, remember } from '../memory/fsrs';
import type { Grade } from '../memory/grade';
import { studyDay } from '../memory/studyDay';
import {
  type Bury,
  type Mark,
  type ProgressEvent,
  type QuizAnswer,
  questionsIn,
  type Remark,
  type Review,
  type Stamp,
} from './event';
import { leftOutOf } from './leftOut';

/** The settings on which schedule and days depend. Changing them is only another reading of the same log. */
export interface Rules {
  /** Hour at which a study day begins, local time. */
  readonly dayStartsAt: number;
  /** Recall at which a question becomes due, 0.7 to 0.99. */
  readonly desiredRetention: number;
}

/** What is remembered of one question. Days are study days. */
export interface QuestionMemory {
  /** Undefined while the question was never graded. */
  readonly memory?: MemoryState;
  readonly lastDay: number;
  readonly dueDay: number;
  /** The review before this moment: what was ticked then, and how it was graded. */
  readonly last?: Review;
  /** The study day of the first review; it counts among the new ones of that day. */
  readonly firstDay: number;
  readonly reviews: number;
  /** Times it was forgotten: graded Again on a later day than the review before. */
  readonly lapses: number;
  readonly quizRight: number;
  readonly quizWrong: number;
  readonly starred: boolean;
  readonly suspended: boolean;
  /** It is not asked before this day. */
  readonly buriedUntil: number;
  /** The person's own note (Markdown), and what they said is wrong with the card; '' for none. */
  readonly note: string;
  readonly report: string;
}

export const untouched: QuestionMemory = {
  lastDay: 0,
  dueDay: 0,
  firstDay: 0,
  reviews: 0,
  lapses: 0,
  quizRight: 0,
  quizWrong: 0,
  starred: false,
  suspended: false,
  buriedUntil: 0,
  note: '',
  report: '',
};

/** Forgotten so often, a question is a leech: it wants another way of learning, not more of the same. As in Anki. */
export const leechLapses = 8;

/** Days of memory from which on a question counts as known rather than as being learnt. */
const knownFromDays = 7;

export const questionStates = ['new', 'learning', 'due', 'known', 'suspended'] as const;
export type QuestionState = (typeof questionStates)[number];

/** Everything that follows from a log: a pure fold over its events in order. */
export class Progress {
  private readonly memories = new Map<QuestionId, QuestionMemory>();

  /** @param events in the order of the log, without those that were undone (see `effective`) */
  constructor(
    events: Iterable<ProgressEvent>,
    readonly rules: Rules,
  ) {
    for (const event of events) this.apply(event);
  }

  /** Adds an event that comes after all others and is no correction. */
  apply(event: ProgressEvent): void {
    if (event.kind === 'reset') this.reset(event.topic);
    // Corrections are dealt with before; unknown kinds mean nothing to this version.
    if (!('question' in event)) return;
    for (const question of questionsIn(event)) {
      this.memories.set(question, this.after(this.of(question), event));
    }
  }

  /**
   * Works out anew what is remembered of some questions.
   * @param events all that count, in order
   */
  renew(questions: readonly QuestionId[], events: readonly ProgressEvent[]): void {
    const concerned = new Set(questions);
    const again = new Progress(
      events.filter((e) => e.kind === 'reset' || questionsIn(e).some((id) => concerned.has(id))),
      this.rules,
    );
    for (const id of concerned) {
      const memory = again.memories.get(id);
      if (memory) this.memories.set(id, memory);
      else this.memories.delete(id);
    }
  }

  /** What is remembered of a question; `untouched` for one without events. */
  of(question: QuestionId): QuestionMemory {
    return this.memories.get(question) ?? untouched;
  }

  /** Questions graded for the first time on a study day. */
  newOn(day: number): number {
    let count = 0;
    for (const m of this.memories.values()) if (m.memory && m.firstDay === day) count++;
    return count;
  }

  /** Everything that is remembered, by question. */
  get all(): ReadonlyMap<QuestionId, QuestionMemory> {
    return this.memories;
  }

  /** The study day of a moment under the rules. */
  dayOf(moment: Pick<Stamp, 'at' | 'zone'>): number {
    return studyDay(moment, this.rules.dayStartsAt);
  }

  /** State of a question on a study day. */
  stateOf(question: QuestionId, today: number): QuestionState {
    const m = this.of(question);
    if (m.suspended) return 'suspended';
    if (!m.memory) return 'new';
    if (m.dueDay <= today) return 'due';
    return m.memory.stability >= knownFromDays ? 'known' : 'learning';
  }

  /** Whether a question may be asked on a study day: neither suspended nor buried. */
  isAskable(question: QuestionId, today: number): boolean {
    const m = this.of(question);
    return !m.suspended && m.buriedUntil <= today;
  }

  /** Whether a question was forgotten so often that it wants another way of learning. */
  isLeech(question: QuestionId): boolean {
    return this.of(question).lapses >= leechLapses;
  }

  /** Expected recall of a question on a study day; 0 for one that was never graded. */
  recallOf(question: QuestionId, today: number): number {
    const m = this.of(question);
    return m.memory ? recallAfter(m.memory, today - m.lastDay) : 0;
  }

  /**
   * How weak a question is, as a sum of four shares of 0 to 1: how likely it is forgotten today, which part of its
   * `pointCount` key points was left out at the last review, how near it is to being a leech, and which part of its
   * quiz answers was wrong.
   */
  weaknessOf(question: QuestionId, today: number, pointCount: number): number {
    const { memory, last, lapses, quizRight, quizWrong } = this.of(question);
    return (
      (memory ? 1 - this.recallOf(question, today) : 0) +
      leftOutOf(last, pointCount).length / Math.max(1, pointCount) +
      Math.min(1, lapses / leechLapses) +
      quizWrong / Math.max(1, quizRight + quizWrong)
    );
  }

  /** Study days until the question is due again, if it is given `grade` today. */
  intervalFor(question: QuestionId, today: number, grade: Grade): number {
    const m = this.of(question);
    return intervalAfter(remember(m.memory, today - m.lastDay, grade), grade, this.rules.desiredRetention);
  }

  private reset(topic: string | undefined): void {
    for (const [question, { starred, suspended, note, report }] of this.memories) {
      if (topic !== undefined && topicOf(question) !== topic) continue;
      this.memories.set(question, { ...untouched, starred, suspended, note, report });
    }
  }

  private after(
    m: QuestionMemory,
    event: Stamp & (Review | QuizAnswer | Mark | Bury | Remark),
  ): QuestionMemory {
    switch (event.kind) {
      case 'review':
        return this.afterReview(m, event);
      case 'quiz':
        return event.correct ? { ...m, quizRight: m.quizRight + 1 } : { ...m, quizWrong: m.quizWrong + 1 };
      case 'star':
        return { ...m, starred: event.on };
      case 'suspend':
        return { ...m, suspended: event.on };
      case 'bury':
        return { ...m, buriedUntil: event.until };
      case 'note':
        return { ...m, note: event.text };
      case 'report':
        return { ...m, report: event.text };
    }
  }

  private afterReview(m: QuestionMemory, event: Stamp & Review): QuestionMemory {
    // A clock that was set back must not make time run backwards.
    const day = Math.max(this.dayOf(event), m.lastDay);
    const memory = remember(m.memory, day - m.lastDay, event.grade);
    return {
      ...m,
      memory,
      last: event,
      firstDay: m.memory ? m.firstDay : day,
      lastDay: day,
      dueDay: day + intervalAfter(memory, event.grade, this.rules.desiredRetention),
      reviews: m.reviews + 1,
      lapses: m.lapses + (m.memory && event.grade === 1 && day > m.lastDay ? 1 : 0),
    };
  }
}

import { l10n } from 'vscode';
import type { QuestionId } from '../core/bank/question';
import type { ProgressEvent } from '../core/progress/event';
import {
  leechQueue,
  mistakesQueue,
  randomQueue,
  type Source,
  starredQueue,
  weakQueue,
} from '../core/session/queues';
import { seeded } from '../core/session/random';
import { reviewPlan } from '../core/session/review';
import type { SessionMode } from '../core/session/session';
import { planOf } from '../core/session/siblings';
import type { CommandId, DrillWish } from './ids';
import { readSettings } from './settings';

/** What a session is to ask, in order. */
export type Plan = readonly QuestionId[];

/** The questions of a random drill. */
export function randomDrillPlan(from: Source, wish: DrillWish): Plan {
  const queue = randomQueue(from, wish, seeded(wish.seed ?? Date.now()));
  return drillPlan(from, queue, wish.count);
}

/** The first questions of a queue as the plan of a drill, of the usual length if no `count` is wished. */
export function drillPlan(from: Source, queue: Plan, count: number | undefined): Plan {
  return planOf(from, queue, count ?? readSettings().sessionLength);
}

/** The questions of today's review. */
export function todaysPlan(from: Source, count: number | undefined): Plan {
  const { newPerDay, sessionLength } = readSettings();
  return reviewPlan(from, { newPerDay, count: count ?? sessionLength });
}

/** A drill of questions that have something in common. */
export interface Practice {
  readonly command: CommandId & `mlopsDrill.drill${'Weak' | 'Leeches' | 'Starred' | 'Mistakes'}`;
  readonly mode: SessionMode;
  readonly queue: (from: Source, counted: readonly ProgressEvent[]) => Plan;
  /** What to say where there is no such question. */
  readonly none: () => string;
}

export const practices: readonly Practice[] = [
  {
    command: 'mlopsDrill.drillWeak',
    mode: 'weak',
    queue: weakQueue,
    none: () => l10n.t('No question stands out as weak.'),
  },
  {
    command: 'mlopsDrill.drillLeeches',
    mode: 'leeches',
    queue: leechQueue,
    none: () => l10n.t('There is no leech: no question was forgotten again and again.'),
  },
  {
    command: 'mlopsDrill.drillStarred',
    mode: 'starred',
    queue: starredQueue,
    none: () => l10n.t('No question has a star yet.'),
  },
  {
    command: 'mlopsDrill.drillMistakes',
    mode: 'mistakes',
    queue: mistakesQueue,
    none: () => l10n.t('Nothing was graded Again or Hard in the last seven days.'),
  },
];

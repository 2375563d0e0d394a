import type { Question } from '../../../src/core/bank/question';

/** A question with nothing but a title, key points and an explanation. */
export function pointsCard(texts: {
  readonly points: readonly string[];
  readonly title?: string;
  readonly explanation?: string;
}): Question {
  return {
    id: 'topic/question',
    topic: 'topic',
    title: texts.title ?? 'What do you say?',
    hasQuiz: false,
    pointCount: texts.points.length,
    level: 'mid',
    kind: 'concept',
    tags: [],
    tools: [],
    minutes: 5,
    related: [],
    volatility: 'stable',
    reviewed: '2026-11-01',
    shortAnswer: '',
    explanation: texts.explanation ?? '',
    tradeOffs: [],
    redFlags: [],
    followUps: [],
    keyPoints: texts.points,
    hints: [],
    bar: [],
    references: [],
    exhibits: [],
  };
}

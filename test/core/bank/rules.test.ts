import assert from 'node:assert/strict';
import type { Bank } from '../../../src/core/bank/bank';
import { bankReport } from '../../../src/core/bank/bankReport';
import { bankFigures, checkBankRules } from '../../../src/core/bank/bankRules';
import { checkHouseRules } from '../../../src/core/bank/houseRules';
import { parseQuestion } from '../../../src/core/bank/parseQuestion';
import type { Question } from '../../../src/core/bank/question';
import { goodCard } from './card';

const card = parseQuestion({ path: '', topic: 'features', slug: 'skew', text: goodCard })
  .question as Question;
const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
const fitting: Question = {
  ...card,
  shortAnswer: words(70),
  explanation: words(200),
  example: words(120),
  redFlags: ['one', 'two', 'three'],
  followUps: Array.from({ length: 3 }, () => ({ question: 'And then?', answer: words(20) })),
  keyPoints: ['one', 'two', 'three'],
  quiz: {
    stem: 'What now?',
    options: [0, 1, 2, 3].map((i) => ({
      text: `An option of this length ${i}`,
      correct: i === 0,
      why: 'Because.',
    })),
  },
};
const option = (text: string, correct = false) => ({ text, correct, why: 'Because.' });

describe('checkHouseRules', () => {
  it('finds nothing wrong with a card that fits', () =>
    assert.deepEqual(checkHouseRules({ ...fitting, tradeOffs: [] }), []));

  it('allows what stands at the limits', () => {
    const atLimits = { shortAnswer: words(60), keyPoints: Array(6).fill('x'), redFlags: Array(5).fill('x') };
    assert.deepEqual(checkHouseRules({ ...fitting, tradeOffs: [], ...atLimits }), []);
  });

  it('allows a scenario a longer explanation, and an easy concept a shorter card', () => {
    const explained = { ...fitting, tradeOffs: [], explanation: words(400), kind: 'scenario' } as const;
    assert.deepEqual(checkHouseRules(explained), []);
    assert.equal(checkHouseRules({ ...explained, kind: 'code' }).length, 1);
    const short = { ...fitting, tradeOffs: [], example: words(20) } as const;
    assert.equal(checkHouseRules(short).length, 1);
    assert.deepEqual(checkHouseRules({ ...short, level: 'junior' }), []);
  });

  const wrong: [name: string, change: Partial<Question>, message: RegExp][] = [
    ['short answer too long', { shortAnswer: words(91) }, /short answer has 91 words; allowed are 60 to 90/],
    ['explanation too short', { explanation: words(100) }, /explanation has 100 words/],
    ['two red flags', { redFlags: ['one', 'two'] }, /"Red flags" has 2 items/],
    ['seven key points', { keyPoints: Array(7).fill('x') }, /"Key points" has 7 items/],
    ['card too long', { example: words(600) }, /The card .* has \d+ words/],
    ['design without a bar', { kind: 'design', bar: [], explanation: words(300) }, /needs the section "Bar"/],
    [
      'long stem',
      { quiz: { stem: words(61), options: fitting.quiz?.options ?? [] } },
      /stem of the quiz has 61 words/,
    ],
    [
      'option twice as long as the others',
      {
        quiz: {
          options: [
            option('a'.repeat(80), true),
            option('a'.repeat(40)),
            option('a'.repeat(40)),
            option('a'.repeat(40)),
          ],
        },
      },
      /Quiz option 1 has 80 characters/,
    ],
    [
      'option of 26 words',
      { quiz: { options: Array.from({ length: 4 }, () => option(words(26))) } },
      /option 1 has 26 words/,
    ],
  ];
  for (const [name, change, message] of wrong) {
    it(`names: ${name}`, () => {
      const messages = checkHouseRules({ ...fitting, tradeOffs: [], ...change }).map((p) => p.message);
      assert.ok(
        messages.some((m) => message.test(m)),
        messages.join(' | '),
      );
    });
  }
});

/** A bank with the planned mixture: 1,000 cards with different titles that speak of every system. */
function plannedBank(): Bank {
  const levels = spread({ junior: 300, mid: 390, senior: 310 });
  const kinds = spread({
    concept: 530,
    scenario: 224,
    code: 93,
    design: 62,
    estimation: 50,
    behavioural: 41,
  });
  const systems =
    'Git DVC MLflow W&B Docker Kubernetes TensorFlow Serving Prometheus Grafana CloudWatch Airflow Kubeflow TFX Feast Tecton TF_CONFIG LIME SHAP';
  const questions = levels.map((level, i): Question => {
    const options = fitting.quiz?.options ?? [];
    const turned = [...options.slice(i % 4), ...options.slice(0, i % 4)].map((o, place) => ({
      ...o,
      text: `Option ${place === 1 ? 'somewhat longer' : 'like this'}`,
    }));
    return {
      ...fitting,
      id: `features/q${i}`,
      title: `Title${i} about${i}`,
      level: level as Question['level'],
      kind: kinds[i] as Question['kind'],
      explanation: i < 2 ? systems : 'Nothing.',
      tools: [],
      quiz: { options: turned },
    };
  });
  return {
    topics: [{ id: 'features', title: 'Features', order: 1, icon: 'beaker', summary: '' }],
    questions,
  };
}

function spread(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([name, count]) => Array<string>(count).fill(name));
}

describe('checkBankRules', () => {
  const bank = plannedBank();
  const change = (of: (q: Question, i: number) => Partial<Question>): string[] =>
    checkBankRules({ ...bank, questions: bank.questions.map((q, i) => ({ ...q, ...of(q, i) })) }).map(
      (p) => p.message,
    );

  it('finds nothing wrong with a bank as planned', () => assert.deepEqual(checkBankRules(bank), []));
  it('names a level that is too frequent', () => {
    assert.match(
      change((_, i) => (i > 950 ? { level: 'junior' } : {})).join(),
      /35 % of the questions are junior/,
    );
  });
  it('names a kind that is too rare', () => {
    assert.match(
      change((q) => (q.kind === 'behavioural' ? { kind: 'concept' } : {})).join(),
      /0 % .* behavioural/,
    );
  });
  it('names a system that is missing', () => {
    const without = change((q) => ({ explanation: q.explanation.replace('Grafana', 'nothing') }));
    assert.match(without.join(), /Grafana is the subject of 0 cards/);
  });
  it('names right options that are known by their length', () => {
    const telling = change(() => ({
      quiz: { options: [option('long'.repeat(9), true), option('b'), option('c'), option('d')] },
    }));
    assert.match(telling.join(), /longest in 100 % of the quizzes/);
    assert.match(telling.join(), /place 1 in 100 %/);
  });
  it('names a wording that gives the right option away', () => {
    const reasons = change((q) => ({
      quiz: {
        options: (q.quiz?.options ?? []).map((o) => ({
          ...o,
          text: o.correct ? o.text : `${o.text}, since it is so`,
        })),
      },
    }));
    assert.match(reasons.join(), /0 % of the right options have a reason, of the wrong ones 100 %/);
  });
  it('names two titles that ask nearly the same', () => {
    const titles = [
      'Why does the Kolmogorov test find drift in every feature?',
      'Why does the Kolmogorov test find drift in each feature?',
    ];
    assert.match(
      change((_, i) => (i < 2 ? { title: titles[i] as string } : {})).join(),
      /nearly that of "features\/q0"/,
    );
  });
  it('counts', () => {
    const figures = bankFigures(bank);
    assert.equal(figures.quizzes, 1000);
    assert.deepEqual(figures.places, [0.25, 0.25, 0.25, 0.25]);
    assert.equal(figures.systems.MLflow, 2);
  });
});

describe('bankReport', () => {
  it('names cards that were not checked for a year', () => {
    const bank = { topics: [], questions: [{ ...fitting, reviewed: '2025-01-31' }] };
    assert.match(bankReport(bank, '2026-02-01'), /Not checked for twelve months: features\/skew/);
    assert.match(bankReport(bank, '2026-01-31'), /Every card was checked/);
  });
});

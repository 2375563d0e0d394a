import assert from 'node:assert/strict';
import { buildVocabulary } from '../../../src/core/answer/buildVocabulary';
import { matchAnswer, type PointMatch } from '../../../src/core/answer/match';
import { preparePoints } from '../../../src/core/answer/points';
import type { Vocabulary } from '../../../src/core/answer/vocabulary';
import { pointsCard } from './pointsCard';

const vocabulary: Vocabulary = {
  cards: 9,
  stems: { model: 8 },
  groups: [...buildVocabulary([]).groups, ['cbpe', 'confidence based performance estimation']],
};
const prepare = (points: readonly string[], more: { title?: string; explanation?: string } = {}) =>
  preparePoints(pointsCard({ points, ...more }), vocabulary);
const match = (point: string, answer: string, more = {}) =>
  matchAnswer(prepare([point], more), answer)[0] as PointMatch;
const marked = (point: string, answer: string) =>
  match(point, answer).marks.map(([start, end]) => answer.slice(start, end));

const said: [string, string, string][] = [
  ['another form of the words', 'Retraining is scheduled weekly', 'we retrain on a weekly schedule'],
  ['British and American spelling', 'Normalise the behaviour scores', 'normalized behavior'],
  ['an abbreviation for its long form', 'Population stability index above a limit', 'PSI'],
  ['a long form for its abbreviation', 'Watch PSI', 'watching the population stability index'],
  ['an abbreviation that the bank explains', 'Confidence based performance estimation', 'CBPE'],
  ['a synonym', 'Roll back at once', 'first I revert it'],
  ['k8s', 'Kubernetes decides', 'k8s'],
  ['slips of the keyboard', 'Partition by thresholds', 'partiton treshold'],
  ['two words for one', 'Checkpoint often', 'check point often'],
  ['a denied point that the answer denies', 'No speed gain', "it isn't faster, you gain no speed"],
];
const unsaid: [string, string, string][] = [
  ['nothing', 'Retraining is scheduled weekly', ''],
  ['something else', 'Retraining is scheduled weekly', 'I like the beeswarm plot'],
  ['a denied word', 'Retrain the model', 'you do not need to retrain'],
  ['an affirmed word of a denied point', 'No append', 'append'],
  ['words of the question only', 'A canary takes traffic from users', 'canary'],
];

describe('matchAnswer', () => {
  for (const [name, point, answer] of said) {
    it(`finds ${name}`, () => assert.equal(match(point, answer).said, true));
  }
  for (const [name, point, answer] of unsaid) {
    it(`does not take ${name} for the point`, () => {
      assert.equal(match(point, answer, { title: 'What is a canary?' }).said, false);
      assert.deepEqual(match(point, answer, { title: 'What is a canary?' }).marks, []);
    });
  }

  it('takes the words of the explanation for weak evidence', () => {
    const points = ['Partitions cap the parallelism of a consumer group', 'Something else'];
    const explanation = 'Partitions cap parallelism: with twelve brokers a thirteenth reader idles forever.';
    const answer = 'twelve brokers, the thirteenth reader idles forever';
    const score = (more: { explanation?: string }) =>
      matchAnswer(prepare(points, more), answer)[0]?.score ?? 0;
    assert.ok(score({ explanation }) > score({}));
  });

  it('gives words that several points share less weight', () => {
    const shared = matchAnswer(prepare(['seed debugging', 'seed averaging', 'seed sharding']), 'seed');
    assert.ok((shared[0]?.score ?? 0) < match('seed debugging', 'seed').score);
  });

  it('does not add up words that stand far from one another', () => {
    const far = `overwrite ${'blah bleh '.repeat(40)} partition`;
    assert.ok(
      match('Overwrite the partition', far).score <
        match('Overwrite the partition', 'overwrite partition').score,
    );
  });
});

describe('the marks', () => {
  it('cover the words of the answer', () => {
    assert.deepEqual(marked('Overwrite the partition', '\u{1F680} We **overwrote** the `partition`.'), [
      'overwrote',
      'partition',
    ]);
  });

  it('cover a long form from its first word to its last', () => {
    const answer = 'Look: the population stability index';
    assert.deepEqual(marked('PSI', answer), ['population stability index']);
  });

  it('do not overlap', () => {
    assert.deepEqual(marked('PSI, an index', 'the population stability index'), [
      'population stability index',
    ]);
  });

  it('are sorted', () => {
    assert.deepEqual(marked('Revert the partition', 'undo partition, revert'), ['partition', 'revert']);
  });
});

describe('an answer of any kind', () => {
  const points = prepare(['Overwrite the partition', 'No blind append', '`MERGE` on a key (a.*b)']);
  const hostile: [string, string][] = [
    ['100 KB of one word', 'partition '.repeat(10_000)],
    ['100 KB without a blank', 'x'.repeat(100_000)],
    [
      '100 KB of different words',
      Array.from({ length: 15_000 }, (_, i) => `parti${i.toString(36)}`).join(' '),
    ],
    ['signs', '()[]{}.*+?^$|\\ '.repeat(1000)],
    ['emoji and half of one', `${'\u{1F469}‍\u{1F680}'.repeat(500)} \ud83d partition \udc00`],
    ['names of properties', '__proto__ constructor toString hasOwnProperty'],
    ['code', '```sql\nMERGE INTO t USING s ON t.id = s.id;\n```\n- [x] overwrite\n> partition'],
    ['controls', '\u0000\u202e\ufeff\r\n\t partition'],
  ];
  for (const [name, answer] of hostile) {
    it(`survives ${name}`, () => {
      const result = matchAnswer(points, answer);
      assert.equal(result.length, points.length);
      for (const { score, marks } of result) {
        assert.ok(Number.isFinite(score));
        assert.ok(marks.every(([start, end]) => start >= 0 && start < end && end <= answer.length));
      }
    });
  }

  it('matches alike each time and after a journey as JSON', () => {
    const answer = 'Overwrite the partition, never append.';
    assert.deepEqual(matchAnswer(points, answer), matchAnswer(JSON.parse(JSON.stringify(points)), answer));
  });

  it('matches nothing if it is empty', () => {
    for (const answer of ['', ' \n\t', '...', 'the of and']) {
      for (const result of matchAnswer(points, answer))
        assert.deepEqual(result, { said: false, score: 0, marks: [] });
    }
  });

  it('has no points for a card without any', () =>
    assert.deepEqual(matchAnswer(prepare([]), 'anything'), []));
});

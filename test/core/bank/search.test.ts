import assert from 'node:assert/strict';
import { indexBank } from '../../../src/core/bank/bank';
import { parseBank } from '../../../src/core/bank/parseBank';
import { QuestionSearch } from '../../../src/core/bank/search';
import { goodCard } from './card';

const card = (slug: string, title: string, tags: string) => ({
  path: `drift/${slug}.md`,
  text: goodCard
    .replace('What is training-serving skew?', title)
    .replace('skew, features', tags)
    .replace('related: [serving/batching]\n', ''),
});
const { bank, problems } = parseBank([
  {
    path: 'drift/index.md',
    text: '---\ntitle: Drift and retraining\norder: 1\nicon: pulse\n---\n\nAll of it.\n',
  },
  card('psi', 'How much trust does the index deserve?', 'psi, limits'),
  card('ks', 'Why does a KS test find drift everywhere, as PSI does not?', 'ks-test, limits'),
  card('cicd', 'What does CI/CD change where data are drifting?', 'ci, cd'),
]);
const find = (text: string) => new QuestionSearch(indexBank(bank)).find(text).map((q) => q.id);

describe('QuestionSearch', () => {
  it('works on a sound bank', () => assert.deepEqual(problems, []));
  it('finds words in any order and place', () => assert.deepEqual(find('everywhere ks'), ['drift/ks']));
  it('puts titles before tags', () => assert.deepEqual(find('psi'), ['drift/ks', 'drift/psi']));
  it('finds the beginning of a word', () => assert.deepEqual(find('every'), ['drift/ks']));
  it('finds a part of a word from three letters on', () => {
    assert.deepEqual(find('very'), ['drift/ks']);
    assert.deepEqual(find('ft'), []);
  });
  it('puts whole words before beginnings', () =>
    assert.deepEqual(find('drift'), ['drift/ks', 'drift/cicd', 'drift/psi']));
  it('finds by topic', () => assert.equal(find('retraining').length, 3));
  it('reads CI/CD as two words', () => assert.deepEqual(find('ci/cd'), ['drift/cicd']));
  it('finds nothing where one word is missing', () => assert.deepEqual(find('psi banana'), []));
  it('gives all for an empty text', () => assert.equal(find('  ').length, 3));
});

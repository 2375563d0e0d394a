import assert from 'node:assert/strict';
import { indexBank } from '../../../src/core/bank/bank';
import { parseBank } from '../../../src/core/bank/parseBank';
import { goodCard } from './card';

const index = (title: string, order: number) => ({
  text: `---\ntitle: ${title}\norder: ${order}\nicon: beaker\n---\n\nWhat it covers.\n`,
});
const features = { path: 'features/index.md', ...index('Feature stores', 2) };
const serving = { path: 'serving/index.md', ...index('Serving', 1) };
const skew = { path: 'features/skew.md', text: goodCard };
const batching = {
  path: 'serving/batching.md',
  text: goodCard.replace('training-serving skew', 'batching').replace('serving/batching', 'features/skew'),
};

const messages = (files: Parameters<typeof parseBank>[0]) =>
  parseBank(files).problems.map((p) => `${p.path}: ${p.message}`);

describe('parseBank', () => {
  it('puts topics in their order and questions below them', () => {
    const { bank, problems } = parseBank([features, skew, serving, batching]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      bank.topics.map((t) => t.title),
      ['Serving', 'Feature stores'],
    );
    assert.deepEqual(
      bank.questions.map((q) => q.id),
      ['serving/batching', 'features/skew'],
    );
    assert.equal(bank.topics[0]?.summary, 'What it covers.');
  });

  it('names a related question that is not there', () => {
    assert.match(
      messages([features, skew, serving]).join(),
      /features\/skew\.md: "related" names "serving\/batching"/,
    );
  });

  it('names a link to a card that is not there, with its line', () => {
    const linked = { ...skew, text: goodCard.replace('Different inputs.', '[that](../serving/other.md)') };
    const problem = parseBank([features, linked, serving, batching]).problems[0];
    assert.equal(problem?.line, 22);
    assert.match(problem?.message ?? '', /serving\/other\.md/);
  });

  it('accepts a link to a card that is there', () => {
    const linked = { ...skew, text: goodCard.replace('Different inputs.', '[that](../serving/batching.md)') };
    assert.deepEqual(messages([features, linked, serving, batching]), []);
  });

  it('names a question that is asked twice', () => {
    const again = { path: 'features/again.md', text: goodCard };
    assert.match(messages([features, skew, again, serving, batching]).join(), /asks the same question/);
  });

  it('names a seed that is used twice', () => {
    const seed = (file: typeof skew) => ({
      ...file,
      text: file.text.replace('minutes: 4', 'minutes: 4\nseed: 3'),
    });
    assert.match(messages([features, seed(skew), serving, seed(batching)]).join(), /same seed number/);
  });

  it('names a topic without index, and an index with mistakes', () => {
    assert.match(messages([skew, serving, batching]).join(), /"features" has no usable index\.md/);
    const bad = {
      path: 'features/index.md',
      text: '---\ntitle: ""\norder: first\nicon: Big Icon\n---\n\n# No\n',
    };
    assert.equal(messages([bad]).length, 4);
  });

  it('names a file that is in no topic', () => {
    assert.match(messages([{ path: 'stray.md', text: '' }]).join(), /must be called <topic>\/<slug>\.md/);
  });
});

describe('indexBank', () => {
  it('finds by id, and lists a topic from easy to hard', () => {
    const { bank } = parseBank([features, skew, serving, batching]);
    const [one, two] = bank.questions;
    assert.ok(one && two);
    const easy = { ...two, id: 'features/easy', level: 'junior' as const, title: 'Z' };
    const found = indexBank({ ...bank, questions: [one, two, easy] });
    assert.deepEqual(
      found.inTopic('features').map((q) => q.id),
      ['features/easy', 'features/skew'],
    );
    assert.equal(found.question('features/skew')?.title, two.title);
    assert.deepEqual(found.inTopic('nothing'), []);
    assert.deepEqual(
      found.relatedTo('serving/batching').map((q) => q.id),
      ['features/skew', 'features/easy'],
    );
  });
});

import assert from 'node:assert/strict';
import { indexBank } from '../../../src/core/bank/bank';
import { asFilter, fits, isOpen } from '../../../src/core/session/filter';
import { otherTags, outline } from '../../../src/core/session/outline';
import { event, noon, review } from '../progress/events';
import { bank, source } from './sources';

const events = [
  review('drift/one', 1),
  review('drift/three', 4, noon + 1),
  event({ kind: 'star', question: 'drift/four', on: true }, noon + 2),
  event({ kind: 'note', question: 'serving/five', text: 'Mine.' }, noon + 3),
  event({ kind: 'report', question: 'serving/six', text: 'Wrong.' }, noon + 4),
];
const from = source(events);
const shown = (...[, outlook]: Parameters<typeof outline>) => Object.fromEntries(outline(from, outlook));
/** The bank's questions with other tags; those that are not named have a rare one. */
const retagged = (tags: Readonly<Record<string, readonly string[]>>) =>
  bank.questions.map((question) => ({ ...question, tags: tags[question.id] ?? ['rare'] }));

describe('outline', () => {
  it('groups by topic in the order of the topics', () => {
    const groups = outline(from, { by: 'topic', filter: {} });
    assert.deepEqual([...groups.keys()], ['drift', 'serving']);
    assert.deepEqual(groups.get('serving'), ['serving/five', 'serving/six']);
  });

  it('groups by state, and keeps groups without questions', () => {
    const groups = outline(from, { by: 'state', filter: {} });
    assert.deepEqual([...groups.keys()], ['due', 'learning', 'new', 'known', 'suspended']);
    assert.deepEqual(groups.get('due'), ['drift/one']);
    assert.deepEqual(groups.get('known'), ['drift/three']);
    assert.deepEqual(groups.get('suspended'), []);
  });

  it('groups by level, kind and tag; a question stands below each of its tags', () => {
    assert.deepEqual(shown(from, { by: 'level', filter: {} }).junior, ['drift/one', 'serving/five']);
    assert.equal(shown(from, { by: 'kind', filter: {} }).concept?.length, 6);
    const tags = outline(from, { by: 'tag', filter: {} });
    assert.deepEqual([...tags.keys()], ['features', 'skew']);
    assert.equal(tags.get('skew')?.length, 6);
  });

  it('by tag begins with the commonest, and gathers what has none but rare tags', () => {
    const tags: Readonly<Record<string, readonly string[]>> = {
      'drift/one': ['b', 'a'],
      'drift/two': ['b', 'a', 'c'],
      'drift/three': ['a', 'b', 'c'],
      'drift/four': ['c', 'd'],
      'serving/five': ['c'],
    };
    const rare = { ...from, bank: indexBank({ ...bank, questions: retagged(tags) }) };
    const groups = outline(rare, { by: 'tag', filter: {} });
    assert.deepEqual([...groups.keys()], ['c', 'a', 'b', otherTags]);
    assert.deepEqual(groups.get(otherTags), ['serving/six']);
    const chosen = outline(rare, { by: 'tag', filter: { tags: ['d'] } });
    assert.deepEqual(Object.fromEntries(chosen), { c: ['drift/four'], d: ['drift/four'] });
  });

  it('shows what fits the filter, and only groups that have it', () => {
    const starred = shown(from, { by: 'topic', filter: { flags: ['starred'] } });
    assert.deepEqual(starred, { drift: ['drift/four'] });
    const either = shown(from, { by: 'topic', filter: { flags: ['noted', 'reported'] } });
    assert.deepEqual(either, { serving: ['serving/five', 'serving/six'] });
    assert.deepEqual(shown(from, { by: 'topic', filter: { flags: ['leech'] } }), {});
    const both = shown(from, { by: 'topic', filter: { states: ['new'], levels: ['senior'] } });
    assert.deepEqual(both, { drift: ['drift/four'] });
  });
});

describe('a filter', () => {
  it('from outside keeps what makes sense', () => {
    const wish = {
      levels: ['mid', 'expert'],
      tags: ['skew', 3],
      states: 'due',
      flags: ['leech'],
      other: [1],
    };
    assert.deepEqual(asFilter(wish), { levels: ['mid'], tags: ['skew'], flags: ['leech'] });
    for (const nothing of [undefined, null, 3, [], {}]) assert.ok(isOpen(asFilter(nothing)));
  });
  it('that allows nothing of a part lets nothing through', () => {
    const [first] = bank.questions;
    assert.ok(first && fits(first, {}, from) && !fits(first, { levels: [] }, from));
  });
});

import { assert } from 'chai';
import type { Filter } from '../../src/core/session/filter';
import { filterRows } from '../../src/host/filterPick';
import { event, noon, review } from '../core/progress/events';
import { source } from '../core/session/sources';

const from = source([
  review('drift/one', 1),
  review('drift/two', 1, noon + 1),
  event({ kind: 'bury', question: 'drift/two', until: 1_000_000 }, noon + 2),
  event({ kind: 'bury', question: 'drift/three', until: 1_000_000 }, noon + 3),
  event({ kind: 'suspend', question: 'drift/three', on: true }, noon + 4),
  event({ kind: 'star', question: 'serving/six', on: true }, noon + 5),
]);
const texts = (part: string, current: Filter = {}) =>
  filterRows(from, current)
    .filter((row) => row.part === part)
    .map((row) => `${row.picked ? '* ' : ''}${row.label}: ${row.description}`);

describe('the rows of the filter', () => {
  it('count apart what is buried', () => {
    assert.deepEqual(texts('states'), [
      'Due: 1 + 1 buried',
      'Learning: 0',
      'New: 3',
      'Known: 0',
      'Suspended: 1',
    ]);
  });

  it('begin with a capital, but for tags, and show what was chosen', () => {
    const flags = ['* Starred: 1', 'Leech: 0', 'With a note: 0', 'Reported: 0'];
    assert.deepEqual(texts('flags', { flags: ['starred'] }), flags);
    assert.deepEqual(texts('tags', { tags: ['skew'] }), ['features: 6', '* skew: 6']);
  });
});

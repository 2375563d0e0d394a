import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeLog } from '../../../src/core/progress/codec';
import { fromJsonLines } from '../../../src/core/progress/exchange';

/*
 * What released versions wrote, frozen: these files never change, and each new format adds its own. The same log in
 * both forms; it has every kind of event, an undo across windows and an event of a kind that nobody knows.
 */
const folder = join('test', 'core', 'progress', 'formats');
const versions = [1];

describe('the formats of released versions', () => {
  for (const version of versions) {
    it(`are still read: ${version}`, () => {
      const text = readFileSync(join(folder, `log-${version}.txt`), 'utf8').trimEnd();
      const lines = readFileSync(join(folder, `log-${version}.jsonl`), 'utf8');
      const read = decodeLog(text);
      assert.equal(read.trouble, undefined);
      assert.equal(read.events.length, 13);
      assert.deepEqual(fromJsonLines(lines), { events: read.events, notUnderstood: [] });
      assert.equal(read.events.filter((event) => event.kind === 'unknown').length, 1);
    });
  }

  it('have no file that this test does not know', () => {
    assert.equal(existsSync(join(folder, `log-${versions.length + 1}.txt`)), false);
  });
});

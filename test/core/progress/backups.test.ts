import assert from 'node:assert/strict';
import { backupName, backupTime, superfluousBackups } from '../../../src/core/progress/backups';

const at = (time: string) => backupName(new Date(time));

describe('backups', () => {
  it('are named by their moment and found again', () => {
    assert.equal(at('2026-11-28T10:15:00Z'), '2026-11-28T101500Z.log');
    assert.equal(backupTime('2026-11-28T101500Z.log')?.toISOString(), '2026-11-28T10:15:00.000Z');
    for (const name of ['notes.txt', '2026-13-45T999999Z.log', '2026-11-28T101500Z.log.tmp']) {
      assert.equal(backupTime(name), undefined);
    }
  });

  it('of one day are all kept', () => {
    const names = [1, 2, 3, 4].map((hour) => at(`2026-11-28T0${hour}:00:00Z`));
    assert.deepEqual(superfluousBackups(names), []);
  });

  it('are thinned to 7 days, 4 weeks and 12 months', () => {
    const daily = Array.from({ length: 500 }, (_, i) =>
      at(new Date(Date.UTC(2025, 6, 1 + i, 9)).toISOString()),
    );
    const gone = new Set(superfluousBackups([...daily, 'notes.txt']));
    const kept = daily.filter((name) => !gone.has(name)).map((name) => name.slice(0, 10));
    assert.deepEqual(kept, [
      ...['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
      ...['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30'],
      // The newest of each of four weeks, which end on Sundays, and the newest of October.
      ...['2026-10-25', '2026-10-31', '2026-11-01'],
      ...['2026-11-06', '2026-11-07', '2026-11-08', '2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'],
    ]);
    assert.ok(!gone.has('notes.txt'));
  });

  it('of two on an old day keep the newer', () => {
    const old = [at('2026-11-20T08:00:00Z'), at('2026-11-20T18:00:00Z')];
    assert.deepEqual(superfluousBackups([...old, at('2026-11-28T10:00:00Z')]), [old[0]]);
  });

  it('are all kept while there are none too many', () => {
    assert.deepEqual(superfluousBackups([]), []);
    assert.deepEqual(superfluousBackups([at('2020-01-01T00:00:00Z'), at('2026-11-28T10:00:00Z')]), []);
  });
});

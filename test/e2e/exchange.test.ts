import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editor, open } from './shared.ts';

describe('the progress of a person', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-drill-exchange-'));
  after(() => rmSync(folder, { recursive: true }));

  /** Opens a question and grades it Easy. */
  async function grade(id: string): Promise<void> {
    const panel = await open('mlopsDrill.drillQuestion', id);
    const { keyboard } = (await editor()).page;
    await keyboard.press('Space');
    await keyboard.press('4');
    await panel.getByRole('heading', { name: 'Drill finished' }).waitFor();
  }

  before(async () => {
    await grade('security-compliance/data-poisoning');
    await grade('security-compliance/dependency-confusion');
  });

  afterEach(async () => {
    await (await editor()).executeCommand('notifications.clearAll');
  });

  const row = async (counts: string) => {
    const window = await editor();
    await window.openView('MLOps Drill');
    await window.treeGroup('Security', counts).waitFor();
  };

  it('is exported as JSON Lines, and imported twice counts once', async () => {
    const window = await editor();
    const file = join(folder, 'log.jsonl');
    await window.executeCommand('mlopsDrill.exportProgress', file);
    const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    assert.equal(JSON.parse(header as string).format, 'mlops-drill-log');
    const foreign = {
      by: 'other',
      n: 1,
      at: 1_795_000_000,
      zone: 0,
      kind: 'star',
      question: 'a/b',
      on: true,
    };
    writeFileSync(file, [header, ...lines, JSON.stringify(foreign)].join('\n'));
    for (const counts of [`imported: 1. Known already: ${lines.length}.`, 'imported: 0. Known already']) {
      const importing = window.executeCommand('mlopsDrill.importProgress', file);
      await window.waitForNotification(counts);
      await importing;
      await window.executeCommand('notifications.clearAll');
    }
  });

  it('is not touched by a file that is no log, nor by half of one without a question', async () => {
    const window = await editor();
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, 'to whom it may concern\n');
    await window.executeCommand('mlopsDrill.importProgress', file);
    await window.waitForNotification('This is not exported progress.');
    await window.page.getByRole('button', { name: 'Choose Another File…' }).waitFor();
    const star = { by: 'half', n: 1, at: 1_795_000_000, zone: 0, kind: 'star', question: 'a/c', on: true };
    writeFileSync(file, `{"format":"mlops-drill-log","version":1}\nnonsense\n${JSON.stringify(star)}\n`);
    const importing = window.executeCommand('mlopsDrill.importProgress', file);
    const dialog = window.page.getByRole('dialog').filter({ hasText: 'not understood: 2' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await importing;
    await window.executeCommand('mlopsDrill.exportProgress', file);
    assert.ok(!readFileSync(file, 'utf8').includes('"by":"half"'), 'nothing of it was imported');
  });

  it('is exported as the CSV of the optimiser', async () => {
    const file = join(folder, 'reviews.csv');
    await (await editor()).executeCommand('mlopsDrill.exportProgress', file);
    const [header, row] = readFileSync(file, 'utf8').split('\n');
    assert.equal(header, 'card_id,review_time,review_rating,review_state,review_duration');
    assert.match(row ?? '', /^[a-z-]+\/[a-z0-9-]+,\d{13},[1-4],0,\d+$/);
  });

  it('is reset for a topic after a question, and brought back by Undo', async () => {
    const window = await editor();
    await row('2 known');
    const resetting = window.executeCommand('mlopsDrill.resetProgress', 'security-compliance');
    const dialog = window.page
      .getByRole('dialog')
      .filter({ hasText: 'New again: 2 questions with 2 reviews.' });
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await row('22 new');
    await window.pressNotificationButton('The progress was reset.', 'Undo');
    await resetting;
    await row('2 known');
  });

  it('goes back to a backup, which can be undone', async () => {
    const window = await editor();
    await window.executeCommand('mlopsDrill.backUp');
    const newest = async () => {
      await window.quickPick.waitForOpen();
      return (await window.quickPick.items())[0];
    };
    const idle = window.executeCommand('mlopsDrill.restoreBackup');
    assert.equal((await newest())?.detail, 'Same as now.');
    await window.page.keyboard.press('Enter');
    await window.waitForNotification('This backup has nothing that is missing here.');
    await idle;
    await grade('security-compliance/differential-privacy');
    const restoring = window.executeCommand('mlopsDrill.restoreBackup');
    assert.equal((await newest())?.detail, 'Going back takes away what came later: 1 review.');
    await window.page.keyboard.press('Enter');
    await row('3 known');
    const ways = window.page.locator('.quick-input-list .monaco-list-row');
    await ways.filter({ hasText: 'Go back to the state of the backup' }).waitFor();
    assert.equal(await ways.count(), 1, 'nothing is missing that could be brought back');
    await window.page.keyboard.press('Enter');
    await row('2 known');
    await window.pressNotificationButton('again as it was in the backup', 'Undo');
    await restoring;
    await row('3 known');
    await window.executeCommand('mlopsDrill.redo');
    await row('2 known');
  });

  it('is explained in a document that offers what can be done', async () => {
    const window = await editor();
    await window.executeCommand('mlopsDrill.whereIsMyProgress');
    const document = window.page.locator('.editor-instance .view-lines');
    await document.getByText('Where is my progress?').waitFor();
    for (const action of ['Back Up Now', 'Export…', 'Import…', 'Restore a Backup…']) {
      await window.page.locator('.codelens-decoration a').filter({ hasText: action }).waitFor();
    }
  });

  it('does not concern the questions that are exported to Anki', async () => {
    const file = join(folder, 'cards.tsv');
    await (await editor()).executeCommand('mlopsDrill.exportAnki', file);
    const text = readFileSync(file, 'utf8');
    assert.ok(text.startsWith('#separator:tab\n#html:true\n'));
    assert.equal(text.match(/^"?[a-z-]+\/[a-z0-9-]+\tMLOps::/gm)?.length, 483);
  });
});

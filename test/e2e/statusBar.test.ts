import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEditor } from './editor.ts';
import { atQuestion, drill, editor, packagedExtension } from './shared.ts';
import { until } from './until.ts';

describe('what is due', () => {
  it('stands in the status bar and on the icon, and a click drills it', async () => {
    const panel = await drill({ seed: 51, count: 1, topics: ['behavioural'] });
    const window = await editor();
    const { page } = window;
    await page.keyboard.press('Space');
    await page.keyboard.press('1');
    await atQuestion(panel, 2, 2);
    const item = page.locator('.statusbar-item').filter({ hasText: /\d+ due/ });
    await item.waitFor();
    const due = Number.parseInt(await item.innerText(), 10);
    await until('the badge says the same', async () =>
      (await page.locator('.activitybar .badge-content').allTextContents()).includes(String(due)),
    );
    assert.match((await item.getAttribute('aria-label')) ?? '', /Due: \d+ questions?/);
    await item.hover();
    const tooltip = page.locator('.monaco-hover').filter({ hasText: 'Click to review.' });
    await tooltip.getByText('MLOps Interview Drill', { exact: true }).waitFor();
    await window.executeCommand('workbench.action.closeAllEditors');
    await item.click();
    const review = await window.panel();
    await review.getByText('Review', { exact: true }).first().waitFor();
    await review.locator('h1').waitFor();
  });

  it('leaves the status bar if it is not wanted there', async () => {
    const window = await editor();
    const item = window.page.locator('.statusbar-item').filter({ hasText: /\d+ due/ });
    await window.setSettings({ 'mlopsDrill.statusBar': false });
    await item.waitFor({ state: 'hidden' });
    await window.setSettings({ 'mlopsDrill.statusBar': true });
    await item.waitFor();
  });
});

describe('the reminder', () => {
  it('comes once on a day with something due, where it was asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mlops-drill-'));
    const window = await startEditor({ vsix: packagedExtension() });
    const item = window.page.locator('.statusbar-item').filter({ hasText: '1 due' });
    const reminder = '1 question due today';
    const restart = async () => {
      await window.reload();
      await item.waitFor();
      await window.settle();
      return (await window.notifications()).some((text) => text.includes(reminder));
    };
    try {
      const at = Math.round(Date.now() / 1000) - 100 * 86_400;
      const question = 'drift-retraining/model-drift';
      const event = { by: 'before', n: 1, at, zone: 0, kind: 'review', question, grade: 3, seconds: 64 };
      const log = join(folder, 'log.jsonl');
      writeFileSync(log, `{"format":"mlops-drill-log","version":1}\n${JSON.stringify(event)}\n`);
      await window.executeCommand('mlopsDrill.importProgress', log);
      assert.equal(await restart(), false, 'nobody has asked for it yet');
      await window.setSettings({ 'mlopsDrill.reminder': true });
      await window.reload();
      await window.pressNotificationButton(reminder, 'Review');
      await (await window.panel()).getByText('Review', { exact: true }).first().waitFor();
      await window.executeCommand('workbench.action.closeAllEditors');
      assert.equal(await restart(), false, 'once a day is enough');
    } finally {
      await window.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

import assert from 'node:assert/strict';
import { atQuestion, drill, editor } from './shared.ts';
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

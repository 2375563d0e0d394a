import assert from 'node:assert/strict';
import { editor } from './shared.ts';
import { until } from './until.ts';

/** Waits until Enter would take a row with such a label. */
async function activeIs(pattern: RegExp): Promise<void> {
  const { quickPick } = await editor();
  await until(`${pattern} is active`, async () =>
    pattern.test((await quickPick.activeItem())?.label.trim() ?? ''),
  );
}

/** Waits until the key points are there to be ticked. */
async function pointsAreShown(): Promise<void> {
  const { quickPick } = await editor();
  await until('the key points are shown', async () => /^1\s/.test((await quickPick.items())[0]?.label ?? ''));
}

describe('the drill in Quick Pick', () => {
  it('asks, ticks, grades, pauses, goes on and ends, by keyboard only', async () => {
    const window = await editor();
    const { quickPick, page } = window;
    await window.executeCommand('mlopsDrill.quickDrill', { seed: 41, count: 2, kinds: ['concept'] });
    await quickPick.waitForOpen();
    assert.match(await quickPick.title(), /^Random drill: .*\(1\/2\)/);
    const question = await quickPick.message();
    assert.match(question, /\?/);
    await activeIs(/^Show answer$/);

    await page.keyboard.press('Enter');
    await pointsAreShown();
    const points = (await quickPick.items()).length;
    assert.ok(points >= 3 && points <= 6, `${points} key points`);
    for (let digit = 1; digit <= points; digit++) {
      await page.keyboard.press(String(digit));
      await page.getByText(`${digit} Selected`).waitFor();
    }

    // A pause in the midst of it: the ticks are there again afterwards.
    await page.keyboard.press('Enter');
    await activeIs(/^4\s+Easy/);
    await quickPick.close();
    await window.runCommand('MLOps Drill: Drill in Quick Pick');
    await page.getByText(`You said ${points} of ${points} key points.`).waitFor();
    await activeIs(/^4\s+Easy/);
    await page.keyboard.press('Enter');

    await page.getByText(/Random drill: .*\(2\/2\)/).waitFor();
    assert.notEqual(await quickPick.message(), question);
    await activeIs(/^Show answer$/);
    await page.keyboard.press('Enter');
    await pointsAreShown();
    await page.keyboard.press('Enter');
    await activeIs(/^1\s+Again/);
    await page.keyboard.press('3');
    await page.getByText('Random drill: finished').waitFor();
    assert.match(await quickPick.message(), /^2 questions in .*You answered all of them well\./);
    await quickPick.close();
  });

  it('asks what was graded Again once more, and takes a grade back', async () => {
    const window = await editor();
    const { quickPick, page } = window;
    await window.executeCommand('mlopsDrill.quickDrill', { seed: 42, count: 1, topics: ['llmops'] });
    await quickPick.waitForOpen();
    await page.getByText(/\(1\/1\)/).waitFor();
    await page.keyboard.press('Enter');
    await pointsAreShown();
    await page.keyboard.press('Enter');
    await page.getByText('You said 0 of').waitFor();
    await page.keyboard.press('1');
    await page.getByText(/\(2\/2\)/).waitFor();
    const undo = (await quickPick.items()).find((row) => /Undo: Again on/.test(row.label));
    assert.ok(undo, 'the grade can be taken back');
    await quickPick.focus(undo.label);
    await page.keyboard.press('Enter');
    await page.getByText(/\(1\/1\)/).waitFor();
    await quickPick.close();
  });

  it('opens the full answer beside it, and stays', async () => {
    const window = await editor();
    const { quickPick, page } = window;
    await window.executeCommand('workbench.action.closeAllEditors');
    await window.executeCommand('mlopsDrill.quickDrill', { seed: 43, count: 1, topics: ['llmops'] });
    await quickPick.waitForOpen();
    await page.keyboard.press('Enter');
    await pointsAreShown();
    await page.getByRole('button', { name: 'Open the Full Answer in an Editor' }).click();
    await page.getByRole('tab', { name: /Answer\.md/ }).waitFor();
    assert.ok(await quickPick.isOpen());
    await quickPick.close();
    await window.executeCommand('workbench.action.closeAllEditors');
  });

  it('goes on with the drill that was paused after a reload', async () => {
    const window = await editor();
    const { quickPick, page } = window;
    await window.executeCommand('mlopsDrill.quickDrill', { seed: 44, count: 3, topics: ['llmops'] });
    await quickPick.waitForOpen();
    await page.getByText(/Random drill: .*\(1\/3\)/).waitFor();
    await page.keyboard.press('Enter');
    await pointsAreShown();
    await page.keyboard.press('Enter');
    await activeIs(/^1\s+Again/);
    await page.keyboard.press('3');
    await page.getByText(/Random drill: .*\(2\/3\)/).waitFor();
    const question = await quickPick.message();
    await quickPick.close();
    await window.reload();
    await window.runCommand('MLOps Drill: Drill in Quick Pick');
    await page.getByText(/Random drill: .*\(2\/3\)/).waitFor();
    assert.equal(await quickPick.message(), question);
    await quickPick.close();
  });
});

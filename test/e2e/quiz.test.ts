import assert from 'node:assert/strict';
import { editor } from './shared.ts';

describe('the quick quiz', () => {
  it('asks, explains, pauses, goes on and ends, by keyboard only', async () => {
    const window = await editor();
    const { quickPick, page } = window;
    await window.executeCommand('mlopsDrill.quickQuiz', { seed: 1, count: 2 });
    await quickPick.waitForOpen();
    assert.match(await quickPick.title(), /^Quick Quiz: .*\(1\/2\)/);
    assert.ok((await quickPick.message()).length > 20, 'the stem is shown');
    const options = await quickPick.items();
    assert.deepEqual(
      options.map((o) => o.label.slice(0, 1)),
      ['1', '2', '3', '4'],
    );

    await page.keyboard.press('3');
    const verdict = page.getByText(/^(Right\.|Not the best choice: .* Best: ")/);
    await verdict.waitFor();
    assert.equal((await quickPick.activeItem())?.label.trim(), 'Next question');
    assert.equal(await quickPick.placeholder(), 'Enter goes on; Esc pauses');
    await page.keyboard.press('ArrowDown');
    const reason = (await quickPick.items())[1]?.detail ?? '';
    await page.locator('.quick-input-message').filter({ hasText: reason }).waitFor();
    await page.keyboard.press('ArrowUp');
    await verdict.waitFor();

    await quickPick.close();
    await window.runCommand('MLOps Drill: Quick Quiz');
    await page.getByText(/Quick Quiz: .*\(2\/2\)/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await verdict.waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/^[012] of 2 right\.$/).waitFor();
    await quickPick.close();
  });

  it('asks the same for the same seed', async () => {
    const window = await editor();
    const ask = async () => {
      await window.executeCommand('mlopsDrill.quickQuiz', { seed: 5, count: 1, topics: ['llmops'] });
      await window.quickPick.waitForOpen();
      const shown = [
        await window.quickPick.message(),
        ...(await window.quickPick.items()).map((i) => i.label),
      ];
      await window.quickPick.close();
      return shown;
    };
    assert.deepEqual(await ask(), await ask());
  });
});

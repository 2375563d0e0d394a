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

/** Takes the row with such a label by arrow keys and a key. */
async function take(pattern: RegExp, key = 'Enter'): Promise<void> {
  const { quickPick, page } = await editor();
  const row = await until(`a row is ${pattern}`, async () =>
    (await quickPick.items()).find(({ label }) => pattern.test(label)),
  );
  assert.ok(await quickPick.focus(row.label), `${pattern} can be reached`);
  await page.keyboard.press(key);
}

/** Begins a drill in Quick Pick, and waits for its first question. */
async function begin(seed: number, count: number): Promise<void> {
  const window = await editor();
  await window.executeCommand('mlopsDrill.quickDrill', { seed, count, topics: ['llmops'] });
  await window.quickPick.waitForOpen();
  await window.page.getByText(`(1/${count})`).waitFor();
  await activeIs(/^Show answer$/);
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
    const points = (await quickPick.items()).filter(({ label }) => /^\d/.test(label)).length;
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

  it('gives hints, and stars', async () => {
    const { quickPick } = await editor();
    await begin(45, 3);
    await take(/^Hint 1 of/);
    await until('the hint is shown', async () => /^Hint 1: /.test((await quickPick.items())[0]?.label ?? ''));
    await activeIs(/^Show answer$/);
    await take(/^More…$/);
    await take(/^Star$/);
    await activeIs(/^Remove star$/);
    await take(/^Remove star$/);
    await activeIs(/^Star$/);
    await take(/^Back$/);
    await activeIs(/^Show answer$/);
    await quickPick.close();
  });

  it('buries and suspends a question, and takes both back', async () => {
    const { quickPick, page } = await editor();
    await begin(46, 3);
    for (const [deed, undo] of [
      [/^Bury until tomorrow$/, /^Undo: bury /],
      [/^Suspend$/, /^Undo: suspend /],
    ] as const) {
      const question = await quickPick.message();
      await take(/^More…$/);
      await take(deed);
      await page.getByText('(1/2)').waitFor();
      assert.notEqual(await quickPick.message(), question);
      await take(undo);
      await page.getByText('(1/3)').waitFor();
      assert.equal(await quickPick.message(), question);
    }
    await quickPick.close();
  });

  it('changes ticks, and does what stands below the key points', async () => {
    const { quickPick, page } = await editor();
    await begin(47, 2);
    await page.keyboard.press('Enter');
    await pointsAreShown();
    await page.keyboard.press('1');
    await page.getByText('1 Selected').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('You said 1 of').waitFor();
    await take(/^Change the ticks$/);
    await pointsAreShown();
    await page.getByText('1 Selected').waitFor();
    await page.keyboard.press('ArrowDown');
    await activeIs(/^2\s/);
    await page.keyboard.press(' ');
    await page.getByText('2 Selected').waitFor();
    await take(/^More…$/, ' ');
    await take(/^History$/);
    await page.getByText('Not reviewed yet.').waitFor();
    await take(/^Back$/);
    await take(/^Back$/);
    await page.getByText('2 Selected').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('You said 2 of').waitFor();
    await quickPick.close();
  });

  it('keeps a note, and opens it from the grades', async () => {
    const window = await editor();
    const { quickPick, page } = window;
    await begin(48, 2);
    await take(/^More…$/);
    await take(/^Write a note$/);
    await page.getByRole('tab', { name: /Note\.md/ }).waitFor();
    await quickPick.waitForClosed();
    await page.keyboard.type('My own words.');
    await window.executeCommand('workbench.action.files.save');
    await window.executeCommand('workbench.action.closeAllEditors');
    await window.runCommand('MLOps Drill: Drill in Quick Pick');
    await activeIs(/^Show answer$/);
    await page.keyboard.press('Enter');
    await pointsAreShown();
    await page.keyboard.press('Enter');
    await page.getByText('You said 0 of').waitFor();
    await take(/^Your note: My own words\.$/);
    await page.getByRole('tab', { name: /Note\.md/ }).waitFor();
    await window.executeCommand('workbench.action.closeAllEditors');
  });

  it('takes a report, and comes back', async () => {
    const { quickPick, page } = await editor();
    await begin(49, 2);
    await take(/^More…$/);
    await take(/^Report a mistake$/);
    await page.getByText('What Is Wrong with This Card?').waitFor();
    await page.keyboard.type('Out of date.');
    await page.keyboard.press('Enter');
    await activeIs(/^Show answer$/);
    await take(/^Undo: report on /);
    await take(/^More…$/);
    await until('the report is gone', async () =>
      (await quickPick.items()).some(({ label }) => label === 'Report a mistake'),
    );
    await quickPick.close();
  });

  it('shows follow-ups and the quiz of the card beside the grades', async () => {
    const { quickPick, page } = await editor();
    await begin(50, 2);
    await page.keyboard.press('Enter');
    await pointsAreShown();
    await page.keyboard.press('Enter');
    await page.getByText('You said 0 of').waitFor();
    await take(/^Follow-ups: /);
    await page.getByText('What an interviewer asks next').waitFor();
    await page.keyboard.press('1');
    await activeIs(/^I answered it well$/);
    await page.keyboard.press('Enter');
    await activeIs(/^1\s/);
    assert.match((await quickPick.activeItem())?.description ?? '', /answered well/);
    await take(/^Back$/);
    await take(/^Quiz$/);
    await activeIs(/^1\s/);
    await page.keyboard.press('2');
    await page.getByText(/^(Right\.|Not the best choice:)/).waitFor();
    await take(/^Back$/);
    await activeIs(/^1\s+Again/);
    // What was chosen stays chosen.
    await take(/^Quiz$/);
    await page.getByText(/^(Right\.|Not the best choice:)/).waitFor();
    await quickPick.close();
  });

  it('asks a related question, and comes back to the card as it was left', async () => {
    const { quickPick, page } = await editor();
    await begin(51, 2);
    const question = await quickPick.message();
    await page.keyboard.press('Enter');
    await pointsAreShown();
    await page.keyboard.press('1');
    await page.getByText('1 Selected').waitFor();
    await take(/^More…$/);
    await take(/^Related questions: /);
    await page.getByText('Choose a question').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/^Single question: /).waitFor();
    assert.notEqual(await quickPick.message(), question);
    await take(/^Back to: Random drill$/);
    await page.getByText('1 Selected').waitFor();
    await quickPick.close();
  });

  it('ends early with its summary, goes on, and takes a grade back at the end', async () => {
    const { quickPick, page } = await editor();
    await begin(52, 2);
    await page.keyboard.press('Enter');
    await pointsAreShown();
    await page.keyboard.press('Enter');
    await page.getByText('You said 0 of').waitFor();
    await page.keyboard.press('2');
    await page.getByText('(2/2)').waitFor();
    await take(/^More…$/);
    await take(/^End drill$/);
    await page.getByText('Random drill: finished').waitFor();
    assert.match(await quickPick.message(), /^1 question in /);
    const labels = (await quickPick.items()).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), ['Go On (1 Left)', 'Drill the Weak Ones Again']);
    await take(/^Undo: Hard on /);
    await page.getByText(/^No question was graded\./).waitFor();
    await take(/^Go On \(2 Left\)$/);
    await page.getByText('(1/2)').waitFor();
    await quickPick.close();
  });
});

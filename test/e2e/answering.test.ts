import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { atQuestion, drill, editor, open, restart, title } from './shared.ts';

const wish = { seed: 21, count: 3, topics: ['drift-retraining'], kinds: ['concept'] };
const way = (panel: Frame, name: string) => panel.getByRole('radio', { name });
const showAnswer = async (panel: Frame) => {
  await panel.getByRole('button', { name: /^Show answer/ }).click();
  await panel.getByRole('region', { name: 'Answer' }).waitFor();
};
/** Opens one card by itself, as "Find a Question…" does. */
const openCard = (id: string): Promise<Frame> => open('mlopsDrill.drillQuestion', id);
/** Folds or unfolds a part of the answer, whatever an earlier test has left. */
const fold = async (panel: Frame, part: string, isOpen: boolean): Promise<void> => {
  const other = isOpen ? ':not([open])' : '[open]';
  const summary = panel.locator(`[data-part=${part}]${other} > summary`);
  if ((await summary.count()) > 0) await summary.click();
};
const card = 'drift-retraining/drift-alarm-accuracy-flat';

describe('answering', () => {
  after(async () => {
    const panel = await drill(wish);
    await way(panel, 'In your head').click();
  });

  it('typed: keys write, Ctrl+Enter shows the answer with what was typed, and the way is remembered', async () => {
    const panel = await drill(wish);
    const { keyboard } = (await editor()).page;
    await way(panel, 'Typed').click();
    await panel.getByRole('textbox', { name: 'Your answer' }).click();
    await keyboard.type('I would compare 3 windows.');
    await keyboard.press('Control+Enter');
    await panel.getByRole('heading', { name: 'Your answer' }).waitFor();
    await panel.getByText('I would compare 3 windows.').waitFor();
    await keyboard.press('3');
    await atQuestion(panel, 2, 3);
    await panel.getByRole('textbox', { name: 'Your answer' }).waitFor();
    assert.equal(await panel.getByRole('textbox').inputValue(), '', 'the next answer is a new one');
  });

  it('typed: ticks the key points that were mentioned, and marks their words', async () => {
    const panel = await openCard(card);
    await way(panel, 'Typed').click();
    const said = 'I look at the slices and at calibration, never only at the average.';
    await panel.getByRole('textbox', { name: 'Your answer' }).fill(said);
    await showAnswer(panel);
    const point = panel.getByRole('checkbox', { name: /^Looks at slices and calibration/ });
    assert.equal(await point.isChecked(), true);
    assert.equal(await panel.getByRole('checkbox', { name: /^Questions the alarm/ }).isChecked(), false);
    await panel.locator('mark').getByText('calibration').waitFor();
    await point.uncheck();
    await panel.getByRole('button', { name: /^Again.*proposed/ }).waitFor();
  });

  it('keeps a half-typed answer while the panel is hidden, and over a reload', async () => {
    let panel = await drill(wish);
    const window = await editor();
    await way(panel, 'Typed').click();
    await panel.getByRole('textbox').fill('Half an answer');
    await window.executeCommand('workbench.action.files.newUntitledFile');
    await window.executeCommand('workbench.action.closeActiveEditor');
    panel = await window.panel();
    await panel.getByRole('textbox').waitFor();
    assert.equal(await panel.getByRole('textbox').inputValue(), 'Half an answer');
    await window.reload();
    panel = await window.panel();
    await panel.getByRole('textbox').waitFor();
    assert.equal(await panel.getByRole('textbox').inputValue(), 'Half an answer');
  });

  it('keeps a half-typed answer when its tab is closed, for when the drill is resumed', async () => {
    let panel = await drill(wish);
    await way(panel, 'Typed').click();
    await panel.getByRole('textbox').fill('Half an answer');
    await panel.waitForTimeout(2000); // The page sends once a second what has changed.
    panel = await open('mlopsDrill.resumeDrill');
    assert.equal(await panel.getByRole('textbox').inputValue(), 'Half an answer');
  });

  it('aloud: shows the time against what is planned', async () => {
    const panel = await drill(wish);
    await way(panel, 'Aloud').click();
    await panel
      .getByRole('timer')
      .getByText(/0:\d\d of about \d+ min/)
      .waitFor();
    await showAnswer(panel);
    await panel.getByText(/Answered in 0:\d\d; about \d+ min are planned/).waitFor();
  });

  it('is not offered as typing when the setting says so', async () => {
    const window = await editor();
    await window.setSettings({ 'mlopsDrill.typedAnswers': false });
    const panel = await drill(wish);
    await way(panel, 'Aloud').waitFor();
    assert.equal(await way(panel, 'Typed').count(), 0);
    await window.setSettings({ 'mlopsDrill.typedAnswers': true });
    await way(panel, 'Typed').waitFor();
  });
});

describe('a long card', () => {
  const longCard = 'deployment-release/argo-rollouts-yaml';
  const focused = (panel: Frame) => panel.evaluate(() => document.activeElement?.tagName);
  /** Whether the whole of what fits is to be seen, above the bar. */
  const isInSight = (panel: Frame, selector: string) =>
    panel
      .locator(selector)
      .last()
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const bar = document.querySelector('.bar')?.getBoundingClientRect().top ?? 0;
        return top >= 0 && bottom <= bar;
      });

  it('takes the focus to a box only where it can be seen, and brings hints and answer into sight', async () => {
    let panel = await openCard(longCard);
    const { keyboard } = (await editor()).page;
    await way(panel, 'Typed').click();
    panel = await openCard(longCard);
    assert.equal(await focused(panel), 'H1');
    assert.equal(await panel.evaluate(() => window.scrollY), 0);
    await keyboard.press('h');
    assert.equal(await isInSight(panel, '.hints li'), true);
    await keyboard.press('a');
    assert.equal(await focused(panel), 'TEXTAREA');
    await way(panel, 'In your head').click();
    await keyboard.press('Space');
    assert.equal(await isInSight(panel, '.short'), true);
  });

  it('says above the grades why less is proposed, and keeps no place for that', async () => {
    const panel = await openCard(longCard);
    const { keyboard } = (await editor()).page;
    await keyboard.press('h');
    await keyboard.press('Space');
    const top = () => panel.locator('.grade-bar').evaluate((bar) => bar.getBoundingClientRect().top);
    const before = await top();
    assert.equal(await panel.locator('.why').isVisible(), false);
    for (const box of await panel.getByRole('group', { name: 'Key points' }).getByRole('checkbox').all())
      await box.check();
    const left = (selector: string) =>
      panel.locator(selector).evaluate((element) => element.getBoundingClientRect().left);
    assert.equal(await left('.why'), await left('.grade-bar'));
    assert.equal(await top(), before, 'the grades stay where they are');
  });

  it('ends where its bar ends', async () => {
    const panel = await openCard(longCard);
    const rest = await panel.evaluate(() => {
      const { bottom } = (document.querySelector('.screen') as Element).getBoundingClientRect();
      return document.documentElement.scrollHeight - bottom;
    });
    assert.ok(rest <= 0, `${rest} pixels below the bar`);
  });
});

describe('a narrow panel', () => {
  const size = { width: 0, height: 0 };
  before(async () => {
    const { page } = await editor();
    Object.assign(size, page.viewportSize());
    await page.setViewportSize({ width: 360, height: 480 });
  });
  after(async () => (await editor()).page.setViewportSize(size));

  it('keeps the button in sight that closes the list of keys', async () => {
    const panel = await openCard(card);
    const { keyboard } = (await editor()).page;
    await keyboard.press('?');
    const close = panel.getByRole('dialog').getByRole('button', { name: 'Close' });
    await panel.getByRole('dialog').evaluate((dialog) => dialog.scrollTo(0, dialog.scrollHeight));
    const places = await panel.getByRole('dialog').evaluate((dialog) => {
      const button = dialog.querySelector('button') as Element;
      return [dialog, button].map((element) => element.getBoundingClientRect().top);
    });
    assert.ok((places[0] as number) <= (places[1] as number), `${places}`);
    await close.click();
  });

  it('shows the name of an icon inside of it, by keyboard and by pointer', async () => {
    const panel = await openCard(card);
    const { keyboard } = (await editor()).page;
    const tip = panel.locator('.tip');
    await panel.getByRole('button', { name: 'Keys' }).focus();
    await keyboard.press('Tab');
    await tip.getByText('More actions').waitFor();
    const [left, right, width] = await tip.evaluate((element) => {
      const place = element.getBoundingClientRect();
      return [place.left, place.right, window.innerWidth] as const;
    });
    assert.ok(left >= 0 && right <= width, `${left} to ${right} of ${width}`);
    await keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
    await panel.getByRole('button', { name: 'Undo' }).hover({ force: true });
    await tip.getByText('Undo').waitFor();
    await tip.hover();
    await tip.getByText('Undo').waitFor();
  });
});

describe('the answer of a card', () => {
  it('says above it the next time what was left out', async () => {
    let panel = await openCard(card);
    const { keyboard } = (await editor()).page;
    await showAnswer(panel);
    await panel.getByRole('group', { name: 'Key points' }).getByRole('checkbox').first().check();
    await panel.locator('h1').click();
    await keyboard.press('2');
    await panel.getByRole('heading', { name: 'Drill finished' }).waitFor();
    panel = await openCard(card);
    assert.equal(await panel.getByText('Last time you left out').count(), 0);
    await showAnswer(panel);
    await panel.getByRole('heading', { name: 'Last time you left out' }).waitFor();
    assert.equal(await panel.locator('.aside li').count(), 4);
  });

  it('unfolds its parts, and has them unfolded on the next card', async () => {
    let panel = await openCard(card);
    await showAnswer(panel);
    await fold(panel, 'example', false);
    await fold(panel, 'example', true);
    await panel.locator('[data-part=example] table').waitFor();
    panel = await openCard('drift-retraining/psi-code-bug');
    await showAnswer(panel);
    await panel.locator('[data-part=example][open]').waitFor();
    await fold(panel, 'example', false);
  });

  it('asks its quiz, and says why', async () => {
    const panel = await openCard(card);
    await showAnswer(panel);
    await fold(panel, 'quiz', true);
    await panel.locator('.option').first().click();
    await panel.getByText('(best option', { exact: false }).waitFor();
    await panel.getByText('your choice', { exact: false }).first().waitFor();
    await fold(panel, 'quiz', false);
  });

  it('opens a related question, and comes back with the follow-up still open', async () => {
    const panel = await openCard(card);
    await showAnswer(panel);
    await panel.locator('.follow-ups summary').first().click();
    await panel.getByRole('checkbox', { name: 'Answered well' }).check();
    const first = await title(panel);
    await panel.locator('.links [data-open]').first().click();
    await panel.getByRole('button', { name: /Back to/ }).click();
    await panel.getByRole('heading', { name: first, level: 1 }).waitFor();
    assert.equal(await panel.getByRole('checkbox', { name: 'Answered well' }).isChecked(), true);
  });
});

describe('a card of one’s own', () => {
  it('has a note: written by n, kept over a reload while it is written, shown with the answer', async () => {
    let panel = await openCard(card);
    const window = await editor();
    await window.page.keyboard.press('n');
    await panel.getByRole('dialog', { name: 'Your note' }).getByRole('textbox').fill('Labels **first**.');
    await window.reload();
    panel = await window.panel();
    const dialog = panel.getByRole('dialog', { name: 'Your note' });
    await dialog.waitFor();
    assert.equal(await dialog.getByRole('textbox').inputValue(), 'Labels **first**.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await panel.getByText('Labels first.').count(), 0, 'it might give the answer away');
    await showAnswer(panel);
    await panel.getByRole('heading', { name: 'Your note' }).waitFor();
    await panel.locator('.remark strong').getByText('first').waitFor();
    await panel.getByRole('button', { name: 'Edit note' }).last().click();
    const place = async (of: Locator) => (await of.boundingBox()) ?? assert.fail('it is not on the screen');
    const remove = await place(dialog.getByRole('button', { name: 'Remove' }));
    const cancel = await place(dialog.getByRole('button', { name: 'Cancel' }));
    assert.ok(remove.x - cancel.x - cancel.width > 100, 'Remove stands apart');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('is reported, copied and asked for its history by key', async () => {
    const panel = await openCard(card);
    const { keyboard } = (await editor()).page;
    await keyboard.press('w');
    const dialog = panel.getByRole('dialog', { name: 'Something is wrong with this card' });
    await dialog.getByRole('textbox').fill('The p-value is off.');
    await keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await keyboard.press('i');
    const history = panel.getByRole('dialog', { name: 'History' });
    await history.getByRole('row').nth(1).getByText('Hard').waitFor();
    await keyboard.press('Escape');
    await keyboard.press('c');
    const copied = (await editor()).page.locator('.statusbar').getByText('The card was copied as Markdown.');
    await copied.waitFor();
    await showAnswer(panel);
    await panel.getByText('The p-value is off.').waitFor();

    const window = await editor();
    await window.executeCommand('mlopsDrill.showReports');
    const document = window.page.locator('.editor-instance .view-lines');
    await document.getByText(/Cards\sthat\syou\sreported:\s\d/).waitFor();
    await document.getByText('> The p-value is off.').waitFor();
    await window.page.locator('.codelens-decoration').getByText('Copy the Reports').click();
    await window.page.locator('.statusbar').getByText('Copied as Markdown.', { exact: true }).waitFor();
    const context = window.page.context();
    await context.grantPermissions(['clipboard-read']);
    const text = await window.page.evaluate(() => navigator.clipboard.readText());
    assert.match(
      text,
      /^## .*\n\n`drift-retraining\/drift-alarm-accuracy-flat`.*\n\n> The p-value is off\.\n/m,
    );
  });

  it('has a menu with the rest of what can be done', async () => {
    const panel = await openCard(card);
    await panel.getByRole('button', { name: 'More actions' }).click();
    await panel.getByRole('menuitem', { name: /Open source/ }).click();
    const tabs = (await editor()).page.locator('.tabs-container .tab');
    await tabs.filter({ hasText: 'drift-alarm-accuracy-flat.md' }).waitFor();
  });
});

describe('a session', () => {
  it('is ended early by q, with its summary, and goes on from there', async () => {
    const panel = await drill(wish);
    const { keyboard } = (await editor()).page;
    await keyboard.press('Space');
    await keyboard.press('2');
    await atQuestion(panel, 2, 3);
    const second = await title(panel);
    await keyboard.press('q');
    await panel.getByRole('heading', { name: 'Drill ended early' }).waitFor();
    await panel.getByText(/^1 question in/).waitFor();
    await panel.getByRole('heading', { name: 'Most often left out' }).waitFor();
    await panel.getByRole('button', { name: 'Go On (2 Left)' }).click();
    await atQuestion(panel, 2, 3);
    assert.equal(await title(panel), second);
    await keyboard.press('q');
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    const window = await editor();
    await window.executeCommand('mlopsDrill.resumeDrill');
    await atQuestion(await window.panel(), 2, 3);
  });

  it('is paused by closing its panel, and resumed by its command, even after a restart', async () => {
    const panel = await drill({ ...wish, seed: 22 });
    let window = await editor();
    await window.page.keyboard.press('Space');
    await window.page.keyboard.press('3');
    await atQuestion(panel, 2, 3);
    const second = await title(panel);
    await openCard(card);
    await window.executeCommand('mlopsDrill.resumeDrill');
    let again = await window.panel();
    await atQuestion(again, 2, 3);
    await window.executeCommand('workbench.action.closeAllEditors');
    window = await restart();
    await window.executeCommand('mlopsDrill.resumeDrill');
    again = await window.panel();
    await atQuestion(again, 2, 3);
    assert.equal(await title(again), second);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { drill, editor } from './shared.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themes = [
  ...['Dark 2026', 'Light 2026', 'Dark Modern', 'Light Modern'],
  ...['Default High Contrast', 'Default High Contrast Light'],
];

/** What axe-core finds wrong on a page, as `rule: target`. */
async function violations(panel: Frame): Promise<string[]> {
  await panel.evaluate(axe);
  return panel.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary ?? ''}`),
    );
  });
}

/** An answer in which nearly every key point is found. */
const everything =
  'cache layer order image size build copy requirements slim user root secret test version pin hash';

async function unfoldAll(panel: Frame): Promise<void> {
  const folded = panel.locator('.fold:not([open]) > summary, .follow-ups details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

describe('the panel is accessible', () => {
  for (const theme of themes) {
    it(`in ${theme}`, async () => {
      const window = await editor();
      await window.setTheme(theme);
      const panel = await drill({ seed: 31, count: 1, kinds: ['code'] });
      const { keyboard } = window.page;
      const dialog = panel.getByRole('dialog');
      const clean = async (what: string) => assert.deepEqual(await violations(panel), [], what);
      await panel.locator('.tool[data-command=note]').focus();
      await keyboard.press('Tab');
      await panel.locator('.tip').getByText('Bury').waitFor();
      await clean('the question, with the name of an icon');
      await panel.getByRole('radio', { name: 'Aloud' }).click();
      await clean('the clock');
      await panel.getByRole('radio', { name: 'Typed' }).click();
      await clean('the empty box');
      await panel.getByRole('textbox').fill(everything);
      await clean('the box');
      await panel.locator('h1').click();
      await keyboard.press('h');
      await keyboard.press('n');
      await dialog.getByRole('textbox').fill('Mine: `x`.');
      await clean('the editor of a note');
      await keyboard.press('Control+Enter');
      await keyboard.press('w');
      await dialog.getByRole('textbox').fill('Wrong.');
      await keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
      await panel.getByRole('button', { name: /^Show answer/ }).click();
      await panel.getByRole('heading', { name: 'You reported' }).waitFor();
      await panel.getByRole('checkbox').first().check();
      await clean('the answer');
      await unfoldAll(panel);
      await panel.locator('.option').first().click();
      await clean('the whole answer');
      await panel.getByRole('button', { name: 'More actions' }).click();
      await clean('the menu');
      await keyboard.press('Escape');
      await panel.locator('h1').click();
      await keyboard.press('?');
      await dialog.waitFor();
      await clean('the list of keys');
      await keyboard.press('Escape');
      await keyboard.press('1');
      await panel.getByText('Question 2 of 2').first().waitFor();
      await keyboard.press('Escape');
      await panel.locator('h1').click();
      await keyboard.press('i');
      await dialog.getByRole('table').waitFor();
      await clean('the history');
      await keyboard.press('Escape');
      await panel.getByRole('radio', { name: 'In your head' }).click();
      await keyboard.press('Space');
      await panel.getByRole('heading', { name: 'Last time you left out' }).waitFor();
      await clean('the answer of a question that was asked before');
      await keyboard.press('2');
      await panel.getByRole('heading', { name: 'Drill finished' }).waitFor();
      await clean('the summary');
    });
  }
});

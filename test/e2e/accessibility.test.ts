import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { drill, editor } from './shared.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themes = ['Dark Modern', 'Light Modern', 'Default High Contrast', 'Default High Contrast Light'];

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

describe('the panel is accessible', () => {
  for (const theme of themes) {
    it(`in ${theme}`, async () => {
      const window = await editor();
      await window.setTheme(theme);
      const panel = await drill({ seed: 31, count: 1, kinds: ['code'] });
      const { keyboard } = window.page;
      assert.deepEqual(await violations(panel), [], 'the question');
      await keyboard.press('h');
      await keyboard.press('Space');
      await panel.getByRole('region', { name: 'Answer' }).waitFor();
      await panel.getByRole('checkbox').first().check();
      assert.deepEqual(await violations(panel), [], 'the answer');
      await panel.locator('h1').click();
      await keyboard.press('?');
      await panel.getByRole('dialog').waitFor();
      assert.deepEqual(await violations(panel), [], 'the list of keys');
      await keyboard.press('Escape');
      await keyboard.press('2');
      await panel.getByRole('heading', { name: 'Drill finished' }).waitFor();
      assert.deepEqual(await violations(panel), [], 'the summary');
    });
  }
});

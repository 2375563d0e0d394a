import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'mocha';
import type { Frame } from 'playwright-core';
import { scratchDir } from '../../scripts/editor/project.ts';
import { type Editor, startEditor } from './editor.ts';

let running: Editor | undefined;

/** The file that `npm run package` has made. */
export function packagedExtension(): string {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name}-${version}.vsix`;
}

/** The editor that most end-to-end suites share, with the packaged extension installed as a user has it. */
export async function editor(): Promise<Editor> {
  running ??= await startEditor({ vsix: packagedExtension() });
  return running;
}

/** Ends server and browser and starts them again, as a person who comes back on another day. */
export async function restart(): Promise<Editor> {
  running = await (await editor()).restart();
  return running;
}

/** A test that fails leaves a picture of the window; the shared editor is stopped once, at the end. */
export const mochaHooks = {
  async afterEach(this: Context): Promise<void> {
    const { currentTest: test } = this;
    if (test?.state !== 'failed' || !running) return;
    const picture = join(scratchDir(), 'failures', `${test.fullTitle().replace(/\W+/g, '-')}.png`);
    await running.screenshot(picture);
    console.log(`A picture of the window: ${picture}`, ...running.pageErrors);
  },
  async afterAll(): Promise<void> {
    await running?.stop();
  },
};

/** Starts a random drill that is the same for the same seed, and gives its panel with the first card in it. */
export function drill(wish: Readonly<Record<string, unknown>>): Promise<Frame> {
  return open('mlopsDrill.randomDrill', wish);
}

/** Runs a command that opens the panel anew, and gives the panel once a card is in it and keys go there. */
export async function open(command: string, argument?: unknown): Promise<Frame> {
  const window = await editor();
  await window.executeCommand('workbench.action.closeAllEditors');
  await window.executeCommand(command, argument);
  const panel = await window.panel();
  await panel.locator('h1').waitFor();
  // Keys go to the editor until VS Code has moved the focus into the page.
  await panel.waitForFunction(() => document.hasFocus());
  return panel;
}

/** The title of the card on the screen. */
export const title = (panel: Frame): Promise<string> => panel.locator('h1').innerText();

/** Waits until the status line says so, for example "Question 2 of 3". */
export const atQuestion = (panel: Frame, position: number, total: number): Promise<void> =>
  panel.getByText(`Question ${position} of ${total}`, { exact: true }).first().waitFor();

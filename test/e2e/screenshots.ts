// `npm run screenshots`: renews the pictures of the README (docs/images) and of the walkthrough (media/walkthrough)
// from the packaged extension in the real editor. Look at them before you commit them.
import { mkdirSync, readFileSync } from 'node:fs';
import { type Editor, startEditor } from './editor.ts';

const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};
const question = 'drift-retraining/drift-alarm-accuracy-flat';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
};
for (const folder of ['docs/images', 'media/walkthrough']) mkdirSync(folder, { recursive: true });
const editor = await startEditor({
  vsix: `${name}-${version}.vsix`,
  viewport: { width: 1200, height: 780 },
  settings: { 'window.commandCenter': false, 'workbench.layoutControl.enabled': false },
});
try {
  await editor.openView('MLOps Drill');
  await editor.treeRows('Topics').first().waitFor();
  for (const [suffix, theme] of Object.entries(themes)) {
    await editor.setTheme(theme);
    await card(editor, `docs/images/card-${suffix}.png`);
    await answer(editor, `docs/images/answer-${suffix}.png`);
  }
  await editor.setTheme(themes.dark);
  await quiz(editor, 'docs/images/quiz-dark.png');
  await walkthrough(editor);
} finally {
  await editor.stop();
}

/** The question before its answer is shown. */
async function card(window: Editor, path: string): Promise<void> {
  await window.executeCommand('workbench.action.closeAllEditors');
  await window.executeCommand('mlopsDrill.drillQuestion', question);
  await (await window.panel()).locator('h1').waitFor();
  await settled(window);
  await window.screenshot(path);
}

/** The answer with some key points ticked. */
async function answer(window: Editor, path: string): Promise<void> {
  const panel = await window.panel();
  await panel.getByRole('button', { name: 'Show answer' }).click();
  for (const index of [0, 1, 2, 4]) await panel.getByRole('checkbox').nth(index).check();
  await settled(window);
  await window.screenshot(path);
}

async function quiz(window: Editor, path: string): Promise<void> {
  await window.executeCommand('mlopsDrill.quickQuiz', { seed: 3, count: 5 });
  await window.quickPick.waitForOpen();
  await settled(window);
  await window.screenshot(path);
  await window.quickPick.close();
}

/** The walkthrough shows its pictures beside the text: the parts of the window that matter, not the whole. */
async function walkthrough(window: Editor): Promise<void> {
  const clip = async (selector: string, file: string, height = 620, fromBottom = false) => {
    const box = await window.page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not on the screen.`);
    const path = `media/walkthrough/${file}.png`;
    const shown = Math.min(height, box.height);
    const y = fromBottom ? box.y + box.height - shown : box.y;
    await window.page.screenshot({ path, clip: { ...box, y, height: shown } });
  };
  await card(window, 'media/walkthrough/card.png');
  await clip('.part.editor', 'card');
  await answer(window, 'media/walkthrough/answer.png');
  await clip('.part.editor', 'answer', 560, true);
  await clip('.part.sidebar', 'topics', 480);
  await window.executeCommand('mlopsDrill.quickQuiz', { seed: 3, count: 5 });
  await window.quickPick.waitForOpen();
  await settled(window);
  await clip('.quick-input-widget', 'quiz');
  await window.quickPick.close();
}

/** Lets what fades or loads late (icons, focus rings) come to rest: two frames after half a second. */
async function settled(window: Editor): Promise<void> {
  await window.page.waitForTimeout(500);
  await window.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

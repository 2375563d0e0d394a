// `npm run screenshots`: renews the pictures of the README (docs/images) and of the walkthrough (media/walkthrough)
// from the packaged extension in the real editor. Look at them before you commit them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Editor, startEditor } from './editor.ts';

const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};
const viewport = { width: 1200, height: 780 };
const question = 'drift-retraining/drift-alarm-accuracy-flat';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
};
for (const folder of ['docs/images', 'media/walkthrough']) mkdirSync(folder, { recursive: true });
const editor = await startEditor({
  vsix: `${name}-${version}.vsix`,
  viewport,
  settings: { 'window.commandCenter': false, 'workbench.layoutControl.enabled': false },
});
try {
  await editor.openView('MLOps Drill');
  await editor.treeRows('Topics').first().waitFor();
  for (const [suffix, theme] of Object.entries(themes)) {
    await editor.setTheme(theme);
    await openCard(editor);
    await editor.screenshot(`docs/images/card-${suffix}.png`);
    await showAnswer(editor);
    await editor.screenshot(`docs/images/answer-${suffix}.png`);
  }
  await editor.setTheme(themes.dark);
  await openQuiz(editor);
  await editor.screenshot('docs/images/quiz-dark.png');
  await editor.quickPick.close();
  for (const suffix of ['dark', 'light'] as const) {
    await editor.setTheme(themes[suffix]);
    await walkthrough(editor, suffix);
  }
} finally {
  await editor.stop();
}

/** The question before its answer is shown. */
async function openCard(window: Editor): Promise<void> {
  await window.executeCommand('workbench.action.closeAllEditors');
  await window.executeCommand('mlopsDrill.drillQuestion', question);
  await (await window.panel()).locator('h1').waitFor();
  await settled(window);
}

/** The answer with some key points ticked. */
async function showAnswer(window: Editor): Promise<void> {
  const panel = await window.panel();
  await panel.getByRole('button', { name: 'Show answer' }).click();
  for (const index of [0, 1, 2, 4]) await panel.getByRole('checkbox').nth(index).check();
  await settled(window);
}

async function openQuiz(window: Editor): Promise<void> {
  await window.executeCommand('mlopsDrill.quickQuiz', { seed: 3, count: 5 });
  await window.quickPick.waitForOpen();
  await settled(window);
}

/** The walkthrough shows its pictures beside the text: the parts of the window that matter, not the whole. */
async function walkthrough(window: Editor, suffix: 'dark' | 'light'): Promise<void> {
  const file = (name: string) => `media/walkthrough/${name}-${suffix}.webp`;
  await window.page.setViewportSize({ width: 1100, height: 640 });
  await openCard(window);
  await clip(window, '.part.editor', file('card'));
  await showAnswer(window);
  await clip(window, '.part.editor', file('answer'));
  const topic = window.treeRows('Topics').filter({ hasText: 'Drift and retraining' });
  await topic.click();
  await window.page.mouse.move(700, 300); // Away from the row, whose tooltip would cover the others.
  await settled(window);
  await clip(window, '.part.sidebar', file('topics'));
  await topic.click();
  await openQuiz(window);
  await clip(window, '.quick-input-widget', file('quiz'));
  await window.quickPick.close();
  await window.page.setViewportSize(viewport);
}

/** Writes a part of the window as WebP, which takes a third of a PNG's bytes: the pictures are in the package. */
async function clip(window: Editor, selector: string, path: string): Promise<void> {
  const picture = await window.page.locator(selector).first().screenshot();
  const webp = await window.page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.naturalWidth,
      height: image.naturalHeight,
    });
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.85).replace(/^.*,/, '');
  }, picture.toString('base64'));
  writeFileSync(path, Buffer.from(webp, 'base64'));
}

/** Lets what fades or loads late (icons, focus rings) come to rest: two frames after half a second. */
async function settled(window: Editor): Promise<void> {
  await window.page.waitForTimeout(500);
  await window.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

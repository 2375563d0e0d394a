import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { type Editor, startEditor } from './editor.ts';
import type { EditorWindow } from './editorWindow.ts';
import { packagedExtension } from './shared.ts';
import { until } from './until.ts';

/** What another machine has stored. */
const foreignLog = readFileSync(join('test', 'core', 'progress', 'formats', 'log-1.txt'), 'utf8').trimEnd();

/** How often the extension host is killed. */
const rounds = process.env.npm_lifecycle_event === 'test:crash' ? 50 : 3;

/** What a log holds, by its export: each review as a text of its own. */
async function reviewsIn(window: EditorWindow): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-drill-export-'));
  const file = join(folder, 'log.jsonl');
  try {
    await window.executeCommand('mlopsDrill.exportProgress', file);
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"kind":"review"'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function drillIn(window: EditorWindow, wish: Readonly<Record<string, unknown>>): Promise<Frame> {
  await window.executeCommand('mlopsDrill.randomDrill', wish);
  const panel = await window.panel();
  await panel.locator('h1').waitFor();
  return panel;
}

/** Answers and grades as fast as the page goes on, until the drill is finished. Each next card adds to `__graded`. */
function gradeAll(panel: Frame): Promise<number> {
  return panel.evaluate(async () => {
    const counter = window as unknown as { __graded: number };
    counter.__graded = 0;
    const press = (key: string) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Digit${key}`, bubbles: true }));
    while (document.querySelector('article:not(.summary) h1')) {
      const shown = document.querySelector('.screen')?.firstChild;
      press(' ');
      press('3');
      await new Promise<void>((resolve) => {
        const isNext = () => document.querySelector('.screen')?.firstChild !== shown;
        if (isNext()) return resolve();
        const observer = new MutationObserver(() => {
          if (!isNext()) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { childList: true, subtree: true });
      });
      counter.__graded++;
    }
    return counter.__graded;
  });
}

const acknowledged = (panel: Frame): Promise<number> =>
  panel.evaluate(() => (window as unknown as { __graded?: number }).__graded ?? 0);

describe('progress', () => {
  let editor: Editor;

  before(async () => {
    editor = await startEditor({ vsix: packagedExtension() });
  });
  after(() => editor.stop());

  it('of two windows that grade at full speed is whole in both, and after a restart', async () => {
    const second = await editor.openPage();
    // A question graded in one window is done in the other too, so each takes its own.
    const topics = readdirSync('questions').filter((name) => !name.includes('.'));
    const panels = [
      await drillIn(editor, { seed: 1, count: 200, topics: topics.slice(0, 8) }),
      await drillIn(second, { seed: 2, count: 200, topics: topics.slice(8) }),
    ];
    await second.openView('MLOps Drill');
    assert.deepEqual(await Promise.all(panels.map(gradeAll)), [200, 200]);
    // The second window's tree shows what only the first has graded.
    await second.treeGroup('Foundations', 'learning').waitFor();
    for (const window of [editor, second]) {
      // The last grade of the one is on its way to the other when its own next card is shown.
      await until('the window has all 400 reviews', async () => (await reviewsIn(window)).length >= 400);
      const reviews = await reviewsIn(window);
      assert.equal(reviews.length, 400);
      assert.equal(new Set(reviews).size, 400);
    }
    await second.close();
    editor = await editor.restart();
    assert.equal((await reviewsIn(editor)).length, 400);
  });

  it(`has every acknowledged grade after its extension host was killed, ${rounds} times`, async function () {
    if (process.platform !== 'linux') return this.skip(); // Its processes are found in /proc.
    this.timeout(60_000 + rounds * 60_000);
    let state = 20_261_128;
    let expected = (await reviewsIn(editor)).length;
    const start = expected;
    for (let round = 1; round <= rounds; round++) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      const panel = await drillIn(editor, { seed: round, count: 200 });
      const grading = gradeAll(panel).catch(() => 0);
      await editor.page.waitForTimeout(100 + (state % 1500));
      assert.ok(editor.killExtensionHosts() > 0);
      const before = await acknowledged(panel);
      assert.ok(before < 200, 'the drill was over before the kill');
      expected += before;
      await editor.page.reload();
      await editor.whenReady();
      await grading;
      const found = (await reviewsIn(editor)).length;
      assert.ok(found >= expected, `round ${round}: ${expected} acknowledged, ${found} found`);
      expected = found;
      await editor.executeCommand('workbench.action.closeAllEditors');
    }
    assert.ok(expected > start, 'something was graded');
  });

  describe('is not lost with one replica', () => {
    const size = 3;
    let before: string[];

    beforeEach(async () => {
      assert.equal(await gradeAll(await drillIn(editor, { seed: 3, count: size })), size);
      before = await reviewsIn(editor);
    });

    const whole = async () => {
      const now = new Set(await reviewsIn(editor));
      assert.deepEqual(
        before.filter((review) => !now.has(review)),
        [],
      );
    };
    const flipped = (text: string) => {
      const middle = Math.floor(text.length / 2);
      return text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1);
    };

    for (const [what, change] of Object.entries<(log: string) => string | undefined>({
      emptied: () => undefined,
      'cut in half': (log) => log.slice(0, log.length / 2),
      'changed in one character': flipped,
      "another machine's": () => foreignLog,
    })) {
      it(`globalState ${what}`, async () => {
        await changeState(editor, change);
        await whole();
      });
    }

    for (const [what, change] of Object.entries<(file: string) => void>({
      deleted: (file) => rmSync(file),
      'cut in half': (file) => {
        const text = readFileSync(file, 'utf8');
        writeFileSync(file, text.slice(0, text.length / 2));
      },
      'changed in one character': (file) => writeFileSync(file, flipped(readFileSync(file, 'utf8'))),
      'there twice': (file) => writeFileSync(`${file.slice(0, -4)}-copy.log`, readFileSync(file)),
    })) {
      it(`a file ${what}`, async () => {
        for (const file of logFiles(editor)) change(file);
        await editor.reload();
        await whole();
      });
    }

    it('files that cannot be written, and says so', async () => {
      const folder = join(editor.storageDir, 'log');
      renameSync(folder, `${folder}-moved`);
      writeFileSync(folder, 'A file stands where the folder should be.');
      await editor.reload();
      assert.equal(await gradeAll(await drillIn(editor, { seed: 4, count: 2 })), 2);
      await editor.waitForNotification('could not be written to disk');
      assert.equal((await reviewsIn(editor)).length, before.length + 2);
      await editor.reload();
      assert.equal((await reviewsIn(editor)).length, before.length + 2);
    });
  });
});

function logFiles(editor: Editor): string[] {
  const folder = join(editor.storageDir, 'log');
  return readdirSync(folder).map((name) => join(folder, name));
}

/** Changes the stored log behind VS Code's back, where the workbench keeps it in the browser, and loads the page anew. */
async function changeState(editor: Editor, change: (log: string) => string | undefined): Promise<void> {
  await editor.settle();
  const stored = await editor.page.evaluate(stateOf, undefined);
  const values = JSON.parse(stored) as Record<string, unknown>;
  values.log = change(values.log as string);
  await editor.page.evaluate(stateOf, JSON.stringify(values));
  await editor.page.reload();
  await editor.whenReady();
}

/** Reads, or writes, the row of the extension in the workbench's database. Runs in the page. */
function stateOf(replacement: string | undefined): Promise<string> {
  const key = 'mlops-interview-drill.mlops-interview-drill';
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('vscode-web-state-db-global');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const mode = replacement === undefined ? 'readonly' : 'readwrite';
      const items = opening.result.transaction('ItemTable', mode).objectStore('ItemTable');
      const request = replacement === undefined ? items.get(key) : items.put(replacement, key);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        opening.result.close();
        resolve(String(request.result));
      };
    };
  });
}

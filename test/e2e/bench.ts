// `npm run bench`: what things cost, as ratios of things measured in the same run. Needs `npm run build` and
// `npm run package`, which the npm script calls first. Numbers of different machines or runs do not compare.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { benchExtensions, withMoreQuestions, withoutStart } from './benchExtensions.ts';
import { type Editor, startEditor } from './editor.ts';

const rounds = 6;
const frameMs = 1000 / 60;
/** Between two keys of somebody who is quick: nobody grades a card before having seen its answer. */
const personMs = 500;
const ours = 'mlops-interview-drill.mlops-interview-drill';
const require = createRequire(import.meta.url);
const { replayRatios, median, logLines } = require('../../out/test/bench/replay.js');
const { findTimes } = require('../../out/test/bench/search.js');

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
const vsix = `${manifest.name}-${manifest.version}.vsix`;

console.log('Sizes');
for (const file of ['dist/extension.js', 'dist/webview.js', 'dist/bank.json', vsix]) {
  console.log(`  ${file.padEnd(36)} ${Math.round(statSync(file).size / 1024)} KB`);
}

console.log('\nReading the log, as multiples of the plain fold of ts-fsrs');
for (const { reviews, replay, load, characters } of replayRatios([10_000, 50_000])) {
  const size = `${Math.round(characters / 1024)} KB`;
  console.log(
    `  ${reviews} reviews: replay ${replay.toFixed(2)}, decode and replay ${load.toFixed(2)}, text ${size}`,
  );
}

const times = 21;
const heads = JSON.parse(readFileSync('dist/bank.json', 'utf8')).questions as { id: string; title: string }[];
const [few, many] = [`${heads.length} questions`, `${heads.length * times} questions`];
const folder = mkdtempSync(join(tmpdir(), 'mlops-drill-bench-'));
try {
  await inEditor(withoutStart(vsix, folder), async (editor) => {
    await activation(editor);
    await firstCard(editor);
    await durable(editor);
    await perceived(editor, `${few} and no reviews`);
    await importReviews(editor, 50_000);
    await perceived(editor, `${few} and 50,000 reviews`);
  });
  await inEditor(withMoreQuestions(vsix, folder, times), async (editor) => {
    await importReviews(editor, 50_000);
    await perceived(editor, `${many} and 50,000 reviews`);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log('\nFinding at each letter, to a frame of 60 in a second');
for (const copies of [1, times]) {
  const ms = percentile95(findTimes(copies));
  console.log(
    `  ${heads.length * copies} questions: p95 ${(ms / frameMs).toFixed(2)}  (${ms.toFixed(1)} ms)`,
  );
}

async function inEditor(extension: string, measure: (editor: Editor) => Promise<void>): Promise<void> {
  const editor = await startEditor({ vsix: [extension, ...benchExtensions(folder)] });
  try {
    await measure(editor);
  } finally {
    await editor.stop();
  }
}

async function importReviews(window: Editor, count: number): Promise<void> {
  const file = join(folder, 'log.jsonl');
  writeFileSync(file, logLines(count));
  await window.executeCommand('mlopsDrill.importProgress', file);
}

/** What a person waits for, each as multiples of bare round trips in the same window. */
async function perceived(window: Editor, what: string): Promise<void> {
  console.log(`\nWith ${what}, to a bare round trip`);
  const trips = await roundTrips(window);
  compare('Reveal to painted answer', await reveals(window), trips);
  compare('Grade to next painted card', await nextCards(window), trips);
  compare('Undo to painted card', await undos(window), trips);
  compare('First show of the tree', await treeShows(window), trips);
  compare('Star to painted row (150 ms of it are a wait)', await treeRefreshes(window), trips);
}

/** Activation of ours and of an empty extension, each in a fresh extension host, in turns. */
async function activation(window: Editor): Promise<void> {
  const times: Record<string, number[]> = { [ours]: [], 'mlops-drill-bench.empty': [] };
  for (let round = 0; round < rounds; round++) {
    await window.reload();
    // The first activation in a window pays for what all share.
    await window.executeCommand('bench.activation', 'mlops-drill-bench.warm');
    const ids = Object.keys(times);
    for (const id of round % 2 === 0 ? ids : ids.reverse()) {
      const { wasActive, ms } = (await window.executeCommand('bench.activation', id)) as {
        wasActive: boolean;
        ms: number;
      };
      if (wasActive) throw new Error(`${id} was active before it was measured.`);
      times[id]?.push(ms);
    }
  }
  report('Activation: ours to an empty extension', times[ours], times['mlops-drill-bench.empty']);
}

/** From the command to the largest paint of the page: a card of ours, and a bare webview. */
async function firstCard(window: Editor): Promise<void> {
  const card: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await untilPainted(window, 'bench.bare'));
    card.push(await untilPainted(window, 'mlops-interview-drill', { seed: round, count: 1 }));
  }
  report('Command to first painted card, to a bare webview', card, bare);
}

async function untilPainted(window: Editor, what: string, wish?: unknown): Promise<number> {
  await window.executeCommand('workbench.action.closeAllEditors');
  await window.page.waitForTimeout(personMs); // VS Code stores what a closed panel has left.
  const command = wish ? ['mlopsDrill.randomDrill', wish] : [what];
  const start = (await window.executeCommand('bench.run', ...command)) as number;
  const panel = await window.panel();
  await panel.locator('h1').waitFor();
  return panel.evaluate(
    (from) =>
      new Promise<number>((done) => {
        const observer = new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last) setTimeout(() => done(performance.timeOrigin + last.startTime - from), 300);
        });
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
    start,
  );
}

/** The plain write that makes a grade durable before the next card, and the safer-looking one that it is not. */
async function durable(window: Editor): Promise<void> {
  const write = (beside: boolean) =>
    window.executeCommand('bench.write', 2000, 40, beside) as Promise<number[]>;
  await write(true);
  report(
    'Writing beside and renaming, to the plain write that makes a grade durable',
    await write(true),
    await write(false),
  );
}

/** A bare message to the host and back, with one frame. */
async function roundTrips(window: Editor): Promise<number[]> {
  await window.executeCommand('workbench.action.closeAllEditors');
  await window.executeCommand('bench.bare');
  const bare = await window.panel();
  await bare.locator('h1').waitFor();
  const trips: number[] = [];
  for (let i = 0; i < 40; i++) trips.push(await bare.evaluate(() => (window as unknown as Pinging).ping()));
  return trips;
}

async function drill(window: Editor, count: number): Promise<Frame> {
  await window.executeCommand('workbench.action.closeAllEditors');
  await window.executeCommand('mlopsDrill.randomDrill', { seed: 1, count });
  const panel = await window.panel();
  await panel.locator('h1').waitFor();
  return panel;
}

/** From the key to the painted answer; no message is needed for it. */
async function reveals(window: Editor): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const panel = await drill(window, 1);
    times.push(
      await panel.evaluate(async () => {
        const start = performance.now();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
        await new Promise((done) => requestAnimationFrame(done));
        const { port1, port2 } = new MessageChannel();
        await new Promise((done) => {
          port1.onmessage = done;
          port2.postMessage(0); // Runs right after the frame was painted.
        });
        return performance.now() - start;
      }),
    );
  }
  return times;
}

/** From the grade to the painted next card. */
async function nextCards(window: Editor): Promise<number[]> {
  const panel = await drill(window, 40);
  const cards: number[] = [];
  for (let i = 0; i < 39; i++) cards.push(await pressAndPaint(panel, [' ', '3']));
  return cards;
}

/** From the key that takes the last grade back to the painted card that was graded. */
async function undos(window: Editor): Promise<number[]> {
  const panel = await window.panel(); // At the end of the drill before.
  const cards: number[] = [];
  for (let i = 0; i < 20; i++) cards.push(await pressAndPaint(panel, ['u']));
  return cards;
}

/** From the command to the first row with its counts, each time in a fresh window. */
async function treeShows(window: Editor): Promise<number[]> {
  const shows: number[] = [];
  for (let i = 0; i < rounds; i++) {
    await window.executeCommand('workbench.view.explorer');
    await window.reload();
    shows.push(await untilRow(window, ' new|due|known', 'workbench.view.extension.mlopsDrill'));
  }
  return shows;
}

/** From the command that sets or takes a star to the row that says so. */
async function treeRefreshes(window: Editor): Promise<number[]> {
  const topic = window.treeRows('Topics').first();
  await topic.click();
  const row = window.page.getByRole('treeitem', { level: 2 }).first();
  await row.waitFor();
  const label = (await row.locator('.label-name').textContent()) ?? '';
  const { id } = heads.find(({ title }) => title === label) ?? {};
  if (!id) throw new Error(`There is no question "${label}".`);
  const refreshes: number[] = [];
  for (let i = 0; i < rounds; i++) {
    refreshes.push(await untilRow(window, `^${label}.*★`, 'mlopsDrill.star', id));
    await window.executeCommand('mlopsDrill.removeStar', id);
    await window.page.waitForTimeout(personMs);
  }
  await topic.click();
  return refreshes;
}

/** Milliseconds from a command to the frame after which a row of the tree has a text. */
async function untilRow(window: Editor, text: string, ...command: readonly unknown[]): Promise<number> {
  const painted = window.page.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        const pattern = new RegExp(wanted);
        const isThere = () =>
          [...document.querySelectorAll('.monaco-list-row')].some((row) =>
            pattern.test(row.textContent ?? ''),
          );
        const look = () => {
          if (isThere()) requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
    text,
  );
  const start = (await window.executeCommand('bench.run', ...command)) as number;
  return (await painted) - start;
}

interface Pinging {
  ping(): Promise<number>;
}

/**
 * Presses keys at the pace of somebody who is quick, and gives the time from the last one until another card is
 * painted, measured in the page.
 */
function pressAndPaint(panel: Frame, keys: readonly string[]): Promise<number> {
  return panel.evaluate(
    async ({ keys, pause }) => {
      const wait = () => new Promise((done) => setTimeout(done, pause));
      const press = (key: string) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      for (const key of keys.slice(0, -1)) {
        press(key);
        await wait();
      }
      const before = document.querySelector('h1');
      const time = await new Promise<number>((done) => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (document.querySelector('h1') === before) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - start);
            port2.postMessage(0); // Runs right after the frame was painted.
          });
        });
        observer.observe(document.body, { childList: true, subtree: true });
        press(keys.at(-1) as string);
      });
      await wait();
      return time;
    },
    { keys, pause: personMs },
  );
}

function percentile95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

/** One line with the middle and the 95th percentile, each as multiples of that of the bare round trips. */
function compare(what: string, measured: readonly number[], base: readonly number[]): void {
  const ratio = (of: (values: readonly number[]) => number) =>
    `${(of(measured) / of(base)).toFixed(2)} (${of(measured).toFixed(1)} ms to ${of(base).toFixed(1)} ms)`;
  console.log(`  ${what}: p50 ${ratio(median)}, p95 ${ratio(percentile95)}`);
}

function report(what: string, measured: readonly number[] = [], base: readonly number[] = []): void {
  const [a, b] = [median(measured), median(base)];
  console.log(`\n${what}: ${(a / b).toFixed(2)}  (${a.toFixed(1)} ms to ${b.toFixed(1)} ms)`);
}

// `npm run bench`: what things cost, as ratios of things measured in the same run. Needs `npm run build` and
// `npm run package`, which the npm script calls first. Numbers of different machines or runs do not compare.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { benchExtensions, withoutStart } from './benchExtensions.ts';
import { type Editor, startEditor } from './editor.ts';

const rounds = 6;
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

const folder = mkdtempSync(join(tmpdir(), 'mlops-drill-bench-'));
const editor = await startEditor({ vsix: [withoutStart(vsix, folder), ...benchExtensions(folder)] });
try {
  await activation(editor);
  await firstCard(editor);
  await durable(editor);
  const trips = await roundTrips(editor);
  report('Reveal to painted answer, to a bare round trip (p50)', await reveals(editor), trips);
  await nextCard(editor, 'no reviews', trips);
  const file = join(folder, 'log.jsonl');
  writeFileSync(file, logLines(50_000));
  await editor.executeCommand('mlopsDrill.importProgress', file);
  await nextCard(editor, '50,000 reviews', trips);
  for (const times of [1, 21]) {
    const what = `Finding at each letter in ${483 * times} questions (p95), to a bare round trip`;
    report(what, [percentile95(findTimes(times))], [median(trips)]);
  }
} finally {
  await editor.stop();
  rmSync(folder, { recursive: true, force: true });
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
async function nextCard(window: Editor, log: string, trips: readonly number[]): Promise<void> {
  const panel = await drill(window, 40);
  const cards: number[] = [];
  for (let i = 0; i < 39; i++) cards.push(await gradeAndPaint(panel));
  report(`Grade to next painted card with ${log}, to a bare round trip (p50)`, cards, trips);
  report(
    `Grade to next painted card with ${log}, to a bare round trip (p95)`,
    [percentile95(cards)],
    [percentile95(trips)],
  );
}

interface Pinging {
  ping(): Promise<number>;
}

/** Shows the answer, presses 3, and gives the time until the next card is painted, measured in the page. */
function gradeAndPaint(panel: Frame): Promise<number> {
  return panel.evaluate(async () => {
    const press = (key: string) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    press(' ');
    await frame();
    const before = document.querySelector('h1');
    return new Promise<number>((done) => {
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
      press('3');
    });
  });
}

function percentile95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

function report(what: string, measured: readonly number[] = [], base: readonly number[] = []): void {
  const [a, b] = [median(measured), median(base)];
  console.log(`\n${what}: ${(a / b).toFixed(2)}  (${a.toFixed(1)} ms to ${b.toFixed(1)} ms)`);
}

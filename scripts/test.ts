// `npm test`: every check of the project, one after the other. Ends with `N passed, N failed`.
// `npm test -- unit host` runs only the parts whose names begin so.
import { spawn } from 'node:child_process';

interface Part {
  readonly name: string;
  readonly command: readonly string[];
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

const node = process.execPath;
const bin = (path: string) => [node, `node_modules/${path}`];
const mocha = [...bin('mocha/bin/mocha.js'), '--reporter', 'dot'];

/** In order: what is cheap and breaks often comes first; from `build` on each part needs the ones before. */
const parts: readonly Part[] = [
  { name: 'types', command: [...bin('typescript/bin/tsc'), '-b'] },
  { name: 'lint', command: [...bin('@biomejs/biome/bin/biome'), 'ci'] },
  { name: 'spelling', command: [...bin('cspell/bin.mjs'), '--no-progress', '--no-summary'] },
  { name: 'build', command: [node, 'esbuild.js'] },
  { name: 'unit', command: [...mocha, 'out/test/{core,webview,content}/**/*.test.js'] },
  { name: 'host-node', command: [node, 'scripts/hostTests.ts', '--extension-host=node'] },
  { name: 'host-web', command: [node, 'scripts/hostTests.ts', '--extension-host=web'] },
  { name: 'package', command: [node, 'scripts/package.ts'] },
  {
    name: 'e2e',
    command: [...mocha, '--require', './test/e2e/shared.ts', '--timeout', '180000', 'test/e2e/**/*.test.ts'],
  },
];

const wanted = process.argv.slice(2);
const chosen = parts.filter(
  (part) => wanted.length === 0 || wanted.some((name) => part.name.startsWith(name)),
);
const outcomes = new Map<string, Outcome>();
for (const part of chosen) {
  console.log(`\n=== ${part.name}`);
  const outcome = await run(part);
  outcomes.set(part.name, outcome);
  if (part.name === 'build' && outcome.failed > 0) break;
}

console.log('');
for (const [name, { passed, failed, seconds }] of outcomes) {
  console.log(`${name.padEnd(10)} ${seconds.toFixed(0).padStart(4)} s   ${passed} passed, ${failed} failed`);
}
const sum = (of: 'passed' | 'failed') => [...outcomes.values()].reduce((total, o) => total + o[of], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** Runs a part and counts its tests by mocha's closing lines; a part without mocha counts as one. */
async function run({ command }: Part): Promise<Outcome> {
  const start = Date.now();
  const [program, ...args] = command as [string, ...string[]];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    process.stdout.write(data);
    output += data;
  });
  const code = await new Promise<number>((resolve) => child.on('close', (exit) => resolve(exit ?? 1)));
  const count = (word: string) => Number(output.match(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm'))?.[1] ?? 0);
  const passed = count('passing');
  const failed = count('failing');
  const seconds = (Date.now() - start) / 1000;
  if (passed + failed === 0) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds };
  // A suite that ends badly without a failing test (a crash, a hook) has failed all the same.
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), seconds };
}

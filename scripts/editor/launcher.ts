// Stands where the desktop VS Code stands in @vscode/test-electron: takes its arguments, runs the tests in the npm
// editor inside a headless browser, and exits 0 or 1. Our own arguments:
// --extension-host=node|web, --silence-seconds=180.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { editorAddress, type Opening } from './address.ts';
import { findBrowser } from './browser.ts';
import { installEditor } from './install.ts';
import { PlainError, reportFailure, scratchDir } from './project.ts';
import { QUIET_SETTINGS, startServer } from './server.ts';
import { watchTests } from './testOutcome.ts';
import { witnessOf } from './witness.ts';

interface Run {
  readonly opening: Opening & { readonly extensionPath: string; readonly testsPath: string };
  readonly host: 'node' | 'web';
  /** How long the log may be silent before the run counts as hung. */
  readonly silenceSeconds: number;
}

const cleanUps: (() => Promise<void> | void)[] = [];
let cleaning: Promise<void> | undefined;

process.once('SIGINT', () => void end(130));
process.once('SIGTERM', () => void end(143));

try {
  const run = parseArguments(process.argv.slice(2));
  process.chdir(join(import.meta.dirname, '..', '..'));
  await end(await runTests(run));
} catch (error) {
  reportFailure(error);
  await end(1);
}

function parseArguments(args: readonly string[]): Run {
  const value = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extensionPath = value('extensionDevelopmentPath');
  const testsPath = value('extensionTestsPath');
  if (!extensionPath || !testsPath) {
    throw new PlainError('The launcher needs --extensionDevelopmentPath= and --extensionTestsPath=.');
  }
  const host = value('extension-host') ?? 'node';
  if (host !== 'node' && host !== 'web') {
    throw new PlainError(`--extension-host= is node or web, not ${host}.`);
  }
  const folder = args.find((arg) => !arg.startsWith('-'));
  const workspace = folder ? resolve(folder) : undefined;
  const silenceSeconds = Number(value('silence-seconds') ?? 180);
  return {
    host,
    silenceSeconds,
    opening: { workspace, extensionPath: resolve(extensionPath), testsPath: resolve(testsPath) },
  };
}

async function runTests({ opening, host, silenceSeconds }: Run): Promise<number> {
  const editor = await installEditor({ log: console.log });
  const witness = witnessOf(opening.testsPath);
  cleanUps.push(() => witness.remove());
  const dataDir = mkdtempSync(join(tmpdir(), 'mlops-drill-tests-'));
  cleanUps.push(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 }));
  const settings = { ...QUIET_SETTINGS, ...(host === 'web' ? inTheBrowser(opening.extensionPath) : {}) };
  const server = await startServer({ editor, dataDir: join(dataDir, 'server'), settings, driver: true });
  cleanUps.push(() => server.stop());
  const browser = await chromium.launch({
    ...(await findBrowser()),
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  cleanUps.push(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const logFile = join(scratchDir(), `tests-${host}.log`);
  const { outcome } = await watchTests({ page, logFile, silenceSeconds, endLine: witness.line });
  const crashed = Promise.race([
    server.died,
    new Promise<string>((tell) =>
      browser.once('disconnected', () => tell('The browser ended unexpectedly.')),
    ),
  ]).then((reason) => (cleaning ? new Promise<never>(() => {}) : Promise.reject(new PlainError(reason))));
  await page.goto(editorAddress({ url: server.url, opening: { ...opening, testsPath: witness.testsPath } }));
  return Promise.race([outcome, crashed]);
}

/** The setting that moves an extension with both `main` and `browser` into the web extension host. */
function inTheBrowser(extensionPath: string): Record<string, unknown> {
  const { publisher, name } = JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8')) as {
    publisher: string;
    name: string;
  };
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

async function end(code: number): Promise<void> {
  cleaning ??= (async () => {
    for (const cleanUp of cleanUps.toReversed()) {
      await cleanUp();
    }
  })();
  await cleaning;
  process.exit(code);
}

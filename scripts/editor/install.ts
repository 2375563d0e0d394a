import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runNpm } from './npm.ts';
import { node24, scratchDir } from './project.ts';
import { trimEditor } from './trim.ts';

/** The npm editor: code-server 4.139.1 holds the workbench and the server of VS Code 1.139.1. */
export const EDITOR_VERSION = '4.139.1';

/** Where the installed npm editor is, and the Node that runs it. */
export interface Editor {
  readonly node: string;
  readonly serverMain: string;
}

/** Takes lines for a person: what is being done, and that it is still being done. */
export type Log = (line: string) => void;

const MARKER = 'installed.json';
const STALE_MS = 30_000;
const NPM_FLAGS = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=8000',
];

/** Makes the npm editor ready below .vscode-test/, downloading it the first time (about a minute, 600 MB).
 *  Several processes may call it at once: one installs, the others wait. A half-finished install is never used. */
export async function installEditor({ log }: { log: Log }): Promise<Editor> {
  const home = join(scratchDir(), `editor-${EDITOR_VERSION}`);
  const lock = `${home}.lock`;
  for (let waited = 0; !existsSync(join(home, MARKER)); waited++) {
    if (takeLock(lock)) {
      await installHolding(lock, home, log);
      break;
    }
    if (waited % 10 === 1) {
      log('Another process is installing the editor; waiting for it.');
    }
    await sleep(1000);
  }
  const serverMain = join(home, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');
  return { node: node24(), serverMain };
}

async function installHolding(lock: string, home: string, log: Log): Promise<void> {
  const staging = `${home}.part-${process.pid}-${Date.now()}`;
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const alive = setInterval(() => touch(lock, staging), 3000);
  const heartbeat = setInterval(() => log(`  still installing (${seconds()} s)`), 10_000);
  try {
    if (existsSync(join(home, MARKER))) {
      return;
    }
    log(
      `Installing VS Code for the browser (code-server ${EDITOR_VERSION}): once, about a minute, about 600 MB.`,
    );
    removeLeftovers(home);
    await download(staging, log);
    writeFileSync(join(staging, MARKER), `${JSON.stringify({ version: EDITOR_VERSION })}\n`);
    // A folder without its marker is a half-finished install of an older kind: replace it.
    if (!existsSync(join(home, MARKER))) {
      rmSync(home, { recursive: true, force: true });
      renameSync(staging, home);
    }
    log(`The editor is installed (${seconds()} s).`);
  } finally {
    clearInterval(alive);
    clearInterval(heartbeat);
    rmSync(staging, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}

async function download(staging: string, log: Log): Promise<void> {
  mkdirSync(staging, { recursive: true });
  writeFileSync(join(staging, 'package.json'), '{ "private": true }\n');
  const vscode = join(staging, 'node_modules', 'code-server', 'lib', 'vscode');
  // The package's own postinstall would compile native modules; without them only log noise changes.
  await runNpm({ cwd: staging, args: ['install', `code-server@${EDITOR_VERSION}`, ...NPM_FLAGS] });
  log('  1 of 3: the editor is here');
  await runNpm({ cwd: vscode, args: ['install', '--omit=dev', ...NPM_FLAGS] });
  log('  2 of 3: its libraries are here');
  await runNpm({ cwd: join(vscode, 'extensions'), args: ['install', '--omit=dev', ...NPM_FLAGS] });
  log('  3 of 3: its built-in extensions are here');
  trimEditor(vscode);
}

/** True when the lock file is now ours; an abandoned one is removed, to be taken the next time. */
function takeLock(lock: string): boolean {
  mkdirSync(scratchDir(), { recursive: true });
  try {
    writeFileSync(lock, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  }
  if (isAbandoned(lock, lockOwner(lock))) {
    rmSync(lock, { force: true });
  }
  return false;
}

/** The process that holds the lock; when the lock has just been released, this one, which runs. */
function lockOwner(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return process.pid;
  }
}

/** Two processes may both break an abandoned lock: each still works in its own folder, and one rename wins. */
function removeLeftovers(home: string): void {
  for (const name of readdirSync(scratchDir())) {
    const path = join(scratchDir(), name);
    const pid = Number(path.startsWith(`${home}.part-`) ? path.split('-').at(-2) : Number.NaN);
    if (!Number.isNaN(pid) && isAbandoned(path, pid)) {
      try {
        rmSync(path, { recursive: true, force: true, maxRetries: 3 });
      } catch {
        // An orphaned npm still writes into it: it stays until the next install.
      }
    }
  }
}

/** Whether the process that made `path` is gone, or has not touched it for a while (its number is another's now). */
function isAbandoned(path: string, pid: number): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && (!isRunning(pid) || Date.now() - stats.mtimeMs > STALE_MS);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function touch(...paths: string[]): void {
  for (const path of paths) {
    if (existsSync(path)) {
      utimesSync(path, new Date(), new Date());
    }
  }
}

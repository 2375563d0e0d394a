import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Editor } from './install.ts';
import { PlainError, projectRoot } from './project.ts';

/** How to start the npm editor's server. */
export interface ServerOptions {
  readonly editor: Editor;
  /** Its server data folder: settings, built-in state, by default also the installed extensions. */
  readonly dataDir: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Replaces the user's settings.json; undefined leaves the file alone. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly extensionsDir?: string;
  /** The folder that the plain address opens. */
  readonly defaultFolder?: string;
  /** Allows `payload` in the address: development mode and tests. Never for a person's editor. */
  readonly driver?: boolean;
}

/** A running server. `stop` ends it with all its children and resolves when they are gone. */
export interface Server {
  readonly url: string;
  readonly port: number;
  /** Its process, which leads the group of all that it starts. */
  readonly pid: number;
  /** Resolves with a sentence when the server ends without `stop`. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** Settings that keep the editor quiet: no welcome page, no telemetry, no trust dialog, no look-ups in the network. */
export const QUIET_SETTINGS: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
};

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 3_000;

/** Starts the npm editor on 127.0.0.1 and waits until it listens. Nothing is left when this process ends, killed or not. */
export async function startServer(options: ServerOptions): Promise<Server> {
  if (options.settings) {
    writeSettings(options.dataDir, options.settings);
  }
  const child = spawn(options.editor.node, serverArgs(options), {
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, MLOPS_DRILL_GUARDED: '1' },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let stopping = false;
  const stop = async () => {
    stopping = true;
    killTree(child, 'SIGTERM');
    const force = setTimeout(() => killTree(child, 'SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(force);
  };
  try {
    const port = await listeningPort(child, options.port ?? 0);
    const died = new Promise<string>((resolve) => {
      void ended.then(() => stopping || resolve('The editor ended unexpectedly; start it again.'));
    });
    return { url: `http://127.0.0.1:${port}/`, port, pid: child.pid ?? 0, died, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Replaces settings.json of a server data folder; a running editor notices. */
export function writeSettings(dataDir: string, settings: Readonly<Record<string, unknown>>): void {
  const user = join(dataDir, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/** Installs VSIX files as a user would; rejects with the editor's own words when it refuses one. */
export function installVsix(options: {
  readonly editor: Editor;
  readonly vsix: string | readonly string[];
  readonly dataDir: string;
  readonly extensionsDir?: string;
}): void {
  const { node, serverMain } = options.editor;
  const files = [options.vsix].flat();
  const args = [
    ...files.flatMap((file) => ['--install-extension', file]),
    '--force',
    '--accept-server-license-terms',
  ];
  const result = spawnSync(node, [serverMain, ...args, ...dirArgs(options)], { encoding: 'utf8' });
  const installed = result.stdout.match(/successfully installed/g)?.length ?? 0;
  if (result.status !== 0 || installed < files.length) {
    const words = `${result.stdout}${result.stderr}`
      .split('\n')
      .filter((line) => /extension|error/i.test(line));
    throw new PlainError(`The editor did not install ${files.join(', ')}: ${words.slice(-3).join(' ')}`);
  }
}

function serverArgs(options: ServerOptions): string[] {
  const guard = pathToFileURL(join(projectRoot(), 'scripts', 'editor', 'guard.ts')).href;
  const { serverMain } = options.editor;
  const network = ['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'];
  const quiet = ['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'];
  const driver = options.driver ? ['--enable-smoke-test-driver'] : [];
  const folder = options.defaultFolder ? ['--default-folder', options.defaultFolder] : [];
  return ['--import', guard, serverMain, ...network, ...quiet, ...driver, ...folder, ...dirArgs(options)];
}

function dirArgs(options: { readonly dataDir: string; readonly extensionsDir?: string }): string[] {
  const extensions = options.extensionsDir ? ['--extensions-dir', options.extensionsDir] : [];
  return ['--server-data-dir', options.dataDir, ...extensions];
}

function listeningPort(child: ChildProcess, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string) => reject(new PlainError(reason));
    const timer = setTimeout(
      () => fail(`The editor did not start within ${START_TIMEOUT_MS / 1000} s.`),
      START_TIMEOUT_MS,
    );
    const read = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-20_000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) {
        clearTimeout(timer);
        resolve(Number(port));
      } else if (output.includes('EADDRINUSE')) {
        clearTimeout(timer);
        fail(
          `Port ${wanted} is taken by another program: stop that program, or choose another port with --port.`,
        );
      }
    };
    // The pipes stay open and read for ever: a full pipe would stop the server.
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`The editor could not be started: ${error.message}`));
    child.once('close', (code) =>
      fail(`The editor ended with code ${code} before it listened:\n${output.slice(-2000)}`),
    );
  });
}

function killTree(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) {
    return;
  }
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the whole group has ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

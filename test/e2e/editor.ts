import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { editorAddress, type Opening } from '../../scripts/editor/address.ts';
import { findBrowser } from '../../scripts/editor/browser.ts';
import { type Editor as Installed, installEditor } from '../../scripts/editor/install.ts';
import { installVsix, QUIET_SETTINGS, type Server, startServer } from '../../scripts/editor/server.ts';
import { CommandRunner } from './commandRunner.ts';
import { EditorWindow } from './editorWindow.ts';

/** What the editor under test shall be. */
export interface EditorOptions {
  /** Extensions to install as a user would. */
  readonly vsix?: string | readonly string[];
  /** An extension's folder to load in development mode instead. */
  readonly extensionPath?: string;
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Everything that outlives a restart: server data, browser profile. Left out: a temporary one, removed by `stop`. */
  readonly profileDir?: string;
  /** The folder of the window. Left out: an empty one. */
  readonly workspace?: string;
  readonly port?: number;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A running editor: its first window (it is one itself), further windows of the same profile, and its life.
 *
 *      const editor = await startEditor({ vsix });
 *      await editor.runCommand('MLOps Drill: Random Drill');
 *      const panel = await editor.panel();
 */
export class Editor extends EditorWindow {
  /** Errors of the page's console and uncaught ones, for the message of a failing test. */
  readonly pageErrors: string[] = [];
  readonly #life: Life;

  constructor(life: Life, page: Page) {
    super(page, life.runner);
    this.#life = life;
    page.on('pageerror', (error) => this.pageErrors.push(String(error.stack)));
  }

  /** The server's port. */
  get port(): number {
    return this.#life.server.port;
  }

  /** The folder that `globalStorageUri` of the extension names; it is on the server's side. */
  get storageDir(): string {
    const id = 'mlops-interview-drill.mlops-interview-drill';
    return join(this.#life.dataDir, 'data', 'User', 'globalStorage', id);
  }

  /** Kills every extension host of the server at once, as a crash does. Where `/proc` tells of processes. */
  killExtensionHosts(): number {
    const victims = processesOf(this.#life.server.pid).filter(({ args }) =>
      args.includes('--type=extensionHost'),
    );
    for (const { pid } of victims) process.kill(pid, 'SIGKILL');
    return victims.length;
  }

  /** A second window on the same profile, e.g. for tests of two windows that share progress. */
  async openPage(): Promise<EditorWindow> {
    const window = new EditorWindow(await this.#life.context.newPage(), this.#life.runner);
    await open(window, this.#life);
    return window;
  }

  /** Ends server and browser, and starts both again on the same port with the same folders. Only this
   *  window opens again. Use the returned editor from then on. */
  async restart(): Promise<Editor> {
    const port = this.port;
    await this.settle();
    await shutDown(this.#life);
    return launch({ ...this.#life.options, port }, this.#life);
  }

  /** Switches the colour theme by its settings id, e.g. "Dark Modern", and waits until it is on. */
  async setTheme(id: string): Promise<void> {
    const kind = themeKind(this.#life.installed, id);
    await this.setSettings({ 'workbench.colorTheme': id });
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  /** Ends everything and removes what was temporary. */
  async stop(): Promise<void> {
    await shutDown(this.#life);
    if (!this.#life.options.profileDir) {
      rmSync(this.#life.profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }
}

interface Home {
  readonly options: EditorOptions;
  readonly installed: Installed;
  readonly profileDir: string;
  readonly dataDir: string;
  readonly settings: Record<string, unknown>;
  readonly runner: CommandRunner;
  readonly opening: Opening;
}

interface Life extends Home {
  readonly server: Server;
  readonly context: BrowserContext;
}

/** Starts the npm editor and a headless browser, and waits until a window is ready to be used. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const installed = await installEditor({ log: console.log });
  const profileDir = options.profileDir ?? mkdtempSync(join(tmpdir(), 'mlops-drill-e2e-'));
  const dataDir = join(profileDir, 'server');
  const runner = new CommandRunner(join(profileDir, 'commands'));
  const workspace = options.workspace ?? join(profileDir, 'workspace');
  mkdirSync(workspace, { recursive: true });
  mkdirSync(join(dataDir, 'data', 'User'), { recursive: true });
  writeFileSync(join(dataDir, 'data', 'User', 'keybindings.json'), runner.keybindings);
  const vsix = [runner.vsix, ...[options.vsix ?? []].flat()];
  installVsix({ editor: installed, vsix, dataDir });
  const settings = { ...QUIET_SETTINGS, ...options.settings };
  const opening = { workspace, extensionPath: options.extensionPath };
  return launch(options, { options, installed, profileDir, dataDir, settings, runner, opening });
}

async function launch(options: EditorOptions, home: Home): Promise<Editor> {
  const { installed: editor, dataDir, settings } = home;
  const driver = options.extensionPath !== undefined;
  const server = await startServer({ editor, dataDir, settings, driver, port: options.port });
  try {
    const context = await chromium.launchPersistentContext(join(home.profileDir, 'browser'), {
      ...(await findBrowser()),
      viewport: options.viewport ?? { width: 1280, height: 900 },
    });
    const life = { ...home, server, context };
    const window = new Editor(life, context.pages()[0] ?? (await context.newPage()));
    await open(window, life);
    return window;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function open(window: EditorWindow, { server, opening }: Life): Promise<void> {
  await window.page.goto(editorAddress({ url: server.url, opening }));
  await window.whenReady();
}

/** The processes of a group, from `/proc`. */
function processesOf(group: number): { readonly pid: number; readonly args: readonly string[] }[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const pgrp = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
      const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return pgrp === group ? [{ pid: Number(pid), args }] : [];
    } catch {
      return []; // It has ended meanwhile.
    }
  });
}

async function shutDown({ context, server }: Life): Promise<void> {
  await context.close();
  await server.stop();
}

function themeKind(installed: Installed, id: string): string {
  const folder = join(dirname(dirname(installed.serverMain)), 'extensions', 'theme-defaults');
  const { contributes } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    contributes: { themes: { id: string; uiTheme: string }[] };
  };
  const theme = contributes.themes.find((candidate) => candidate.id === id);
  if (!theme) {
    throw new Error(
      `No such theme: ${id}. There are: ${contributes.themes.map((one) => one.id).join(', ')}.`,
    );
  }
  return theme.uiTheme;
}

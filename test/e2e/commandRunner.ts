import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** The key that a window's companion extension listens to; nobody else uses it. */
export const RUN_KEY = 'Control+Alt+Shift+F9';
const RUN_KEYBINDING = 'ctrl+alt+shift+f9';

/** What came of a command: its JSON-able result, or the message of its error. */
export type CommandOutcome = { readonly result?: unknown } | { readonly error: string };

/** Runs commands by id with an argument, in the window whose page gets RUN_KEY, by way of a companion extension
 *  that calls `vscode.commands.executeCommand` as any other extension would. */
export class CommandRunner {
  /** The companion, to be installed beside the extension under test. */
  readonly vsix: string;
  readonly #request: string;
  readonly #response: string;
  #count = 0;

  constructor(dir: string) {
    mkdirSync(dir, { recursive: true });
    this.vsix = join(dir, 'companion.vsix');
    this.#request = join(dir, 'request.json');
    this.#response = join(dir, 'response.json');
    writeFileSync(this.vsix, companion(this.#request, this.#response));
  }

  /** What keybindings.json must hold. */
  get keybindings(): string {
    return JSON.stringify([{ key: RUN_KEYBINDING, command: 'companion.run' }]);
  }

  /** Leaves the request; after RUN_KEY was pressed, `outcome` finds the answer. */
  ask(command: string, args: readonly unknown[]): void {
    rmSync(this.#response, { force: true });
    writeFileSync(this.#request, JSON.stringify({ id: ++this.#count, command, args }));
  }

  /** The outcome of the last request; undefined as long as there is none. */
  outcome(): CommandOutcome | undefined {
    try {
      const { id, ...outcome } = JSON.parse(readFileSync(this.#response, 'utf8')) as CommandOutcome & {
        id: number;
      };
      return id === this.#count ? outcome : undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        return undefined;
      }
      throw error;
    }
  }
}

function companion(request: string, response: string): Uint8Array {
  const manifest = {
    name: 'companion',
    publisher: 'mlops-drill-tests',
    version: '0.0.1',
    engines: { vscode: '^1.110.0' },
    main: './main.js',
    extensionKind: ['workspace'],
    activationEvents: ['onStartupFinished'],
    contributes: { commands: [{ command: 'companion.run', title: 'Run the requested command' }] },
  };
  const main = `
    const vscode = require('vscode'), fs = require('fs');
    const answer = (value) => {
      fs.writeFileSync(${JSON.stringify(`${response}.part`)}, JSON.stringify(value));
      fs.renameSync(${JSON.stringify(`${response}.part`)}, ${JSON.stringify(response)});
    };
    let last = 0;
    const set = async (values) => {
      for (const [key, value] of Object.entries(values)) {
        await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);
      }
    };
    exports.activate = (context) => context.subscriptions.push(
      vscode.commands.registerCommand('companion.settings', set),
      vscode.commands.registerCommand('companion.run', () => {
      const { id, command, args } = JSON.parse(fs.readFileSync(${JSON.stringify(request)}, 'utf8'));
      if (id === last) return;
      last = id;
      vscode.commands.executeCommand(command, ...args).then(
        (result) => { try { answer({ id, result }); } catch { answer({ id }); } },
        (error) => answer({ id, error: String(error?.message ?? error) }));
    }));`;
  return zipSync({
    'extension/package.json': strToU8(JSON.stringify(manifest)),
    'extension/main.js': strToU8(main),
  });
}

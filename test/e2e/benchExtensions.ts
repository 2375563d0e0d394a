import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Packs an extension of one file as a VSIX; activation is left to its commands. */
function pack(path: string, name: string, main: string, commands: readonly string[]): string {
  const manifest = {
    name,
    publisher: 'mlops-drill-bench',
    version: '0.0.1',
    engines: { vscode: '^1.110.0' },
    main: './main.js',
    contributes: { commands: commands.map((command) => ({ command, title: command })) },
  };
  const files = {
    'extension/package.json': strToU8(JSON.stringify(manifest)),
    'extension/main.js': strToU8(main),
  };
  writeFileSync(path, zipSync(files));
  return path;
}

/** A copy of a VSIX that is not activated by the start of VS Code, so that its activation can be measured. */
export function withoutStart(vsix: string, folder: string): string {
  const files = unzipSync(readFileSync(vsix));
  const manifest = JSON.parse(strFromU8(files['extension/package.json'] as Uint8Array));
  manifest.activationEvents = manifest.activationEvents.filter((e: string) => e !== 'onStartupFinished');
  files['extension/package.json'] = strToU8(JSON.stringify(manifest));
  const path = join(folder, 'ours.vsix');
  writeFileSync(path, zipSync(files));
  return path;
}

/** A copy of a VSIX with `times` as many questions: each is there again under further ids. */
export function withMoreQuestions(vsix: string, folder: string, times: number): string {
  const files = unzipSync(readFileSync(vsix));
  const copies = <T extends { readonly id: string }>(questions: readonly T[]): T[] =>
    Array.from({ length: times }, (_, copy) =>
      questions.map((question) =>
        copy === 0 ? question : { ...question, id: `${question.id}-${copy + 1}` },
      ),
    ).flat();
  for (const [name, content] of Object.entries(files)) {
    if (!/\/bank(\/.*)?\.json$/.test(name)) continue;
    const bank = JSON.parse(strFromU8(content));
    const more = Array.isArray(bank) ? copies(bank) : { ...bank, questions: copies(bank.questions) };
    files[name] = strToU8(JSON.stringify(more));
  }
  const path = join(folder, 'more.vsix');
  writeFileSync(path, zipSync(files, { level: 1 }));
  return path;
}

/** Writes the extensions that the bench compares ours with: two empty ones, and one with a bare webview. */
export function benchExtensions(folder: string): string[] {
  const empty = 'exports.activate = () => {};';
  const bench = `
    const vscode = require('vscode');
    const html = (script) => '<!DOCTYPE html><html><body><h1>A bare page</h1><script>' + script + '</script></body></html>';
    const page = "const host = acquireVsCodeApi(); host.postMessage('first');"
      + "window.ping = () => new Promise((done) => { const start = performance.now();"
      + "window.addEventListener('message', () => requestAnimationFrame(() => { const c = new MessageChannel();"
      + "c.port1.onmessage = () => done(performance.now() - start); c.port2.postMessage(0); }), { once: true });"
      + "host.postMessage('ping'); });";
    exports.activate = (context) => context.subscriptions.push(
      vscode.commands.registerCommand('bench.activation', async (id) => {
        const extension = vscode.extensions.getExtension(id);
        const wasActive = extension.isActive;
        const start = performance.now();
        await extension.activate();
        return { wasActive, ms: performance.now() - start };
      }),
      vscode.commands.registerCommand('bench.run', async (command, ...args) => {
        const start = Date.now();
        await vscode.commands.executeCommand(command, ...args);
        return start;
      }),
      vscode.commands.registerCommand('bench.write', async (characters, count, beside) => {
        const bytes = new TextEncoder().encode('x'.repeat(characters));
        const file = vscode.Uri.joinPath(context.globalStorageUri, 'bench.log');
        const part = file.with({ path: file.path + '.part' });
        const times = [];
        for (let i = 0; i < count; i++) {
          const start = performance.now();
          await vscode.workspace.fs.writeFile(beside ? part : file, bytes);
          if (beside) await vscode.workspace.fs.rename(part, file, { overwrite: true });
          times.push(performance.now() - start);
        }
        return times;
      }),
      vscode.commands.registerCommand('bench.bare', () => {
        const panel = vscode.window.createWebviewPanel('bench.bare', 'Bare', vscode.ViewColumn.Active, { enableScripts: true });
        panel.webview.onDidReceiveMessage((message) => message === 'ping' && panel.webview.postMessage('pong'));
        panel.webview.html = html(page);
      }));`;
  return [
    pack(join(folder, 'warm.vsix'), 'warm', empty, ['warm.nothing']),
    pack(join(folder, 'empty.vsix'), 'empty', empty, ['empty.nothing']),
    pack(join(folder, 'bench.vsix'), 'bench', bench, [
      'bench.activation',
      'bench.run',
      'bench.write',
      'bench.bare',
    ]),
  ];
}

// Runs the host suite in a real VS Code through @vscode/test-electron: in the npm editor by way of our launcher
// (`--extension-host=node|web`), or with `--desktop` in the VS Code that it downloads.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const desktop = args.includes('--desktop');
// A socket's path must stay short, and a fresh folder keeps runs apart.
const userData = mkdtempSync(join(tmpdir(), 'drill-'));

try {
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'test', 'host', 'index.js'),
    launchArgs: [`--user-data-dir=${userData}`, ...args.filter((arg) => arg.startsWith('--extension-host='))],
    ...(desktop
      ? {}
      : {
          vscodeExecutablePath: join(
            root,
            'scripts',
            'editor',
            process.platform === 'win32' ? 'launcher.cmd' : 'launcher',
          ),
        }),
  });
} catch {
  process.exitCode = 1; // What went wrong stands in the output of the tests.
} finally {
  rmSync(userData, { recursive: true, force: true });
}

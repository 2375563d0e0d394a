import { rmSync } from 'node:fs';
import { join } from 'node:path';

// A third of the installed size: agents and sandboxes that the chat loads on demand.
const LARGE = ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk'];

// Start in every window, whatever its folder, and take a fifth of its processor time. (git-base and merge-conflict
// would too, but the page of the workbench has them in its own list and complains when they are missing.)
const EAGER = ['git', 'github', 'debug-auto-launch'];

/** Removes what a person and our tests never use from an installed editor (its `lib/vscode` folder). */
export function trimEditor(vscode: string): void {
  for (const path of [...LARGE, ...EAGER.map((name) => `extensions/${name}`)]) {
    rmSync(join(vscode, path), { recursive: true, force: true });
  }
}

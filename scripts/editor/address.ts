import { pathToFileURL } from 'node:url';

/** What the editor's address says it shall open. Paths are absolute paths of this machine. */
export interface Opening {
  /** The folder of the window; undefined opens a window without one. */
  readonly workspace?: string;
  /** An extension's source folder to load in development mode (needs the driver flag). */
  readonly extensionPath?: string;
  /** The module of tests to run in the extension host (needs `extensionPath`). */
  readonly testsPath?: string;
}

/** The editor's address, e.g. `http://127.0.0.1:18400/?folder=/tmp/ws&payload=[["extensionDevelopmentPath",…]]`. */
export function editorAddress({ url, opening }: { url: string; opening: Opening }): string {
  const address = new URL(url);
  if (opening.workspace) {
    address.searchParams.set('folder', pathToFileURL(opening.workspace).pathname);
  } else {
    address.searchParams.set('ew', 'true');
  }
  const payload = [
    ...pair('extensionDevelopmentPath', opening.extensionPath, address.host),
    ...pair('extensionTestsPath', opening.testsPath, address.host),
  ];
  if (payload.length > 0) {
    address.searchParams.set('payload', JSON.stringify(payload));
  }
  return address.href;
}

function pair(key: string, path: string | undefined, host: string): [string, string][] {
  return path ? [[key, `vscode-remote://${host}${pathToFileURL(path).pathname}`]] : [];
}

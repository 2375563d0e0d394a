import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A failure that a person can act on: its message is one plain sentence and is shown without a stack. */
export class PlainError extends Error {}

/** The project's root folder: the nearest folder, from `from` upwards, that holds our package.json.
 *  Found by name, not by import.meta, so that it also works in a bundled test. */
export function projectRoot(from = process.cwd()): string {
  const file = join(from, 'package.json');
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'mlops-interview-drill') {
    return from;
  }
  const parent = dirname(from);
  if (parent === from) {
    throw new PlainError('Please run this command inside the folder of MLOps Interview Drill.');
  }
  return projectRoot(parent);
}

/** The git-ignored folder for everything that is downloaded or written while testing. */
export function scratchDir(): string {
  return join(projectRoot(), '.vscode-test');
}

/** The Node 24 that the npm editor needs: the project's dev dependency `node`, else the Node that runs this. */
export function node24(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = join(projectRoot(), 'node_modules', 'node', 'bin', name);
  if (existsSync(bundled)) {
    return bundled;
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    return process.execPath;
  }
  throw new PlainError(
    `The editor needs Node 24 and this is Node ${process.versions.node}: run "npm install", which brings it.`,
  );
}

/** Prints what went wrong: a sentence for a PlainError, everything for our own bugs. */
export function reportFailure(error: unknown): void {
  console.error(error instanceof PlainError ? error.message : error);
}

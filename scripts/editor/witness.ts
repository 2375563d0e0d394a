import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** A module of tests that says so when its `run` has ended well. */
export interface Witness {
  /** The module to run instead. */
  readonly testsPath: string;
  /** The line it logs at the end. */
  readonly line: string;
  remove(): void;
}

/** Makes a copy of a CommonJS module of tests, beside it, that logs a line after `run` has resolved.
 *  Needed because VS Code reports exit code 0 as well when its extension host dies in the middle of the tests. */
export function witnessOf(module: string): Witness {
  const original = createRequire(import.meta.url).resolve(module);
  const testsPath = join(dirname(original), `.${basename(original, '.js')}.witness-${process.pid}.js`);
  const line = `tests ended well (${process.pid})`;
  const footer = `
;((run) => {
  module.exports = { run: (...args) => Promise.resolve(run(...args)).then(() => console.log(${JSON.stringify(line)})) };
})(module.exports.run);
`;
  writeFileSync(testsPath, readFileSync(original, 'utf8') + footer);
  return { testsPath, line, remove: () => rmSync(testsPath, { force: true }) };
}

// `npm run package`: builds the extension for release and packs it as mlops-interview-drill-<version>.vsix.
import { readFileSync, statSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
};
const packagePath = `${name}-${version}.vsix`;
/** What a person downloads must stay small. */
const mostBytes = 1.5 * 1024 * 1024;

await createVSIX({ packagePath, dependencies: false, allowMissingRepository: true });
const { size } = statSync(packagePath);
console.log(`${packagePath}: ${Math.round(size / 1024)} of ${mostBytes / 1024} KB`);
if (size > mostBytes) {
  console.error(`${packagePath} is larger than its budget; look at \`npx vsce ls\`.`);
  process.exitCode = 1;
}

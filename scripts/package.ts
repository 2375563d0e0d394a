// `npm run package`: builds the extension for release and packs it as mlops-interview-drill-<version>.vsix.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
};
const packagePath = `${name}-${version}.vsix`;
/** What a person downloads must stay small. */
const mostBytes = 1.5 * 1024 * 1024;

/** The pictures and files beside the README are not in the package: it says what it says without them. */
const readmePath = 'out/README.md';
mkdirSync('out', { recursive: true });
writeFileSync(
  readmePath,
  readFileSync('README.md', 'utf8')
    .replace(/^!\[[^\]]*\]\([^)]*\)\n\n?/gm, '')
    .replace(/\[([^\]]+)\]\((?!https:)[^)]*\)/g, '$1'),
);
await createVSIX({ packagePath, readmePath, dependencies: false, allowMissingRepository: true });
const { size } = statSync(packagePath);
console.log(`${packagePath}: ${Math.round(size / 1024)} of ${mostBytes / 1024} KB`);
if (size > mostBytes) {
  console.error(`${packagePath} is larger than its budget; look at \`npx vsce ls\`.`);
  process.exitCode = 1;
}

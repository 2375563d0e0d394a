// Builds everything: `node esbuild.js` for dist/ and out/, `--production` without source maps,
// `--tests` only bundles the unit tests, `--bank` only checks the cards and prints a report of the bank, `--bank <folder> …` only the problems there.
const { build } = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const production = process.argv.includes('--production');
const testsOnly = process.argv.includes('--tests');
const only = process.argv.includes('--bank')
  ? process.argv.slice(process.argv.indexOf('--bank') + 1)
  : undefined;
const root = __dirname;

/** Largest minified size of a bundle in bytes: what is loaded at start must stay small. */
const budget = { 'dist/extension.js': 200 * 1024, 'dist/webview.js': 250 * 1024 };

const shared = {
  bundle: true,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  absWorkingDir: root,
};
const shipped = { ...shared, minify: true, sourcemap: production ? false : 'linked' };
const tests = { ...shared, platform: 'node', packages: 'external', sourcemap: 'inline', format: 'cjs' };

/** All files below a folder whose name ends in `ending`, with forward slashes, sorted. */
function filesBelow(folder, ending) {
  if (!fs.existsSync(path.join(root, folder))) return [];
  return fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}

const unitTests = ['core', 'webview', 'content'].map((folder) => ({
  ...tests,
  entryPoints: filesBelow(`test/${folder}`, '.test.ts'),
  outdir: `out/test/${folder}`,
  outbase: `test/${folder}`,
}));

const entries = [
  {
    ...shipped,
    entryPoints: ['src/host/extension.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
  },
  {
    ...shipped,
    entryPoints: ['src/webview/main.ts'],
    outfile: 'dist/webview.js',
    format: 'iife',
    platform: 'browser',
  },
  ...unitTests,
  { ...tests, entryPoints: ['test/bench/replay.ts', 'test/bench/search.ts'], outdir: 'out/test/bench' },
  { ...tests, entryPoints: ['test/answers/measure.ts'], outfile: 'out/test/answers/measure.js' },
  {
    ...tests,
    packages: 'bundle',
    platform: 'browser',
    entryPoints: ['test/host/index.ts'],
    // mocha's browser build would otherwise take the bundle's own exports for its place.
    define: { module: 'undefined', exports: 'undefined', define: 'undefined' },
    outfile: 'out/test/host/index.js',
    external: ['vscode'],
  },
];

/** Parses and checks the bank with the code that reads people's decks at run time, and writes dist/bank.json. */
async function buildBank() {
  const outfile = path.join(root, 'out/bank.js');
  await build({ ...tests, entryPoints: ['src/core/bank/shippedBank.ts'], outfile });
  const { bankReport, checkShippedBank, formatProblem, headOf } = require(outfile);
  const files = filesBelow('questions', '.md').filter((name) => name !== 'questions/README.md');
  const read = files.map((name) => ({
    path: name.slice('questions/'.length),
    text: fs.readFileSync(path.join(root, name), 'utf8'),
  }));
  const { bank, problems } = checkShippedBank(read);
  const wanted = only?.length
    ? only.map((name) => `${path.relative(path.join(root, 'questions'), path.resolve(name))}`)
    : [''];
  const shown = problems.filter((p) => wanted.some((name) => p.path.startsWith(name)));
  for (const problem of shown)
    console.error(formatProblem({ ...problem, path: `questions/${problem.path}` }));
  if (shown.length > 0) throw new Error(`The bank has ${shown.length} problems.`);
  if (!only) {
    writeBank(bank, headOf);
    await writeVocabulary(bank);
  }
  if (only?.length === 0) console.log(`${bankReport(bank, new Date().toISOString().slice(0, 10))}\n`);
  console.log(`bank: ${bank.questions.length} questions in ${bank.topics.length} topics, no problems`);
}

/** The heads of all questions in one file, which is read first; the rest of the cards in a file for each topic. */
function writeBank(bank, headOf) {
  const withoutHead = (question) => {
    const head = headOf(question);
    return Object.fromEntries(Object.entries(question).filter(([key]) => key === 'id' || !(key in head)));
  };
  fs.mkdirSync(path.join(root, 'dist/bank'), { recursive: true });
  const write = (name, value) => fs.writeFileSync(path.join(root, 'dist', name), JSON.stringify(value));
  write('bank.json', { topics: bank.topics, questions: bank.questions.map(headOf) });
  for (const { id } of bank.topics) {
    write(`bank/${id}.json`, bank.questions.filter((q) => q.topic === id).map(withoutHead));
  }
}

/** What the bank as a whole says about words, by which key points are found in typed answers. */
async function writeVocabulary(bank) {
  const outfile = path.join(root, 'out/vocabulary.js');
  await build({ ...tests, entryPoints: ['src/core/answer/buildVocabulary.ts'], outfile });
  const vocabulary = require(outfile).buildVocabulary(bank.questions);
  fs.writeFileSync(path.join(root, 'dist/vocabulary.json'), JSON.stringify(vocabulary));
}

function checkBudget() {
  for (const [file, most] of Object.entries(budget)) {
    const size = fs.statSync(path.join(root, file)).size;
    if (size > most) throw new Error(`${file} has ${size} bytes; the budget is ${most}.`);
    console.log(`${file}: ${(size / 1024).toFixed(0)} of ${most / 1024} KB`);
  }
}

async function main() {
  if (testsOnly) {
    for (const entry of unitTests) await build(entry);
    return;
  }
  if (!only) {
    fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
    for (const entry of entries) if (entry.entryPoints.length > 0) await build(entry);
    checkBudget();
  }
  await buildBank();
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});

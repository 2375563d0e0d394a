import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError, projectRoot, scratchDir } from './project.ts';

/** A Chromium that playwright-core can launch: `launch({ executablePath, args, env })`. */
export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

// Quiet without a network, and able to run as root.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const ON_PATH = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'chrome',
  'msedge',
];

const MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Finds a browser: MLOPS_DRILL_BROWSER, else an installed Chrome, Edge or Chromium, else the Chromium that npm brought. */
export async function findBrowser(): Promise<Browser> {
  const env = inheritedEnv();
  const chosen = process.env.MLOPS_DRILL_BROWSER;
  if (chosen && !existsSync(chosen)) {
    throw new PlainError(`MLOPS_DRILL_BROWSER names ${chosen}, which does not exist.`);
  }
  const executablePath = chosen ?? installedBrowsers().find((path) => existsSync(path));
  return executablePath ? { executablePath, args: FLAGS, env } : npmChromium(env);
}

function installedBrowsers(): string[] {
  if (process.platform === 'darwin') {
    return MAC;
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return roots.flatMap((root) => WINDOWS.map((path) => join(root, path)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function npmChromium(env: Record<string, string>): Browser {
  const source = join(projectRoot(), 'node_modules', '@sparticuz', 'chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(source)) {
    throw new PlainError(
      'No browser was found: install Chrome, Edge or Chromium, or set MLOPS_DRILL_BROWSER to the path of one.',
    );
  }
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const home = join(scratchDir(), `chromium-${version}`);
  if (!existsSync(home)) {
    unpack(home);
  }
  const executablePath = join(home, 'chromium');
  const extra: Record<string, string> = {};
  if (lacksLibraries(executablePath)) {
    extra.LD_LIBRARY_PATH = [join(home, 'al2023', 'lib'), env.LD_LIBRARY_PATH ?? '']
      .filter(Boolean)
      .join(':');
  }
  // A machine without fontconfig shows blank pages: give it the package's own font.
  if (!existsSync('/etc/fonts/fonts.conf')) {
    extra.FONTCONFIG_PATH = join(home, 'fonts');
  }
  return { executablePath, args: FLAGS, env: { ...env, ...extra } };
}

/** Unpacks beside and renames, so that a half-unpacked browser is never used and two processes may do it at once. */
function unpack(home: string): void {
  mkdirSync(scratchDir(), { recursive: true });
  const part = mkdtempSync(`${home}.part-`);
  const script = join(projectRoot(), 'scripts', 'editor', 'unpackChromium.ts');
  const env = { ...process.env, TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const result = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  try {
    if (result.status !== 0) {
      throw new PlainError(
        `Chromium could not be unpacked into ${part}: ${result.stderr.trim().split('\n').at(-1)}`,
      );
    }
    writeFileSync(join(part, 'fonts', 'fonts.conf'), FONTS_CONF);
    renameSync(part, home);
  } catch (error) {
    if (!existsSync(home)) {
      throw error;
    }
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Asks the browser itself: without NSS or NSPR the loader ends it before it prints its version. */
function lacksLibraries(executablePath: string): boolean {
  return spawnSync(executablePath, ['--version'], { encoding: 'utf8' }).status === 127;
}

function inheritedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

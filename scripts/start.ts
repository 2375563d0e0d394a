// npm start: builds the extension and opens it in a real VS Code, the desktop one or the one from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { installEditor } from './editor/install.ts';
import { runScript } from './editor/npm.ts';
import { PlainError, projectRoot, reportFailure, scratchDir } from './editor/project.ts';
import { installVsix, QUIET_SETTINGS, startServer, writeSettings } from './editor/server.ts';

// Fixed: the browser keeps the progress per address, port included.
const DEFAULT_PORT = 18400;

const NOTE = `# MLOps Interview Drill

Press the drill's icon in the activity bar on the left, or press F1 and run "MLOps Drill: Random Drill".

This folder is yours to play with; the drill does not need it.
`;

interface Choice {
  readonly where: 'web' | 'desktop' | 'any';
  readonly port: number;
}

try {
  process.chdir(join(import.meta.dirname, '..'));
  const { where, port } = readChoice();
  const code = findCode();
  if (where === 'desktop' && !code) {
    throw new PlainError(
      'There is no "code" command on the PATH: in VS Code run "Shell Command: Install \'code\' command in PATH", or use "npm start -- --web".',
    );
  }
  if (code && where !== 'web') {
    await openDesktop(code);
  } else {
    await serve(port);
  }
} catch (error) {
  reportFailure(error);
  process.exit(1);
}

function readChoice(): Choice {
  const usage = 'Options: npm start -- [--web | --desktop] [--port NUMBER].';
  try {
    const options = {
      web: { type: 'boolean' },
      desktop: { type: 'boolean' },
      port: { type: 'string' },
    } as const;
    const { values } = parseArgs({ options });
    const port = Number(values.port ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new PlainError(`--port takes a number from 1 to 65535, not "${values.port}". ${usage}`);
    }
    if (values.web && values.desktop) {
      throw new PlainError(`Choose one of --web and --desktop. ${usage}`);
    }
    return { where: values.web ? 'web' : values.desktop ? 'desktop' : 'any', port };
  } catch (error) {
    throw error instanceof PlainError ? error : new PlainError(`${(error as Error).message}. ${usage}`);
  }
}

function findCode(): string | undefined {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

async function openDesktop(code: string): Promise<void> {
  console.log('Building the extension.');
  await runScript('build');
  const shell = process.platform === 'win32';
  const quote = (text: string) => (shell ? `"${text}"` : text);
  const args = ['--new-window', `--extensionDevelopmentPath=${projectRoot()}`];
  const { status, error } = spawnSync(quote(code), args.map(quote), { stdio: 'inherit', shell });
  if (status !== 0) {
    throw new PlainError(
      `VS Code did not open (${error?.message ?? `code ${status}`}): try "npm start -- --web".`,
    );
  }
  console.log('VS Code opens a window with MLOps Interview Drill in it: press its icon in the activity bar.');
}

async function serve(port: number): Promise<void> {
  await checkPort(port);
  console.log('Building the extension.');
  await runScript('build');
  await runScript('package');
  const editor = await installEditor({ log: console.log });
  const home = join(scratchDir(), 'start');
  const dataDir = join(home, 'server');
  installVsix({ editor, vsix: packagedExtension(), dataDir });
  // What a person has changed in the settings stays.
  if (!existsSync(join(dataDir, 'data', 'User', 'settings.json'))) {
    writeSettings(dataDir, QUIET_SETTINGS);
  }
  const server = await startServer({ editor, dataDir, port, defaultFolder: workspace(home) });
  console.log(`\nMLOps Interview Drill is running: open ${server.url} in your browser.`);
  console.log('That browser keeps your progress for this address. Press Ctrl+C here to stop.');
  const stopped = new Promise<undefined>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve(undefined));
    }
  });
  const died = await Promise.race([stopped, server.died]);
  await server.stop();
  if (died) {
    throw new PlainError(died);
  }
  console.log('\nStopped.');
  process.exit(0);
}

/** Asks before the long work, not after it. */
function checkPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(
        new PlainError(
          `Port ${port} is taken: either the drill is already running at http://127.0.0.1:${port}/, or choose another one with "npm start -- --port ${port + 1}".`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

function packagedExtension(): string {
  const { name, version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return join(projectRoot(), `${name}-${version}.vsix`);
}

/** The folder that the editor opens: a short note, so that the first window is not empty. */
function workspace(home: string): string {
  const folder = join(home, 'workspace');
  const note = join(folder, 'README.md');
  if (!existsSync(note)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(note, NOTE);
  }
  return folder;
}

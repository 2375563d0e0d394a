import { spawn } from 'node:child_process';
import { PlainError, projectRoot } from './project.ts';

const OFFLINE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/;

/** Runs npm in `cwd`; rejects with one sentence when it fails, another one when the network is the reason. */
export async function runNpm({ cwd, args }: { cwd: string; args: readonly string[] }): Promise<void> {
  const { code, output } = await spawnNpm(cwd, args);
  if (code === 0) {
    return;
  }
  const reason = OFFLINE.exec(output)?.[0];
  if (reason) {
    throw new PlainError(
      `npm cannot reach its package registry (${reason}): connect to the network, or set npm's proxy, and run the same command again.`,
    );
  }
  throw new PlainError(`"npm ${args.join(' ')}" failed in ${cwd}:\n${lastErrors(output)}`);
}

/** Runs one of the project's own npm scripts; its output is shown only when it fails. */
export async function runScript(name: string): Promise<void> {
  const { code, output } = await spawnNpm(projectRoot(), ['run', name]);
  if (code !== 0) {
    throw new PlainError(`${output.trimEnd()}\n"npm run ${name}" failed; its output is above.`);
  }
}

function spawnNpm(cwd: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  // npm names its own script in npm_execpath; without a shell there is nothing to quote.
  const script = process.env.npm_execpath;
  const known = script?.endsWith('npm-cli.js') ? script : undefined;
  const child = known
    ? spawn(process.execPath, [known, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', [...args], {
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `npm error ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function lastErrors(output: string): string {
  const lines = output.trim().split('\n');
  const errors = lines.filter((line) => line.startsWith('npm error'));
  return (errors.length > 0 ? errors : lines).slice(-8).join('\n');
}

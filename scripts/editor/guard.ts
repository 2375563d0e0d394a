// Preloaded into the editor's server: when the process that started it is gone, however it ended, the other end
// of stdin closes, and the server goes with all its children. Does nothing in those children.
import { spawn } from 'node:child_process';

if (process.argv[1]?.endsWith('server-main.js') && process.env.MLOPS_DRILL_GUARDED === '1') {
  delete process.env.MLOPS_DRILL_GUARDED;
  process.stdin.resume();
  process.stdin.on('close', end).on('error', end);
  process.stdin.unref?.();
}

function end(): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(process.pid), '/T', '/F'], { detached: true, stdio: 'ignore' });
  } else {
    process.kill(-process.pid, 'SIGKILL');
  }
}

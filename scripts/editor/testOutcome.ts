import { appendFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { PlainError } from './project.ts';

// Lines of the workbench and of missing optional modules (harmless).
const EDITOR_NOISE = new RegExp(
  [
    '^\\[(AccountPolicyGate|AgentHost|reconnection-grace-time|Service Worker)',
    '^(Creating a socket|Resolv(ing|ed) connection token|Updating additional builtin)',
    '^Creation of workbench contribution',
    'Could not locate the bindings file|build/Release/watchdog',
    "ENOTFOUND|authentication provider 'github'",
  ].join('|'),
);

const WHOLE_RUN_MINUTES = 15;

/** What to watch, and when to stop waiting. */
export interface Watch {
  readonly page: Page;
  /** Gets every line; the terminal gets what is not the editor talking to itself. */
  readonly logFile: string;
  readonly silenceSeconds: number;
  /** The line that the tests log when they have ended well. */
  readonly endLine: string;
}

/** Call before the page is opened. `outcome` is 0 or 1, or rejects at silence, at a crash, and at an early end. */
export async function watchTests(watch: Watch): Promise<{ outcome: Promise<0 | 1> }> {
  const { page, logFile, silenceSeconds, endLine } = watch;
  writeFileSync(logFile, '');
  let tell: (outcome: 0 | 1) => void = () => {};
  let fail: (reason: string) => void = () => {};
  const outcome = new Promise<0 | 1>((resolve, reject) => {
    tell = resolve;
    fail = (reason) => reject(new PlainError(`${reason} The whole log is in ${logFile}.`));
  });
  // Rejections are for whoever awaits the outcome, which may be after the page has opened.
  outcome.catch(() => {});
  const silent = () => fail(`The tests have been silent for ${silenceSeconds} s.`);
  const silence = setTimeout(silent, silenceSeconds * 1000);
  const late = () => fail(`The tests were not done after ${WHOLE_RUN_MINUTES} minutes.`);
  setTimeout(late, WHOLE_RUN_MINUTES * 60_000).unref();
  let endedWell = false;
  page.once('crash', () => fail('The page of the editor crashed.'));
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    const line = format(...args);
    appendFileSync(logFile, `${new Date().toISOString()} ${type} ${line}\n`);
    if (line === endLine) {
      endedWell = true;
    } else if (!EDITOR_NOISE.test(line)) {
      silence.refresh();
      (type === 'error' ? console.error : console.log)(line);
    }
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    clearTimeout(silence);
    if (code === 0 && !endedWell) {
      fail('The extension host ended before the tests did.');
    } else {
      tell(code === 0 ? 0 : 1);
    }
  });
  return { outcome };
}

import { setTimeout as sleep } from 'node:timers/promises';

/** Asks every 100 ms until the answer is neither undefined, null nor false; an error after `timeout` names what was
 *  waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  timeout = 30_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer as Exclude<T, undefined | null | false>;
    }
    if (Date.now() > end) {
      throw new Error(`Not within ${timeout / 1000} s: ${what}.`);
    }
    await sleep(100);
  }
}

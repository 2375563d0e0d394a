import { type LogOutputChannel, l10n, window } from 'vscode';

/**
 * Does something for the drill panel. If it fails, as where a file cannot be read, the log gets the reason, and the
 * person one sentence and a way to try again. Resolves when it is done or the person leaves it; never rejects.
 */
export async function attempt(
  work: () => Promise<void>,
  log: Pick<LogOutputChannel, 'error'>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error('The drill panel could not go on.', String(error));
    const again = l10n.t('Try Again');
    const sentence = l10n.t('The drill cannot go on: its questions or your progress could not be read.');
    if ((await window.showErrorMessage(sentence, again)) === again) await attempt(work, log);
  }
}

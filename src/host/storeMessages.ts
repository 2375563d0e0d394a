import { type LogOutputChannel, l10n, window } from 'vscode';
import { type Choice, offer } from './offer';

type Trouble = 'damaged' | 'newer' | 'closed' | 'files' | 'whole' | 'state';

const whereItIs = (): Choice => [l10n.t('Where Is My Progress?'), 'mlopsDrill.whereIsMyProgress'];

/** What a person hears of the storing of their progress: each trouble once, until it is over. */
export class StoreMessages {
  private readonly told = new Set<Trouble>();

  constructor(private readonly log: LogOutputChannel) {}

  /** A part of what was stored could not be read; it is kept as it is. */
  unreadable(where: string, trouble: 'damaged' | 'newer' | 'closed'): void {
    this.log.error(`The progress in ${where} is ${trouble}; it is kept.`);
    const sentences = {
      newer: l10n.t(
        'Your progress was written by a newer version of MLOps Interview Drill; it is kept untouched, and updating the extension here brings it back.',
      ),
      damaged: l10n.t(
        'A part of your stored progress is damaged; it is kept aside untouched, and everything that could be read is in use.',
      ),
      closed: l10n.t(
        'A file with progress cannot be opened: allow reading the folder that "Where Is My Progress?" names. Everything else is in use.',
      ),
    };
    this.once(trouble, () => void offer(window.showWarningMessage, sentences[trouble], whereItIs()));
  }

  /** Files cannot be written, as on a full disk. */
  filesFailed(what: 'files' | 'whole', error: unknown): void {
    this.log.error('The files with progress could not be written.', String(error));
    const sentence = l10n.t(
      'Your progress could not be written to disk, and VS Code keeps it in its own storage meanwhile: free some disk space, or allow writing to the folder that "Where Is My Progress?" names.',
    );
    this.once(what, () => void offer(window.showWarningMessage, sentence, whereItIs()));
  }

  /** `globalState` does not take the log. */
  stateFailed(error: unknown, retry: () => void): void {
    this.log.error('The progress could not be written to globalState.', String(error));
    this.once('state', () => void this.offerRetry(retry));
  }

  /** What could not be written was written. */
  over(trouble: 'files' | 'whole' | 'state'): void {
    this.told.delete(trouble);
  }

  /** The log has become too long to be synced whole. */
  cut(): void {
    void offer(
      window.showInformationMessage,
      l10n.t(
        'Your progress has outgrown what VS Code can sync, so its oldest part now lives in files on this machine only; nothing is lost.',
      ),
      whereItIs(),
    );
  }

  private async offerRetry(retry: () => void): Promise<void> {
    const again = l10n.t('Try Again');
    const choice = await window.showErrorMessage(
      l10n.t('VS Code did not save your last grades yet; keep this window open and try again.'),
      again,
    );
    this.told.delete('state');
    if (choice === again) retry();
  }

  private once(trouble: Trouble, tell: () => void): void {
    if (this.told.has(trouble)) return;
    this.told.add(trouble);
    tell();
  }
}

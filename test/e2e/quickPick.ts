import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** One item of an open QuickPick, as it is on the screen. */
export interface QuickPickRow {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly active: boolean;
  readonly ariaLabel: string;
}

/** The QuickPick (or palette, or input box) of one window. */
export class QuickPick {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget').filter({ visible: true });
  }

  /** Waits until it is open and lists items. */
  async waitForOpen(): Promise<void> {
    await this.#widget.waitFor();
  }

  /** Waits until none is open. */
  async waitForClosed(): Promise<void> {
    await this.#widget.waitFor({ state: 'detached' });
  }

  /** Whether one is open now. */
  async isOpen(): Promise<boolean> {
    return (await this.#widget.count()) > 0;
  }

  /** The title above the input, '' without one. */
  async title(): Promise<string> {
    return ((await this.#widget.locator('.quick-input-title').textContent()) ?? '').trim();
  }

  /** The message below the input: QuickPick.prompt or a validation message; '' without one. */
  async message(): Promise<string> {
    return ((await this.#widget.locator('.quick-input-message').textContent()) ?? '').trim();
  }

  /** The grey text of the empty input. */
  async placeholder(): Promise<string> {
    return (await this.#input().getAttribute('placeholder')) ?? '';
  }

  /** What is typed in the input; undefined when none is open. */
  async value(): Promise<string | undefined> {
    const values = await this.#input().evaluateAll((inputs) =>
      inputs.map((input) => (input as HTMLInputElement).value),
    );
    return values[0];
  }

  /** The items on the screen, in order (a long list draws only what is in sight). */
  async items(): Promise<QuickPickRow[]> {
    return this.#rows().evaluateAll((rows) =>
      rows.map((row) => ({
        label: row.querySelector('.quick-input-list-row .label-name')?.textContent ?? '',
        description: row.querySelector('.quick-input-list-row .label-description')?.textContent ?? '',
        detail: row.querySelector('.quick-input-list-label-meta')?.textContent ?? '',
        active: row.classList.contains('focused'),
        ariaLabel: row.getAttribute('aria-label') ?? '',
      })),
    );
  }

  /** The item that Enter would accept. */
  async activeItem(): Promise<QuickPickRow | undefined> {
    return (await this.items()).find((item) => item.active);
  }

  /** Replaces what is typed in the input. */
  async type(text: string): Promise<void> {
    await this.#input().fill(text);
  }

  /** Presses a key where the focus is: 'Enter', 'ArrowDown', '2', 'Escape'. */
  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Moves with the arrow keys to the item whose label is `label`; false when none comes up in time. */
  async focus(label: string, timeout = 10_000): Promise<boolean> {
    const listed = async () => (await this.items()).some((item) => item.label === label);
    if (!(await until('', listed, timeout).catch(() => false))) {
      return false;
    }
    for (let i = (await this.items()).length; i >= 0; i--) {
      if ((await this.activeItem())?.label === label) {
        return true;
      }
      await this.press('ArrowDown');
    }
    return false;
  }

  /** Closes it with Escape. */
  async close(): Promise<void> {
    await this.press('Escape');
    await this.waitForClosed();
  }

  #input(): Locator {
    return this.#widget.locator('.quick-input-box input');
  }

  #rows(): Locator {
    return this.#widget.locator('.quick-input-list .monaco-list-row');
  }
}

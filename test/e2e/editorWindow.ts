import type { Frame, Locator, Page } from 'playwright-core';
import { type CommandRunner, RUN_KEY } from './commandRunner.ts';
import { QuickPick } from './quickPick.ts';
import { until } from './until.ts';

/** One row of a tree view, as it is on the screen. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  readonly ariaLabel: string;
  readonly level: number;
  readonly expanded: boolean | undefined;
}

/** One window of the running editor: what a person sees and does there. */
export class EditorWindow {
  readonly quickPick: QuickPick;
  readonly page: Page;
  readonly #runner: CommandRunner;

  constructor(page: Page, runner: CommandRunner) {
    this.page = page;
    this.#runner = runner;
    this.quickPick = new QuickPick(page);
  }

  /** Resolves when the workbench is on the screen and its extension host answers. */
  async whenReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    // On a busy machine the extension host takes its time.
    await this.#execute('setContext', ['companion.ready', true], 120_000);
  }

  /** Runs a command as a person does: F1, its full title ("MLOps Drill: Random Drill"), Enter. */
  async runCommand(title: string): Promise<void> {
    await until(`the command palette offers "${title}"`, async () => {
      await this.page.keyboard.press('F1');
      await this.quickPick.waitForOpen();
      await this.quickPick.type(`>${title}`);
      if (await this.quickPick.focus(title, 2000)) {
        return true;
      }
      await this.quickPick.close();
      return false;
    });
    await this.page.keyboard.press('Enter');
    // The command may open a QuickPick of its own: wait until the palette has gone, not until nothing is open.
    await until('the command palette has gone', async () => (await this.quickPick.value()) !== `>${title}`);
  }

  /** Runs a command by id, as another extension would, and gives its result. Rejects with the command's error. */
  async executeCommand(id: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.#execute(id, args, 30_000);
  }

  /** The document of the webview panel on the screen. Ask again after a reload or when the panel was replaced. */
  panel(): Promise<Frame> {
    return until('a webview panel is on the screen', async () => {
      const outer = this.page.locator('iframe.webview.ready').filter({ visible: true }).last();
      const frame = (await outer.count()) > 0 ? await (await outer.elementHandle())?.contentFrame() : null;
      const inner = await frame?.$('#active-frame');
      const content = await inner?.contentFrame();
      return (await content?.$('body')) ? content : undefined;
    });
  }

  /** Opens a view container by its icon in the activity bar, as a person does. */
  async openView(container: string): Promise<void> {
    const icon = this.page.locator(`.activitybar .action-label[aria-label^="${container}"]`).first();
    await icon.waitFor();
    // The whole place of the icon: a badge may lie over the icon itself.
    const place = icon.locator('xpath=..');
    if ((await place.getAttribute('aria-expanded')) !== 'true') {
      await place.click();
    }
  }

  /** The rows of a tree view that are on the screen (long trees draw only what is in sight). */
  async tree(viewTitle: string): Promise<TreeRow[]> {
    return this.treeRows(viewTitle).evaluateAll((rows) =>
      rows.map((row) => ({
        label: row.querySelector('.label-name')?.textContent ?? '',
        description: row.querySelector('.label-description')?.textContent ?? '',
        ariaLabel: row.getAttribute('aria-label') ?? '',
        level: Number(row.getAttribute('aria-level')),
        expanded: row.hasAttribute('aria-expanded')
          ? row.getAttribute('aria-expanded') === 'true'
          : undefined,
      })),
    );
  }

  /** The rows of a tree view, to click on: `treeRows('Topics').filter({ hasText: 'Model serving' })`. */
  treeRows(viewTitle: string): Locator {
    return this.page.getByRole('tree', { name: viewTitle }).locator('.monaco-list-row');
  }

  /** The row of a group: by the beginning of its name, and by some of the counts that it tells a screen reader. */
  treeGroup(name: string, counts: string): Locator {
    return this.page.getByRole('treeitem', { name: new RegExp(`^${name}.*\\b${counts}\\b`) });
  }

  /** Chooses from the context menu that is on the screen. VS Code's menus do not hear a click in their first 100 ms. */
  async chooseFromMenu(name: string): Promise<void> {
    const item = this.page.getByRole('menuitem', { name, exact: true });
    await item.waitFor();
    await until(`the menu has taken "${name}"`, async () => {
      if ((await item.count()) > 0) await item.click({ timeout: 1000 }).catch(() => {});
      return (await item.count()) === 0;
    });
  }

  /** The texts of the status bar items on the screen. */
  async statusBar(): Promise<string[]> {
    const texts = await this.page.locator('.statusbar-item:visible').allInnerTexts();
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }

  /** The messages of the notifications. In development mode the editor shows no toasts, so its list is opened. */
  async notifications(): Promise<string[]> {
    const list = this.page.locator('.notifications-center').filter({ visible: true });
    if ((await this.page.evaluate(() => 'driver' in globalThis)) && (await list.count()) === 0) {
      await this.executeCommand('notifications.showList');
    }
    return this.#notifications().locator('.notification-list-item-message').allTextContents();
  }

  /** Waits for a notification that contains `text`. */
  async waitForNotification(text: string): Promise<void> {
    await until(`a notification says "${text}"`, async () =>
      (await this.notifications()).some((message) => message.includes(text)),
    );
  }

  /** Presses a button of the notification that contains `text`. */
  async pressNotificationButton(text: string, label: string): Promise<void> {
    await this.waitForNotification(text);
    await this.#notifications()
      .filter({ hasText: text })
      .getByRole('button', { name: label })
      .first()
      .click();
  }

  /** Changes user settings in the running editor, as a person does in its settings editor. */
  async setSettings(values: Readonly<Record<string, unknown>>): Promise<void> {
    await this.executeCommand('companion.settings', values);
  }

  /** Reloads the window by "Developer: Reload Window", which lets the workbench save what it has to, and waits until
   *  it is ready again. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    this.#runner.ask('workbench.action.reloadWindow', []);
    await this.page.keyboard.press(RUN_KEY);
    await loaded;
    await this.whenReady();
  }

  /** Closes the window as a person can: not before what was stored has left the page (VS Code waits 100 ms). */
  async close(): Promise<void> {
    await this.settle();
    await this.page.close();
  }

  /** Waits until the window is idle and has had the time to write its state. */
  async settle(): Promise<void> {
    await this.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })));
    await this.page.waitForTimeout(500);
  }

  /** Makes the editor area `width` CSS pixels wide, with the side bars closed. */
  async setEditorWidth(width: number): Promise<void> {
    await this.executeCommand('workbench.action.closeSidebar');
    await this.executeCommand('workbench.action.closeAuxiliaryBar');
    const size = this.page.viewportSize() ?? { width: 1280, height: 900 };
    const area = await this.page.locator('.part.editor').boundingBox();
    const chrome = size.width - (area?.width ?? size.width);
    await this.page.setViewportSize({ ...size, width: width + chrome });
    await until(`the editor area is ${width} px wide`, async () => {
      const box = await this.page.locator('.part.editor').boundingBox();
      return Math.round(box?.width ?? 0) === width;
    });
  }

  /** Writes a picture of the whole window (PNG). */
  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  async #execute(id: string, args: readonly unknown[], timeout: number): Promise<unknown> {
    this.#runner.ask(id, args);
    let asked = 0;
    const answer = async () => {
      // The first presses may come before the editor knows the key; the companion answers each request once.
      if (asked++ % 10 === 0) {
        await this.page.keyboard.press(RUN_KEY);
      }
      return this.#runner.outcome();
    };
    const outcome = await until(`the command ${id} has ended`, answer, timeout);
    if ('error' in outcome) {
      throw new Error(`${id}: ${outcome.error}`);
    }
    return outcome.result;
  }

  #notifications(): Locator {
    return this.page.locator(
      '.notification-toast .notification-list-item, .notifications-center .notification-list-item',
    );
  }
}

// mocha's own build for places without Node, which the web extension host is. It sets the global `mocha`.
import 'mocha/mocha.js';

/** Runs the host suite inside VS Code, in the Node and in the web extension host alike; rejects if a test failed. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 30_000 });
  // Imported after mocha has made `describe` and `it`, since the suites call them at once.
  await import('./extension.test');
  await import('./progressStore.test');
  await import('./cardDocuments.test');
  await import('./drillView.test');
  await import('./filterPick.test');
  await import('./topicsTree.test');
  await import('./questionCommands.test');
  await import('./cardActions.test');
  await import('./attempt.test');
  await import('./settings.test');
  await import('./quickDrill.test');
  // Not `mocha.run`, which reads the address of a page, and there may be no page.
  const failures = await new Promise<number>((resolve) => Mocha.prototype.run.call(mocha, resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

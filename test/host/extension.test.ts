import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually } from './eventually';

const id = 'mlops-interview-drill.mlops-interview-drill';

async function extension() {
  const found = vscode.extensions.getExtension(id);
  assert.isOk(found, `${id} is not installed`);
  await found.activate();
  return found;
}

const panels = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      (tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('mlopsDrill.drill'),
    );

describe('the extension', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('runs in the extension host that is asked for', async () => {
    const { extensionKind } = await extension();
    assert.isOk(extensionKind);
  });

  it('registers every command of its manifest', async () => {
    const { packageJSON } = await extension();
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command } of packageJSON.contributes.commands) assert.isOk(registered.has(command), command);
  });

  it('opens the drill panel without a dialog', async () => {
    await extension();
    await vscode.commands.executeCommand('mlopsDrill.randomDrill', { seed: 1, count: 2 });
    await eventually('a panel shows the drill', () => panels()[0]?.label === 'MLOps Drill: Random drill');
  });

  it('uses the panel that is open for the next drill', async () => {
    await extension();
    await vscode.commands.executeCommand('mlopsDrill.randomDrill', { seed: 1 });
    await vscode.commands.executeCommand('mlopsDrill.drillTopic', 'drift-retraining');
    await eventually(
      'the panel shows the topic drill',
      () => panels()[0]?.label === 'MLOps Drill: Topic drill',
    );
    assert.strictEqual(panels().length, 1);
  });

  it('takes a question by its id', async () => {
    await extension();
    await vscode.commands.executeCommand('mlopsDrill.drillQuestion', 'drift-retraining/model-drift');
    await eventually('a panel is open', () => panels().length === 1);
  });

  it('opens nothing for a question that is not in the bank, nor for a choice that nothing fits', async () => {
    await extension();
    await vscode.commands.executeCommand('mlopsDrill.drillQuestion', 'drift-retraining/no-such-question');
    await vscode.commands.executeCommand('mlopsDrill.randomDrill', { topics: ['no-such-topic'] });
    assert.strictEqual(panels().length, 0);
  });
});

import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually } from './eventually';

const id = 'feature-stores/training-serving-skew';
const title = 'What is training-serving skew, what are…';
const note = vscode.Uri.from({ scheme: 'mlops-drill-note', path: `/${id}/Note.md` });
const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`mlopsDrill.${command}`, ...args);
const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const write = (text: string) => vscode.workspace.fs.writeFile(note, new TextEncoder().encode(text));
const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.label));

describe('a question', () => {
  before(() => vscode.extensions.getExtension('mlops-interview-drill.mlops-interview-drill')?.activate());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has a note that is edited like a file', async () => {
    await run('editNote', id);
    const document = vscode.window.activeTextEditor?.document;
    assert.strictEqual(document?.uri.toString(), note.toString());
    assert.strictEqual(document?.languageId, 'markdown');
    await vscode.window.activeTextEditor?.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), '- *mine*\n'),
    );
    // On a busy machine VS Code declines to save what it has only just opened; the text stays in the editor, unsaved.
    await eventually('the note is saved', () => document?.save() ?? false);
    assert.strictEqual(await read(note), '- *mine*\n');
  });

  it('shows in an open editor what has become of its note elsewhere', async () => {
    await write('first\n');
    await run('editNote', id);
    await write('second\n');
    await run('undo');
    await eventually(
      'the editor shows the first note',
      () => vscode.window.activeTextEditor?.document.getText() === 'first\n',
    );
    await run('undo');
  });

  it('loses its note if nothing is left of it', async () => {
    await write('  \n');
    assert.strictEqual(await read(note), '');
    assert.strictEqual((await vscode.workspace.fs.stat(note)).size, 0);
  });

  it('keeps its note where a longer one than can be stored is saved', async () => {
    await write('short\n');
    const outcome = await write('x'.repeat(20_001)).then(
      () => 'saved',
      (error) => String(error),
    );
    assert.match(outcome, /up to 20000 characters/);
    assert.strictEqual(await read(note), 'short\n');
    await run('undo');
  });

  it('has no other files', async () => {
    for (const path of [`/${id}/Other.md`, `/${id}/deeper/Note.md`]) {
      const outcome = await vscode.workspace.fs.stat(note.with({ path })).then(
        () => 'found',
        () => 'refused',
      );
      assert.strictEqual(outcome, 'refused', path);
    }
  });

  it('is copied as Markdown, several at once from a selection', async () => {
    const node = { type: 'question', question: id, group: 'feature-stores' };
    const other = { type: 'question', question: 'drift-retraining/model-drift', group: 'drift-retraining' };
    await run('copyMarkdown', node);
    const one = await vscode.env.clipboard.readText();
    assert.match(one, /^---\nlevel: /);
    await run('copyMarkdown', node, [node, other]);
    const two = await vscode.env.clipboard.readText();
    assert.isOk(two.startsWith(one) && two.length > one.length + 1000);
    await run('copyMarkdown', other, [node]);
    const clicked = await vscode.env.clipboard.readText();
    assert.isOk(two.endsWith(clicked), 'what was clicked counts, if it is outside the selection');
  });

  it('is known by the context of its card', async () => {
    await run('copyMarkdown', { webviewSection: 'card', question: id });
    assert.match(await vscode.env.clipboard.readText(), /skew/);
    await run('openSource', { webviewSection: 'card', question: id });
    await eventually('its source is open', () => tabs().includes('training-serving-skew.md'));
    assert.strictEqual(vscode.window.tabGroups.all.length, 1, 'nothing is beside it');
  });

  it('has a source that leaves its panel in sight', async () => {
    await run('drillQuestion', id);
    await eventually('the panel is open', () => tabs().length === 1);
    await run('openSource', id);
    await eventually('its source is beside the panel', () => vscode.window.tabGroups.all.length === 2);
    assert.strictEqual(tabs().length, 2);
  });

  it('is drilled with others of a selection', async () => {
    const nodes = [id, 'drift-retraining/model-drift'].map((question) => ({
      type: 'question',
      question,
      group: '',
    }));
    await run('drillSelected', nodes[0], nodes);
    await eventually('the panel shows the selection', () => tabs().includes('MLOps Drill: Selection'));
    await run('drillSelected', nodes[0]);
    await eventually('the panel shows the question', () => tabs().includes(title));
  });

  it('is drilled by its star, and by what was graded badly', async () => {
    await run('star', id);
    await run('drillStarred', { count: 3 });
    await eventually('the panel shows the starred ones', () =>
      tabs().includes('MLOps Drill: Starred questions'),
    );
    await run('removeStar', id);
  });

  it('is not taken from what the bank does not have', async () => {
    await vscode.env.clipboard.writeText('before');
    await run('copyMarkdown', 'feature-stores/no-such-question');
    assert.strictEqual(await vscode.env.clipboard.readText(), 'before');
  });
});

describe('reported cards', () => {
  const list = vscode.Uri.from({ scheme: 'mlops-drill-report', path: '/Reported Cards.md' });

  it('are a document that says how to report while there are none', async () => {
    await run('showReports');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.strictEqual(vscode.window.activeTextEditor?.document.uri.toString(), list.toString());
    assert.match(text, /You have reported no card/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

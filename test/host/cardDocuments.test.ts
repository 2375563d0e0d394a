import { assert } from 'chai';
import * as vscode from 'vscode';
import { parseQuestion } from '../../src/core/bank/parseQuestion';

describe('card documents', () => {
  const open = (path: string) =>
    vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'mlops-drill', path }));

  before(() => vscode.extensions.getExtension('mlops-interview-drill.mlops-interview-drill')?.activate());

  it('show a card in the question format', async () => {
    const document = await open('/feature-stores/training-serving-skew.md');
    assert.strictEqual(document.languageId, 'markdown');
    const parsed = parseQuestion({
      path: '',
      topic: 'feature-stores',
      slug: 'training-serving-skew',
      text: document.getText(),
    });
    assert.deepEqual(parsed.problems, []);
    assert.strictEqual(parsed.question?.keyPoints.length, 5);
  });

  it('fail in words for a card that is not there', async () => {
    const outcome = await open('/feature-stores/no-such-card.md').then(
      () => 'opened',
      () => 'refused',
    );
    assert.strictEqual(outcome, 'refused');
  });
});

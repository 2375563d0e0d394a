import { assert } from 'chai';
import * as vscode from 'vscode';
import { attempt } from '../../src/host/attempt';

describe('what the panel attempts', () => {
  const { showErrorMessage } = vscode.window;
  afterEach(() => {
    Object.assign(vscode.window, { showErrorMessage });
  });

  /** How often it was tried, logged and asked, where the first `failing` times fail and the person chooses as given. */
  async function tries(failing: number, choices: readonly (string | undefined)[]): Promise<number[]> {
    let [tried, logged, asked] = [0, 0, 0];
    Object.assign(vscode.window, { showErrorMessage: async () => choices[asked++] });
    await attempt(
      async () => {
        tried++;
        if (tried <= failing) throw new Error('It cannot be read.');
      },
      { error: () => logged++ },
    );
    return [tried, logged, asked];
  }

  it('is done once where it can be done', async () => assert.deepEqual(await tries(0, []), [1, 0, 0]));

  it('is tried again as often as the person wants', async () =>
    assert.deepEqual(await tries(2, ['Try Again', 'Try Again']), [3, 2, 2]));

  it('is left where the person wants no more', async () =>
    assert.deepEqual(await tries(9, ['Try Again', undefined]), [2, 2, 2]));
});

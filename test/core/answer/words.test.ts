import assert from 'node:assert/strict';
import { stemsOf, wordsOf } from '../../../src/core/answer/words';

const denied = (text: string) =>
  wordsOf(text)
    .filter((word) => word.denied)
    .map((word) => text.slice(word.start, word.end));

describe('wordsOf', () => {
  it('gives the place of each word', () => {
    const text = 'The “läuft” \u{1F680} p99, and startupProbe!';
    assert.deepEqual(
      wordsOf(text).map((word) => text.slice(word.start, word.end)),
      ['läuft', 'p99', 'startup', 'Probe'],
    );
  });

  it('reads numbers as a person means them', () => {
    assert.deepEqual(stemsOf('2,520 runs × 0.12 s, p99'), ['2520', 'run', '0.12', 'p99']);
  });

  it('takes names of code apart', () => {
    assert.deepEqual(stemsOf('OOMKilled torch.no_grad() CI/CD'), [
      'oom',
      'kill',
      'torch',
      'grad',
      'ci',
      'cd',
    ]);
  });

  it('counts sentences and list items', () => {
    assert.deepEqual(
      wordsOf('Pods fail. Nodes drain\n- alerts').map((word) => word.sentence),
      [0, 0, 1, 1, 2],
    );
  });

  const cases: [string, string[]][] = [
    ['You do not need to retrain the model', ['need', 'retrain', 'model']],
    ["You don't need OIDC, static keys are fine", ['need', 'OIDC']],
    ['You don’t retrain', ['retrain']],
    ['no append but overwrite', ['append']],
    ['without a sandbox. Retrain', ['sandbox']],
    ['never use the clock inside a task because schedulers retry', ['clock', 'inside', 'task', 'schedulers']],
    ['retrain weekly', []],
  ];
  for (const [text, expected] of cases)
    it(`denies in "${text}"`, () => assert.deepEqual(denied(text), expected));
});

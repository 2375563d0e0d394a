import assert from 'node:assert/strict';
import { stem } from '../../../src/core/answer/stem';

const families = [
  'retrain retrains retrained retraining',
  'normalise normalised normalising normalize normalization',
  'calibrate calibrated calibration',
  'batch batches batched batching',
  'query queries queried querying',
  'stop stops stopped stopping',
  'label labels labelled labeled labelling',
  'kill kills killed killing',
  'behaviour behavior behaviours',
  'write writes wrote written writing',
  'reproduce reproducible reproducibility',
  'deterministic determinism',
  'version versions versioned versioning',
  'index indexes indices',
  'bias biases biased',
];
const strangers = ['class close', 'status state', 'ttl tt', 'precision recall', 'later latency'];

describe('stem', () => {
  for (const family of families) {
    it(`joins ${family}`, () => assert.equal(new Set(family.split(' ').map(stem)).size, 1));
  }
  for (const pair of strangers) {
    it(`keeps apart ${pair}`, () => assert.equal(new Set(pair.split(' ').map(stem)).size, 2));
  }
  it('leaves short words and words with digits alone', () => {
    assert.deepEqual(['gpu', 'gpus', 'p99', 'fp8', 'class', '2520'].map(stem), [
      'gpu',
      'gpu',
      'p99',
      'fp8',
      'class',
      '2520',
    ]);
  });
});

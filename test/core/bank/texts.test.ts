import assert from 'node:assert/strict';
import { countWords } from '../../../src/core/bank/houseRules';
import { plainText, splitLine } from '../../../src/core/bank/plainText';

describe('plainText', () => {
  const cases: [markdown: string, plain: string][] = [
    ['Use `torch.load` **now**, please.', 'Use torch.load now, please.'],
    ['See [the page](https://example.org) and *that*.', 'See the page and that.'],
    ['More than 56 % of them', 'More than 56\u{a0}% of them'],
    ['One\nline  only', 'One line only'],
    ['keep snake_case_names and 2 * 3 * 4', 'keep snake_case_names and 2 * 3 * 4'],
    ['Before\n```sql\nSELECT 1\n```', 'Before SELECT 1'],
  ];
  for (const [markdown, plain] of cases) it(plain, () => assert.equal(plainText(markdown), plain));
});

describe('splitLine', () => {
  it('cuts at the last blank that fits', () =>
    assert.deepEqual(splitLine('one two three', 9), ['one two', 'three']));
  it('leaves a short text whole', () => assert.deepEqual(splitLine('one two', 9), ['one two', '']));
  it('does not cut a word', () => assert.deepEqual(splitLine('abcdefghijkl', 5), ['abcdefghijkl', '']));
});

describe('countWords', () => {
  it('leaves out code, tables and link addresses', () => {
    const text =
      'Two words.\n\n```sql\nSELECT a, b FROM c\n```\n\n| x | y |\n|---|---|\n\n[a link](https://example.org/long-one)';
    assert.equal(countWords(text), 4);
  });
});

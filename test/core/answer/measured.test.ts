import assert from 'node:assert/strict';
import { misfits, type Part, readLabelled, readVocabulary } from '../../answers/labelled';
import { matcher, qualityOf } from '../../answers/quality';

/** A little below what was measured (see test/answers/README.md), so that small changes of the cards are free. */
const floors: Record<Part, { readonly precision: number; readonly f1: number }> = {
  tuning: { precision: 0.79, f1: 0.8 },
  heldOut: { precision: 0.83, f1: 0.84 },
  blind: { precision: 0.76, f1: 0.765 },
};

describe('the labelled answers', () => {
  const parts = readLabelled();

  it('fit the key points of their cards', () => assert.deepEqual(Object.values(parts).flatMap(misfits), []));

  it('a label too few is said in a sentence', () => {
    const [first] = parts.tuning;
    assert.ok(first);
    const question = { ...first.question, keyPoints: first.question.keyPoints.slice(1) };
    const [sentence] = misfits([{ ...first, question }]);
    assert.match(
      sentence ?? '',
      /own-mistake has 3 key points, but the answer .* has 4 labels: mend its "said"\./,
    );
  });

  for (const [part, floor] of Object.entries(floors)) {
    it(`are matched well enough in the part "${part}"`, () => {
      const { precision, f1 } = qualityOf(matcher(readVocabulary()), parts[part as Part]);
      assert.ok(
        precision >= floor.precision,
        `precision ${precision.toFixed(3)} is below ${floor.precision}`,
      );
      assert.ok(f1 >= floor.f1, `F1 ${f1.toFixed(3)} is below ${floor.f1}`);
    });
  }
});

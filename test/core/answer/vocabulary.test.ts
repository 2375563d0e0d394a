import assert from 'node:assert/strict';
import { buildVocabulary } from '../../../src/core/answer/buildVocabulary';
import { rarityOf } from '../../../src/core/answer/vocabulary';
import { pointsCard } from './pointsCard';

const cards = [
  'The model uses the confidence based performance estimation (CBPE).',
  'The model (MODEL) is a model.',
  'A model, once more.',
];
const vocabulary = buildVocabulary(
  cards.map((explanation) => pointsCard({ points: [], title: 'Why?', explanation })),
);

describe('buildVocabulary', () => {
  it('counts the cards', () => assert.equal(vocabulary.cards, 3));
  it('knows common words only', () => assert.deepEqual(vocabulary.stems, { model: 3 }));
  it('makes words the rarer the fewer cards use them', () => {
    assert.equal(rarityOf('cbpe', vocabulary), 1);
    assert.ok(rarityOf('model', vocabulary) < 0.1);
  });
  it('takes no word for a property of every object', () => {
    assert.equal(rarityOf('constructor', vocabulary), 1);
  });
  it('collects abbreviations that a card explains, and only those, beside the synonyms made by hand', () => {
    const byHand = buildVocabulary([]).groups;
    assert.ok(byHand.some((group) => group.includes('kubernetes')));
    const explained = vocabulary.groups.filter((group) => !byHand.some((one) => one.join() === group.join()));
    assert.deepEqual(explained, [['cbpe', 'confidence based performance estimation']]);
  });
});

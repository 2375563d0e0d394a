import assert from 'node:assert/strict';
import { parseQuestion } from '../../../src/core/bank/parseQuestion';
import type { Question } from '../../../src/core/bank/question';
import { toAnki } from '../../../src/core/bank/toAnki';
import { goodCard } from './card';

const topics = [{ id: 'features', title: 'Feature stores', order: 1, icon: 'beaker', summary: 'All of it.' }];

function exported(change = (card: string) => card, parts: Partial<Question> = {}): string[] {
  const { question } = parseQuestion({
    path: 'features/skew.md',
    topic: 'features',
    slug: 'skew',
    text: change(goodCard),
  });
  assert.ok(question);
  return rowsOf(toAnki([{ ...question, ...parts }], topics));
}

/** A reader of its own for the rows below the header lines: fields in quotes may hold tabs, quotes and line ends. */
function rowsOf(text: string): string[] {
  const body = text.replace(/^(#.*\n)*/, '');
  const fields: string[] = [];
  for (let rest = body; rest.length > 0; ) {
    const quoted = /^"((?:[^"]|"")*)"[\t\n]/.exec(rest);
    const plain = /^([^\t\n]*)[\t\n]/.exec(rest);
    const found = quoted ?? plain;
    assert.ok(found, `no field begins ${rest.slice(0, 40)}`);
    fields.push(quoted ? (quoted[1] as string).replaceAll('""', '"') : (plain?.[1] as string));
    rest = rest.slice(found[0].length);
  }
  return fields;
}

describe('toAnki', () => {
  it('begins with the lines that tell Anki what the columns are', () => {
    assert.deepEqual(toAnki([], topics).split('\n'), [
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#guid column:1',
      '#deck column:2',
      '#tags column:5',
      '#columns:GUID\tDeck\tFront\tBack\tTags',
      '',
    ]);
  });

  it('gives each question its id as GUID, a deck by topic, and tags', () => {
    const fields = exported();
    assert.equal(fields.length, 5);
    assert.equal(fields[0], 'features/skew');
    assert.equal(fields[1], 'MLOps::Feature stores');
    assert.equal(fields[4], 'mid concept skew features');
  });

  it('has the question with its exhibits on the front, everything else on the back', () => {
    const [, , front = '', back = ''] = exported();
    assert.match(front, /^<h3>What is training-serving skew\?<\/h3>/);
    assert.match(front, /<i>feature_store.yaml<\/i>.*<pre><code>project: demo<\/code><\/pre>/s);
    for (const part of [
      'Different inputs',
      '<strong>two</strong>',
      '<table>',
      'And that way',
      'Second point',
    ]) {
      assert.ok(back.includes(part), part);
    }
  });

  it('keeps code as it is, whatever stands in it', () => {
    const code = 'a\t"b" <c> & d\n#e';
    const [, , front = ''] = exported((card) => card.replace('project: demo', code));
    assert.ok(front.includes('<pre><code>a\t&quot;b&quot; &lt;c&gt; &amp; d\n#e</code></pre>'), front);
  });

  it('lets no HTML of a card through, and no link but one to the web', () => {
    const evil = 'See <b>this</b> [card](other.md) and [site](https://example.org/?a=1&b=2).';
    const [, , , back = ''] = exported(undefined, { shortAnswer: evil });
    assert.ok(
      back.includes('&lt;b&gt;this&lt;/b&gt; card and <a href="https://example.org/?a=1&amp;b=2">site</a>'),
      back,
    );
  });
});

import assert from 'node:assert/strict';
import { createMarkdown, createSanitiser, type Markdown } from '../../src/webview/markdown';
import { openDocument, texts } from './page';
import { xssVectors } from './xssVectors';

const own = new Set(['BUTTON', 'DIV', 'FIGURE', 'FIGCAPTION', 'svg', 'path']);
const tags = new Set(
  'P BR HR H3 H4 H5 H6 BLOCKQUOTE UL OL LI PRE CODE SPAN STRONG EM DEL SUB SUP A TABLE THEAD TBODY TR TH TD'.split(
    ' ',
  ),
);

/** Everything about a fragment that a card must not be able to bring about. */
function offences(fragment: DocumentFragment, isOwnAllowed: boolean): string[] {
  const found: string[] = [];
  for (const element of fragment.querySelectorAll('*')) {
    const isOwn = own.has(element.tagName);
    if (isOwn ? !isOwnAllowed : !tags.has(element.tagName)) found.push(element.outerHTML);
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^src|^id$|^name$|^form|^action$|xlink/i.test(name)) found.push(`${name}=${value}`);
      if (name === 'href' && !/^(https?:\/\/|mailto:|(\.\.\/[a-z0-9-]+\/)?[a-z0-9-]+\.md$)/i.test(value)) {
        found.push(`${name}=${value}`);
      }
      if (!isOwn && name === 'class' && !/^(hljs-\S+|[a-z]+_|language-\S+|\s|file)+$/.test(value))
        found.push(value);
      if (name === 'data-open' || (name === 'data-exhibit' && value === 'forged'))
        found.push(`${name}=${value}`);
    }
  }
  return found;
}

describe('Markdown from strangers', () => {
  let window: ReturnType<typeof openDocument>;
  let markdown: Markdown;
  let sanitise: (html: string) => DocumentFragment;
  before(() => {
    window = openDocument();
    markdown = createMarkdown(texts);
    sanitise = createSanitiser();
  });
  it('has at least 60 vectors', () => assert.ok(new Set(xssVectors).size >= 60));

  for (const [index, vector] of xssVectors.entries()) {
    it(`is harmless ${index}: ${vector.replace(/\s+/g, ' ').slice(0, 70)}`, async () => {
      let alerts = 0;
      window.alert = () => {
        alerts++;
      };
      document.body.replaceChildren();
      const ways: readonly [DocumentFragment, boolean][] = [
        [sanitise(vector), false],
        [markdown.block(vector, 'llmops'), true],
        [markdown.inline(vector, 'llmops'), true],
        [markdown.block(`- a\n\n  ${vector}\n\n> ${vector}`, 'llmops'), true],
      ];
      for (const [fragment, isOwnAllowed] of ways) {
        assert.deepEqual(offences(fragment, isOwnAllowed), []);
        document.body.append(fragment);
      }
      for (const element of document.querySelectorAll<HTMLElement>('a, p, code')) element.click();
      await new Promise((resolve) => setTimeout(resolve, 0));
      assert.equal(alerts, 0);
      assert.equal(document.querySelectorAll('script, iframe, form, style, img, object').length, 0);
    });
  }
});

describe('Markdown of cards', () => {
  beforeEach(() => {
    openDocument();
  });

  const html = (text: string) => {
    const box = document.createElement('div');
    box.append(createMarkdown(texts).block(text, 'llmops'));
    return box.innerHTML.trim();
  };

  const cases: readonly [name: string, markdown: string, expected: RegExp][] = [
    ['emphasis', '**a** *b* ~~c~~ `d`', /<strong>a<\/strong> <em>b<\/em> <del>c<\/del> <code>d<\/code>/],
    ['an ordered list that starts late', '3. a\n4. b', /<ol start="3">/],
    ['a task list as signs, not as controls', '- [x] a\n- [ ] b', /☑ a[\s\S]*☐ b/],
    ['raw HTML as text', 'a <b>c</b>', /a &lt;b&gt;c&lt;\/b&gt;/],
    ['an image as its words', '![the plan](x.png)', /^<p>the plan<\/p>$/],
    [
      'a web link with its address',
      '[a](https://example.org/x)',
      /<a [^>]*title="https:\/\/example.org\/x"[^>]*>a<\/a>/,
    ],
    ['a link that leads nowhere as text', '[a](#b) [c](other.txt)', /^<p>a c<\/p>$/],
    [
      'a link to a card of the topic',
      '[a](kv-cache.md)',
      /<button[^>]*data-open="llmops\/kv-cache">a<\/button>/,
    ],
    [
      'a link to another topic',
      '[a](../infra-cost/gpu.md)',
      /<button[^>]*data-open="infra-cost\/gpu">a<\/button>/,
    ],
    ['headings below those of the page', '# a\n\n#### b', /<h3>a<\/h3>\s*<h4>b<\/h4>/],
    ['coloured code', '```python\ndef f(): pass\n```', /<span class="hljs-keyword">def<\/span>/],
    ['an alias', '```yml\na: 1\n```', /<span class="hljs-attr">a:<\/span>/],
    [
      'a language without a grammar',
      '```promql\nrate(x[5m]) > 1\n```',
      /language-promql">rate\(x\[5m\]\) &gt; 1/,
    ],
    ['a language that is no word', '```<x>\na\n```', /<pre data-scroll="text"><code>a<\/code>/],
    ['a share in one piece', '5 % of **7 %**, `8 %`', /5&nbsp;% of <strong>7&nbsp;%<\/strong>, <code>8 %</],
    ['columns set right', '| a |\n|--:|\n| 1 |', /<td align="right">1<\/td>/],
  ];
  for (const [name, markdown, expected] of cases) {
    it(`shows ${name}`, () => assert.match(html(markdown), expected));
  }

  it('shows as it was written what is nested too deep', () => {
    const text = `${'> '.repeat(20_000)}a`;
    assert.equal(createMarkdown(texts).block(text, 'llmops').textContent, text);
  });

  it('lets a table scroll by itself, named after its columns', () => {
    assert.match(
      html('| when | what |\n|---|---|\n| 1 | 2 |'),
      /^<div class="table" data-scroll="when, what"><table>/,
    );
  });

  it('gives a named fence its name and a way into an editor', () => {
    document.body.append(createMarkdown(texts).block('```yaml title=a/b.yaml\nx: 1\n```', 'llmops'));
    assert.equal(document.querySelector('figcaption .file')?.textContent, 'a/b.yaml');
    const button = document.querySelector<HTMLElement>('figure button');
    assert.equal(button?.dataset.exhibit, 'a/b.yaml');
    assert.equal(button?.title, 'Open a/b.yaml in an editor');
    assert.equal(document.querySelector('figure pre')?.getAttribute('data-scroll'), 'a/b.yaml');
  });
});

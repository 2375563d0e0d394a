import { Marked } from 'marked';
import type { Question, Topic } from './question';

/*
 * Questions as a text that Anki imports: tab-separated values with header lines. The id of a question is Anki's GUID,
 * so that importing again updates a note instead of adding a second one. See the manual, "Text files".
 */

const columns = ['GUID', 'Deck', 'Front', 'Back', 'Tags'];

/** The whole file. `topics` names the decks below "MLOps". */
export function toAnki(questions: readonly Question[], topics: readonly Topic[]): string {
  const titles = new Map(topics.map((topic) => [topic.id, topic.title]));
  const header = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#guid column:1',
    '#deck column:2',
    '#tags column:5',
    `#columns:${columns.join('\t')}`,
  ];
  const rows = questions.map((question) =>
    [
      question.id,
      `MLOps::${titles.get(question.topic) ?? question.topic}`,
      front(question),
      back(question),
      [question.level, question.kind, ...question.tags].join(' '),
    ]
      .map(quoted)
      .join('\t'),
  );
  return `${[...header, ...rows].join('\n')}\n`;
}

function front({ title, context }: Question): string {
  return [`<h3>${inline(title)}</h3>`, context ? block(context) : ''].join('');
}

function back(question: Question): string {
  const { tradeOffs, redFlags, followUps, keyPoints, references } = question;
  const list = (items: readonly string[]) =>
    items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${block(item)}</li>`).join('')}</ul>`;
  const sections = [
    ['', block(question.shortAnswer)],
    ['Key points', list(keyPoints)],
    ['Explanation', block(question.explanation)],
    ['Example', question.example ? block(question.example) : ''],
    ['Trade-offs', list(tradeOffs)],
    ['Red flags', list(redFlags)],
    ['Follow-ups', list(followUps.map((f) => `${f.question}\n\n${f.answer}`))],
    ['References', list(references)],
  ];
  return sections
    .filter(([, content]) => content !== '')
    .map(([title, content]) => (title ? `<h4>${title}</h4>${content}` : content))
    .join('');
}

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escaped(text),
    image: ({ text }) => escaped(text),
    code: ({ text, lang }) => {
      const title = /\btitle=(\S+)/.exec(lang ?? '')?.[1];
      return `${title ? `<p><i>${escaped(title)}</i></p>` : ''}<pre><code>${escaped(text)}</code></pre>`;
    },
    // A link to another card leads nowhere in Anki.
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return /^https?:/i.test(href) ? `<a href="${escaped(href)}">${words}</a>` : words;
    },
  },
});

function block(text: string): string {
  return marked.parse(text, { async: false }).trim();
}

function inline(text: string): string {
  return marked.parseInline(text, { async: false });
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A field in quotes where it holds what separates fields and rows, or could be taken for a header line. */
function quoted(field: string): string {
  return /[\t\r\n"]|^#/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

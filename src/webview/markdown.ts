import DOMPurify from 'dompurify';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { Marked } from 'marked';
import { withFirmShares } from '../core/bank/plainText';
import type { DrillTexts } from '../core/protocol';
import { el, fill } from './dom';
import { icon } from './icons';

/*
 * The only file in which a third party's code turns a card's text into elements. The way is
 * Markdown → HTML text (marked, highlight.js) → allow list (DOMPurify) → our own buttons.
 * Buttons are made last and by DOM calls, so that no text of a card can forge one.
 */

/** Turns the Markdown of a card into elements. `topic` is the card's topic, from which its relative links are seen. */
export interface Markdown {
  /** Paragraphs, lists, tables, code. Named code is an exhibit that can be opened, unless `hasExhibits` is false. */
  block(text: string, topic: string, hasExhibits?: boolean): DocumentFragment;
  /** One run of text: a title, a key point. */
  inline(text: string, topic: string): DocumentFragment;
}

const languages = { bash, diff, dockerfile, go, ini, javascript, json, python, sql, typescript, yaml };

/** highlight.js has no grammar for HCL and PromQL: they, and every unknown language, stay plain. */
const aliases = { sh: 'bash', shell: 'bash', js: 'javascript', ts: 'typescript', yml: 'yaml', toml: 'ini' };

const allowedTags = [
  ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code', 'span'],
  ...['strong', 'em', 'del', 'sub', 'sup', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];
const allowedAttributes = ['href', 'title', 'class', 'align', 'start'];

/** A link from one card to another: `other-card.md` or `../topic/other-card.md`. */
const cardLink = /^(?:\.\.\/[a-z0-9-]+\/)?[a-z0-9-]+\.md$/;
const webLink = /^(?:https?:\/\/|mailto:)/i;
const allowedClass = /^(?:hljs-[a-z_-]+|[a-z]+_|language-[a-z0-9+#-]+)$/;

/** Prepares a renderer. Buttons carry `data-open` (a question's id) or `data-exhibit` (a title); the page listens. */
export function createMarkdown(texts: Pick<DrillTexts, 'open' | 'openExhibit'>): Markdown {
  const marked = createMarked();
  const sanitise = createSanitiser();
  const finish = (html: string, topic: string, hasExhibits: boolean) => {
    const fragment = sanitise(html);
    for (const pre of fragment.querySelectorAll('pre')) finishCode(pre, hasExhibits ? texts : undefined);
    for (const table of fragment.querySelectorAll('table')) finishTable(table);
    for (const link of fragment.querySelectorAll('a')) finishLink(link, topic);
    return fragment;
  };
  return {
    block: (text, topic, hasExhibits = true) =>
      orPlain(text, () => finish(marked.parse(text, { async: false }), topic, hasExhibits)),
    inline: (text, topic) =>
      orPlain(text, () => finish(marked.parseInline(text, { async: false }), topic, false)),
  };
}

/** What was made of a text, or the text as it is where it is nested deeper than the stack goes. */
function orPlain(text: string, make: () => DocumentFragment): DocumentFragment {
  try {
    return make();
  } catch {
    const plain = document.createDocumentFragment();
    plain.append(text);
    return plain;
  }
}

/** Lets through what cards are made of and nothing else. Exported for the tests, which bypass marked with it. */
export function createSanitiser(): (html: string) => DocumentFragment {
  const purify = DOMPurify(window);
  purify.addHook('uponSanitizeAttribute', (_element, attribute) => {
    if (attribute.attrName !== 'class') return;
    const kept = attribute.attrValue.split(/\s+/).filter((name) => allowedClass.test(name));
    attribute.attrValue = kept.join(' ');
    attribute.keepAttr = kept.length > 0;
  });
  return (html) =>
    // DOMPurify answers null for a text that leaves no body, such as a frameset.
    purify.sanitize(html, {
      ALLOWED_TAGS: allowedTags,
      ALLOWED_ATTR: allowedAttributes,
      ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
      ALLOWED_URI_REGEXP: new RegExp(`${webLink.source}|${cardLink.source}`, 'i'),
      // Without this the rule for addresses would apply to their values too.
      ADD_URI_SAFE_ATTR: ['align', 'start'],
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      RETURN_DOM_FRAGMENT: true,
    }) ?? document.createDocumentFragment();
}

function createMarked(): Marked {
  for (const [name, grammar] of Object.entries(languages)) hljs.registerLanguage(name, grammar);
  for (const [alias, languageName] of Object.entries(aliases)) {
    hljs.registerAliases(alias, { languageName });
  }
  return new Marked({
    gfm: true,
    walkTokens: (token) => {
      if (token.type === 'text') token.text = withFirmShares(token.text);
    },
    renderer: {
      // Raw HTML is a mistake in a card: it is shown as what it is, text.
      html: ({ text }) => escapeHtml(text),
      // Cards have no pictures (and the page's policy would not load any): what they show is said in words.
      image: ({ text }) => escapeHtml(text),
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
      // The question is the page's only h1, and its sections are the h2s.
      heading({ tokens, depth }) {
        const level = Math.max(depth, 3);
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
      },
      code: ({ text, lang }) => renderCode(text, lang ?? ''),
    },
  });
}

function renderCode(text: string, info: string): string {
  const [language = '', ...attributes] = info.trim().split(/\s+/);
  const title = attributes.find((a) => a.startsWith('title='))?.slice('title='.length);
  const known = hljs.getLanguage(language) !== undefined;
  const html = known ? hljs.highlight(text, { language }).value : escapeHtml(text);
  const name = title ? ` title="${escapeHtml(title)}"` : '';
  return `<pre${name}><code class="language-${escapeHtml(language || 'text')}">${html}</code></pre>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Code scrolls inside the card; a named fence gets its name and, where there are texts for it, a way into an editor. */
function finishCode(pre: HTMLPreElement, texts?: Pick<DrillTexts, 'open' | 'openExhibit'>): void {
  const title = pre.getAttribute('title');
  const language = /language-(\S+)/.exec(pre.querySelector('code')?.className ?? '')?.[1] ?? 'text';
  pre.removeAttribute('title');
  pre.setAttribute('data-scroll', title ?? language);
  if (!title) return;
  const open =
    texts &&
    el(
      'button',
      { type: 'button', class: 'quiet', 'data-exhibit': title, title: fill(texts.openExhibit, title) },
      icon('open'),
      el('span', {}, texts.open),
    );
  const figure = el('figure', { class: 'exhibit' });
  pre.replaceWith(figure);
  figure.append(el('figcaption', {}, el('span', { class: 'file' }, title), open), pre);
}

/** A wide table scrolls by itself, named after its columns. */
function finishTable(table: HTMLTableElement): void {
  const columns = [...table.querySelectorAll('th')].map((cell) => cell.textContent?.trim() ?? '');
  const frame = el('div', { class: 'table', 'data-scroll': columns.filter(Boolean).join(', ') });
  table.replaceWith(frame);
  frame.append(table);
}

/** Links lead to the web (opened outside by the editor) or to another card; anything else is only text. */
function finishLink(link: HTMLAnchorElement, topic: string): void {
  const href = link.getAttribute('href') ?? '';
  if (webLink.test(href)) {
    if (!link.title) link.title = href;
    return;
  }
  if (!cardLink.test(href)) {
    link.replaceWith(...link.childNodes);
    return;
  }
  const path = href.replace(/\.md$/, '').replace(/^\.\.\//, '');
  const id = path.includes('/') ? path : `${topic}/${path}`;
  link.replaceWith(el('button', { type: 'button', class: 'link', 'data-open': id }, ...link.childNodes));
}

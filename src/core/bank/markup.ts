import type { Tokens } from 'marked';
import type { Report } from './problem';
import { type Block, walk } from './sections';

/** Reports what a card must not contain: raw HTML, images, and links that go neither to the web nor to another card. */
export function checkMarkup(block: Block, report: Report): void {
  walk(block, (token) => {
    if (token.type === 'html') {
      report(block.line, `"${token.raw.trim()}" is raw HTML; put it into backticks or write it as Markdown.`);
    }
    if (token.type === 'image')
      report(block.line, 'Images are not supported; draw the diagram as text in a code fence.');
    if (token.type === 'link') checkLink((token as Tokens.Link).href, block.line, report);
    if (token.type === 'heading' && (token as Tokens.Heading).depth > 4) {
      report(block.line, 'Headings deeper than "####" are not supported.');
    }
  });
}

function checkLink(href: string, line: number, report: Report): void {
  if (relatedPattern.test(href)) return;
  if (!isWebAddress(href)) {
    report(
      line,
      `The link "${href}" must be a web address (https://…) or the relative path of another card.`,
    );
  }
}

/** A link from one card to another: `other-card.md` or `../topic/other-card.md`. */
const relatedPattern = /^(?:\.\.\/[a-z0-9-]+\/)?[a-z0-9-]+\.md$/;

/** The ids of the cards to which a block links by relative path, seen from a card of `topic`. */
export function linkedIds(block: Block, topic: string): string[] {
  const ids: string[] = [];
  walk(block, (token) => {
    if (token.type !== 'link' || !relatedPattern.test((token as Tokens.Link).href)) return;
    const path = (token as Tokens.Link).href.replace(/\.md$/, '').replace(/^\.\.\//, '');
    ids.push(path.includes('/') ? path : `${topic}/${path}`);
  });
  return ids;
}

function isWebAddress(href: string): boolean {
  // The URL class is not part of the language, and the core knows nothing of its surroundings.
  return /^https?:\/\/[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i.test(href);
}

import { Marked, type Token, type Tokens } from 'marked';

/** A block of Markdown with the line of the file where it begins. */
export interface Block {
  readonly token: Token;
  readonly line: number;
}

/** The blocks under one heading. */
export interface Section {
  readonly title: string;
  /** Line of the heading. */
  readonly line: number;
  /** The blocks as they stand in the file, without blank lines around them. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A body in parts: what stands before the first `##`, and the sections after it. */
export interface Body {
  readonly title?: Section;
  readonly sections: readonly Section[];
}

/** One entry of a list: its first line, the lines below it, and for a task list whether it is ticked. */
export interface Item {
  readonly first: string;
  readonly rest: string;
  readonly checked?: boolean;
  readonly line: number;
}

const markdown = new Marked({ gfm: true });

/** Cuts Markdown into blocks with line numbers; `firstLine` is the line of the file where the text begins. */
export function blocksOf(text: string, firstLine: number): Block[] {
  let line = firstLine;
  return markdown.lexer(text).map((token) => {
    const block = { token, line: line + leadingLines(token.raw) };
    line += count(token.raw, '\n');
    return block;
  });
}

/** Groups blocks by their `#` and `##` headings. Deeper headings stay inside their section. */
export function splitSections(blocks: readonly Block[]): Body {
  const groups: Block[][] = [];
  for (const block of blocks) {
    if (isHeading(block.token) && block.token.depth <= 2) groups.push([block]);
    else groups.at(-1)?.push(block);
  }
  const sections = groups.map(toSection);
  const first = groups[0]?.[0];
  return isTitle(first) ? { title: sections[0], sections: sections.slice(1) } : { sections };
}

/** The items of the first list of a section, or an empty array. */
export function itemsOf(section: Section): Item[] {
  const block = section.blocks.find((b) => b.token.type === 'list');
  if (!block) return [];
  let line = block.line;
  return (block.token as Tokens.List).items.map((item) => {
    const [first = '', ...rest] = item.text.split('\n');
    const entry: Item = {
      first: first.trim(),
      rest: rest.join('\n').trim(),
      line,
      ...(item.task ? { checked: item.checked === true } : {}),
    };
    line += count(item.raw, '\n');
    return entry;
  });
}

/** Calls `visit` for every token of a block, inline ones and list items as well. */
export function walk(block: Block, visit: (token: Token) => void): void {
  markdown.walkTokens([block.token], visit);
}

/** The text of some blocks, as it stands in the file. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((b) => b.token.raw)
    .join('')
    .trim();
}

function toSection(group: readonly Block[]): Section {
  const [heading, ...blocks] = group as [Block, ...Block[]];
  const rest = blocks.filter((b) => b.token.type !== 'space');
  return {
    title: (heading.token as Tokens.Heading).text.trim(),
    line: heading.line,
    text: textOf(blocks),
    blocks: rest,
  };
}

function isTitle(block: Block | undefined): boolean {
  return block !== undefined && isHeading(block.token) && block.token.depth === 1;
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

function leadingLines(raw: string): number {
  return count(/^\n*/.exec(raw)?.[0] ?? '', '\n');
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

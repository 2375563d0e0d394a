import type { Tokens } from 'marked';
import { readFacts } from './facts';
import { parseFrontMatter } from './frontMatter';
import { checkMarkup, linkedIds } from './markup';
import type { Problem, Report } from './problem';
import {
  type BarEntry,
  type Exhibit,
  type Kind,
  levels,
  type Question,
  type QuestionId,
  type Quiz,
} from './question';
import {
  type Block,
  type Body,
  blocksOf,
  type Item,
  itemsOf,
  type Section,
  splitSections,
  textOf,
} from './sections';

/** A file of the bank or of a person's own deck. */
export interface QuestionFile {
  /** As it should stand in problems. */
  readonly path: string;
  readonly topic: string;
  /** Name of the file without `.md`. */
  readonly slug: string;
  readonly text: string;
}

/** A parsed file. `question` is there only if there are no problems. */
export interface ParsedQuestion {
  readonly question?: Question;
  readonly problems: readonly Problem[];
  /** The cards to which it links, and the line of the link. */
  readonly links: readonly { readonly id: QuestionId; readonly line: number }[];
}

const order = [
  'Short answer',
  'Explanation',
  'Example',
  'Trade-offs',
  'Red flags',
  'Follow-ups',
  'Key points',
  'Hints',
  'Bar',
  'Quiz',
  'References',
];
const required = ['Short answer', 'Explanation', 'Red flags', 'Follow-ups', 'Key points', 'References'];
const listSections = ['Trade-offs', 'Red flags', 'Follow-ups', 'Key points', 'Hints', 'Bar', 'References'];
const withoutExample: readonly Kind[] = ['behavioural'];
const withoutQuiz: readonly Kind[] = ['behavioural', 'design'];

/** Reads one question file. Never throws: everything that is wrong comes back as a problem with its line. */
export function parseQuestion(file: QuestionFile): ParsedQuestion {
  const problems: Problem[] = [];
  const report: Report = (line, message) => problems.push({ path: file.path, line, message });
  const front = parseFrontMatter(file.text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''), report);
  const facts = readFacts(front, report);
  const blocks = blocksOf(front.body, front.bodyLine);
  for (const block of blocks) checkMarkup(block, report);
  const body = splitSections(blocks);
  checkStructure(body, facts.kind, front.bodyLine, report);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(file.slug)) {
    report(1, 'The file name must consist of lower-case letters, digits and single hyphens.');
  }

  const section = (title: string) => body.sections.find((s) => s.title === title);
  const text = (title: string) => section(title)?.text ?? '';
  const items = (title: string) => itemsOf(section(title) ?? emptySection);
  const lines = (title: string) => items(title).map(joinItem);
  const optional = <K extends string>(key: K, value: string | undefined) =>
    (value ? { [key]: value } : {}) as { readonly [P in K]?: string };
  const quizSection = section('Quiz');

  const question: Question = {
    id: `${file.topic}/${file.slug}`,
    topic: file.topic,
    ...facts,
    title: body.title?.title ?? '',
    hasQuiz: quizSection !== undefined,
    pointCount: items('Key points').length,
    ...optional('context', body.title?.text),
    shortAnswer: text('Short answer'),
    explanation: text('Explanation'),
    ...optional('example', text('Example')),
    tradeOffs: lines('Trade-offs'),
    redFlags: lines('Red flags'),
    followUps: items('Follow-ups').map((item) => readFollowUp(item, report)),
    keyPoints: lines('Key points'),
    hints: lines('Hints'),
    bar: items('Bar').flatMap((item) => readBar(item, report)),
    ...(quizSection ? { quiz: readQuiz(quizSection, report) } : {}),
    references: lines('References'),
    exhibits: readExhibits(blocks, report),
  };
  const links = blocks.flatMap((block) =>
    linkedIds(block, file.topic).map((id) => ({ id, line: block.line })),
  );
  return problems.length === 0 ? { question, problems, links } : { problems, links };
}

const emptySection: Section = { title: '', line: 0, text: '', blocks: [] };

function checkStructure(body: Body, kind: Kind, line: number, report: Report): void {
  if (!body.title?.title) report(line, 'The question is missing: the body must begin with a heading "# …".');
  const titles = body.sections.map((s) => s.title);
  const wanted = required
    .concat(withoutExample.includes(kind) ? [] : ['Example'])
    .concat(withoutQuiz.includes(kind) ? [] : ['Quiz']);
  for (const title of wanted) {
    if (!titles.includes(title)) report(line, `The section "## ${title}" is missing.`);
  }
  let last = -1;
  for (const section of body.sections) {
    const place = order.indexOf(section.title);
    if (place < 0)
      report(
        section.line,
        `"${section.title}" is not a section of a question; use one of ${order.join(', ')}.`,
      );
    else if (place === last || titles.indexOf(section.title) !== body.sections.indexOf(section)) {
      report(section.line, `The section "${section.title}" is there twice.`);
    } else if (place < last) {
      report(section.line, `The section "${section.title}" must stand before "${order[last]}".`);
    }
    last = Math.max(last, place);
    if (section.text === '') report(section.line, `The section "${section.title}" is empty.`);
    else if (listSections.includes(section.title)) checkList(section, report);
  }
}

function checkList(section: Section, report: Report): void {
  const stray = section.blocks.find((b) => b.token.type !== 'list') ?? section.blocks[1];
  if (stray)
    report(stray.line, `The section "${section.title}" must be one list of "- " items and nothing else.`);
  for (const item of itemsOf(section)) {
    if (item.first === '') report(item.line, `An item of "${section.title}" is empty.`);
  }
}

function readFollowUp(item: Item, report: Report): { question: string; answer: string } {
  if (item.rest === '')
    report(item.line, 'A follow-up needs its answer on the next line, indented by two spaces.');
  return { question: item.first, answer: item.rest };
}

function readBar(item: Item, report: Report): BarEntry[] {
  const text = joinItem(item);
  const level = levels.find((l) => text.startsWith(`${l}:`));
  if (level) return [{ level, text: text.slice(level.length + 1).trim() }];
  report(item.line, 'An item of "Bar" must begin with "junior:", "mid:" or "senior:".');
  return [];
}

function readQuiz(section: Section, report: Report): Quiz {
  const list = section.blocks.findIndex((b) => b.token.type === 'list');
  const after = list < 0 ? undefined : section.blocks[list + 1];
  if (after) report(after.line, 'Nothing may follow the options of the quiz.');
  const stem = textOf(section.blocks.slice(0, Math.max(list, 0)).flatMap(withBlankLine));
  const items = itemsOf(section);
  for (const item of items) {
    if (item.checked === undefined) report(item.line, 'A quiz option must begin with "- [x]" or "- [ ]".');
    if (item.rest === '')
      report(item.line, 'A quiz option needs its reason on the next line, indented by two spaces.');
  }
  const right = items.filter((i) => i.checked).length;
  if (items.length !== 4 || right !== 1) {
    report(
      section.line,
      `A quiz has four options, one of them "[x]"; this one has ${items.length}, with ${right} "[x]".`,
    );
  }
  const options = items.map((i) => ({ text: i.first, correct: i.checked === true, why: i.rest }));
  return stem ? { stem, options } : { options };
}

/** Sections leave blank lines out; between paragraphs one is needed again. */
function withBlankLine(block: Block): Block[] {
  return [block, { line: block.line, token: { type: 'space', raw: '\n\n' } }];
}

function readExhibits(blocks: readonly Block[], report: Report): Exhibit[] {
  const exhibits: Exhibit[] = [];
  for (const { token, line } of blocks) {
    if (token.type !== 'code') continue;
    const [language = '', ...attributes] = ((token as Tokens.Code).lang ?? '').split(/\s+/);
    const named = attributes.find((a) => a.startsWith('title='));
    if (language === '') report(line, 'A code fence must name its language, for example ```python.');
    const title = named?.slice('title='.length);
    if (!title) continue;
    if (exhibits.some((e) => e.title === title))
      report(line, `Two exhibits of this card are called "${title}".`);
    exhibits.push({ title, language, text: (token as Tokens.Code).text });
  }
  return exhibits;
}

function joinItem(item: Item): string {
  return item.rest ? `${item.first}\n${item.rest}` : item.first;
}

import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Report } from './problem';

/** The head of a file: its values by name, and where each stands. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  /** Line of a key in the file, from 1; line 1 for a key that is not there. */
  lineOf(key: string): number;
  /** The text after the front matter, and the line in the file where it begins. */
  readonly body: string;
  readonly bodyLine: number;
}

const fence = '---';

/** Splits a file into its YAML front matter and its Markdown body; what is wrong goes to `report`. */
export function parseFrontMatter(text: string, report: Report): FrontMatter {
  const lines = text.split('\n');
  const end = lines[0]?.trimEnd() === fence ? lines.findIndex((l, i) => i > 0 && l.trimEnd() === fence) : -1;
  if (end < 0) {
    report(1, 'The file must begin with front matter between two lines "---".');
    return { values: {}, lineOf: () => 1, body: text, bodyLine: 1 };
  }
  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, end).join('\n'), { lineCounter: counter });
  const fileLine = (offset: number) => counter.linePos(offset).line + 1;
  for (const error of document.errors) {
    report(fileLine(error.pos[0]), `The front matter is not valid YAML: ${error.message.split('\n')[0]}`);
  }
  const lineByKey = new Map<string, number>();
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      if (isScalar(key) && key.range) lineByKey.set(String(key.value), fileLine(key.range[0]));
    }
  }
  const values: unknown = document.errors.length === 0 ? document.toJS() : {};
  const isRecord = typeof values === 'object' && values !== null && !Array.isArray(values);
  if (!isRecord && values !== null) report(2, 'The front matter must be a list of "key: value" lines.');
  return {
    values: isRecord ? (values as Record<string, unknown>) : {},
    lineOf: (key) => lineByKey.get(key) ?? 1,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

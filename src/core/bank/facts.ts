import type { FrontMatter } from './frontMatter';
import type { Report } from './problem';
import { kinds, levels, type QuestionFacts, volatilities } from './question';

const known = ['level', 'kind', 'tags', 'tools', 'minutes', 'seed', 'related', 'volatility', 'reviewed'];
const tagPattern = /^[a-z0-9][a-z0-9-]*$/;
const idPattern = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** Reads and checks the front matter of a question. Where a value is wrong, it reports it and goes on with a neutral one. */
export function readFacts(front: FrontMatter, report: Report): QuestionFacts {
  const { values } = front;
  const complain = (key: string, message: string) => report(front.lineOf(key), `"${key}" ${message}`);

  for (const key of Object.keys(values)) {
    if (!known.includes(key))
      complain(key, 'is not a key of the front matter; remove it or correct its name.');
  }

  function oneOf<T extends string>(key: string, allowed: readonly T[]): T {
    const found = allowed.find((a) => a === values[key]);
    if (found === undefined) complain(key, `must be one of ${allowed.join(', ')}.`);
    return found ?? (allowed[0] as T);
  }

  function list(key: string, pattern: RegExp, form: string): string[] {
    const value = values[key] ?? [];
    if (!Array.isArray(value) || !value.every((v) => typeof v === 'string' && pattern.test(v))) {
      complain(key, `must be a list of ${form}.`);
      return [];
    }
    if (new Set(value).size !== value.length) complain(key, 'names something twice.');
    return value;
  }

  function wholeNumber(key: string, least: number, most: number): number {
    const value = values[key];
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    complain(key, `must be a whole number from ${least} to ${most}.`);
    return least;
  }

  const tags = list('tags', tagPattern, 'words of lower-case letters, digits and hyphens');
  if (tags.length < 2 || tags.length > 6) complain('tags', 'must name 2 to 6 tags.');
  const reviewed = String(values.reviewed ?? '');
  if (!isDate(reviewed)) complain('reviewed', 'must be a date such as 2026-11-23.');
  return {
    level: oneOf('level', levels),
    kind: oneOf('kind', kinds),
    tags,
    tools: list('tools', /\S/, 'product names'),
    minutes: wholeNumber('minutes', 1, 60),
    ...(values.seed === undefined ? {} : { seed: wholeNumber('seed', 1, 99) }),
    related: list('related', idPattern, 'question ids such as drift-retraining/model-drift'),
    volatility: oneOf('volatility', volatilities),
    reviewed,
  };
}

/** Whether a text is a day of the calendar written as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

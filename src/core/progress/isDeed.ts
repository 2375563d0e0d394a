import type { Deed } from './event';

/** Whether a value read from storage is a deed of a known kind with all its fields; and no others: a field of a newer version may change what the rest means. */
export function isDeed(value: Readonly<Record<string, unknown>>): boolean {
  const { kind } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(fieldsOf, kind)) return false;
  const fields = fieldsOf[kind as Deed['kind']];
  const keys = Object.keys(value).filter((key) => key !== 'kind');
  return (
    keys.every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, isRight]) => isRight(value[key]))
  );
}

/** Of a note: more than a person writes on one question. */
export const mostCharacters = 20_000;

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '' && value.length <= 1000;
const isFlag: Check = (value) => typeof value === 'boolean';
/** Whole numbers that every part of the code can count with. */
const isCount: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
const isGrade: Check = (value) => value === 1 || value === 2 || value === 3 || value === 4;
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const isRuns: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((ends) => Array.isArray(ends) && ends.length % 2 === 0 && ends.every(isCount));

const isOthers: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);

const mark = { question: isText, others: orAbsent(isOthers), on: isFlag };
const remark = {
  question: isText,
  text: (value: unknown) => typeof value === 'string' && value.length <= mostCharacters,
};
const correction = { of: isText };

const fieldsOf: { readonly [K in Deed['kind']]: Readonly<Record<string, Check>> } = {
  review: {
    question: isText,
    grade: isGrade,
    seconds: isCount,
    points: orAbsent(isCount),
    hints: orAbsent(isCount),
    followUps: orAbsent(isCount),
  },
  quiz: { question: isText, correct: isFlag },
  star: mark,
  suspend: mark,
  bury: { question: isText, others: orAbsent(isOthers), until: isCount },
  note: remark,
  report: remark,
  reset: { topic: orAbsent(isText) },
  restore: { without: isRuns },
  undo: correction,
  redo: correction,
};

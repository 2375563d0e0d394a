import type { Deed } from './event';

/** Whether a value read from storage is a deed of a known kind with all its fields; other keys are allowed only if it says so. */
export function isDeed(value: Readonly<Record<string, unknown>>): boolean {
  const fields = fieldsOf[value.kind as Deed['kind']];
  if (fields === undefined) return false;
  const keys = Object.keys(value).filter((key) => key !== 'kind');
  return (
    keys.every((key) => key in fields) &&
    Object.entries(fields).every(([key, isRight]) => isRight(value[key]))
  );
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isGrade: Check = (value) => value === 1 || value === 2 || value === 3 || value === 4;
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const mark = { question: isText, on: isFlag };
const correction = { of: isText };

const fieldsOf: { readonly [K in Deed['kind']]: Readonly<Record<string, Check>> } = {
  review: {
    question: isText,
    grade: isGrade,
    seconds: isCount,
    points: orAbsent(isCount),
    hints: orAbsent(isCount),
  },
  quiz: { question: isText, correct: isFlag },
  star: mark,
  suspend: mark,
  bury: { question: isText, until: isCount },
  undo: correction,
  redo: correction,
};

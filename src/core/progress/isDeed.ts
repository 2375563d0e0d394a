import type { Deed } from './event';

/** Whether a value read from storage is a deed of a known kind with all its fields; and no others: a field of a newer version may change what the rest means. */
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

const isCoverage: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isCount);

const mark = { question: isText, on: isFlag };
const remark = { question: isText, text: (value: unknown) => typeof value === 'string' };
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
  bury: { question: isText, until: isCount },
  note: remark,
  report: remark,
  reset: { topic: orAbsent(isText) },
  restore: { to: isCoverage },
  undo: correction,
  redo: correction,
};

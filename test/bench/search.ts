import { readFileSync } from 'node:fs';
import { type BankHeads, indexBank } from '../../src/core/bank/bank';
import { QuestionSearch } from '../../src/core/bank/search';

/** Milliseconds that finding takes at each letter of what a person types, in the shipped bank `times` times over. */
export function findTimes(times: number): number[] {
  const { topics, questions } = JSON.parse(readFileSync('dist/bank.json', 'utf8')) as BankHeads;
  const many = Array.from({ length: times }, (_, i) =>
    questions.map((question) => ({ ...question, id: i === 0 ? question.id : `${question.id}-${i}` })),
  ).flat();
  const search = new QuestionSearch(indexBank({ topics, questions: many }));
  const typed = ['feature store skew', 'kubernetes autoscaling', 'drift psi', 'llm judge bias'];
  const letters = typed.flatMap((text) => Array.from(text, (_, i) => text.slice(0, i + 1)));
  for (const text of letters) search.find(text);
  return letters.map((text) => {
    const start = performance.now();
    search.find(text);
    return performance.now() - start;
  });
}

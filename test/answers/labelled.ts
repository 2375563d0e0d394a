import { readdirSync, readFileSync } from 'node:fs';
import type { Vocabulary } from '../../src/core/answer/vocabulary';
import { parseQuestion } from '../../src/core/bank/parseQuestion';
import type { Question } from '../../src/core/bank/question';

/** An answer as a person typed it, with what a fair interviewer credits: one label for each key point, in order. */
export interface LabelledAnswer {
  readonly style: string;
  readonly said: readonly boolean[];
  readonly text: string;
}

export interface LabelledQuestion {
  readonly question: Question;
  readonly answers: readonly LabelledAnswer[];
}

/** See README.md: `tuning` and `heldOut` take turns in the order of the files; `blind` is read from one file. */
export type Part = 'tuning' | 'heldOut' | 'blind';

/** Reads the labelled answers and the cards to which they belong; run from the root of the project. */
export function readLabelled(): Record<Part, LabelledQuestion[]> {
  const names = readdirSync('test/answers/data').sort();
  const all = names.flatMap((name) => readFile(`test/answers/data/${name}`));
  return {
    tuning: [
      ...all.filter((_, i) => i % 2 === 0),
      ...readFile('test/answers/blind-first.json'),
      ...readFile('test/answers/blind-second.json'),
    ],
    heldOut: all.filter((_, i) => i % 2 === 1),
    blind: readFile('test/answers/blind.json'),
  };
}

/** The vocabulary of the bank as the build has written it. */
export function readVocabulary(): Vocabulary {
  return JSON.parse(readFileSync('dist/vocabulary.json', 'utf8'));
}

/** One sentence for each answer whose labels do not fit the key points of its card. */
export function misfits(questions: readonly LabelledQuestion[]): string[] {
  return questions.flatMap(({ question, answers }) =>
    answers
      .filter(({ said }) => said.length !== question.keyPoints.length)
      .map(
        ({ said, text }) =>
          `${question.id} has ${question.keyPoints.length} key points, but the answer "${text.slice(0, 40)}…" in test/answers has ${said.length} labels: mend its "said".`,
      ),
  );
}

function readFile(path: string): LabelledQuestion[] {
  const entries: { question: string; answers: LabelledAnswer[] }[] = JSON.parse(readFileSync(path, 'utf8'));
  return entries.map(({ question: id, answers }) => {
    const [topic = '', slug = ''] = id.split('/');
    const text = readFileSync(`questions/${id}.md`, 'utf8');
    const { question } = parseQuestion({ path: `${id}.md`, topic, slug, text });
    if (!question) throw new Error(`questions/${id}.md cannot be read.`);
    return { question, answers };
  });
}

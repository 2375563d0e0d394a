// `node esbuild.js && node out/test/answers/measure.js`: how well the matcher agrees with the labels.
// With `--errors` each wrong tick of the tuning half as well; the other parts are not for looking at.
import { matchAnswer } from '../../src/core/answer/match';
import { preparePoints } from '../../src/core/answer/points';
import { type LabelledQuestion, misfits, readLabelled, readVocabulary } from './labelled';
import { always, type Judge, matcher, type Quality, qualityOf, wordOverlap } from './quality';

const parts = readLabelled();
const vocabulary = readVocabulary();
for (const sentence of Object.values(parts).flatMap(misfits)) console.log(sentence);

const share = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5].reduce((best, next) =>
  qualityOf(wordOverlap(next), parts.tuning).f1 > qualityOf(wordOverlap(best), parts.tuning).f1 ? next : best,
);
const judges: readonly (readonly [string, Judge])[] = [
  ['tick all', always(true)],
  ['tick none', always(false)],
  [`word overlap (${share}, the best for tuning)`, wordOverlap(share)],
  ['matcher', matcher(vocabulary)],
];
for (const [part, questions] of Object.entries(parts)) {
  console.log(`\n${part}: ${sizeOf(questions)}`);
  for (const [name, judge] of judges)
    console.log(`  ${name.padEnd(42)} ${shown(qualityOf(judge, questions))}`);
}
console.log(`\n${costs([...parts.tuning, ...parts.heldOut, ...parts.blind])}`);
if (process.argv.includes('--errors')) console.log(`\n${errors(parts.tuning).join('\n')}`);

function sizeOf(questions: readonly LabelledQuestion[]): string {
  const answers = questions.flatMap((q) => q.answers);
  const labels = answers.flatMap((a) => a.said);
  return `${questions.length} questions, ${answers.length} answers, ${labels.length} points, ${labels.filter(Boolean).length} said`;
}

function shown({ precision, recall, f1 }: Quality): string {
  return `precision ${precision.toFixed(3)}   recall ${recall.toFixed(3)}   F1 ${f1.toFixed(3)}`;
}

function costs(questions: readonly LabelledQuestion[]): string {
  const prepared = questions.map(({ question }) => preparePoints(question, vocabulary));
  const start = performance.now();
  for (const { question } of questions) preparePoints(question, vocabulary);
  const prepare = (performance.now() - start) / questions.length;
  const long = questions.map(({ answers }) => words(answers.map((a) => a.text).join('\n'), 600));
  for (const [i, points] of prepared.entries()) matchAnswer(points, long[i] as string);
  const before = performance.now();
  for (const [i, points] of prepared.entries()) matchAnswer(points, long[i] as string);
  const match = (performance.now() - before) / questions.length;
  const sizes = prepared.map((points) => JSON.stringify(points).length);
  const mean = sizes.reduce((a, b) => a + b, 0) / sizes.length;
  return [
    `preparing a card ${prepare.toFixed(2)} ms`,
    `an answer of 600 words ${match.toFixed(2)} ms`,
    `prepared points of a card ${(mean / 1024).toFixed(1)} KB, at most ${(Math.max(...sizes) / 1024).toFixed(1)} KB`,
  ].join('; ');
}

function words(text: string, count: number): string {
  const all = text.split(/\s+/);
  return Array.from({ length: count }, (_, i) => all[i % all.length]).join(' ');
}

function errors(questions: readonly LabelledQuestion[]): string[] {
  return questions.flatMap(({ question, answers }) => {
    const points = preparePoints(question, vocabulary);
    return answers.flatMap(({ text, said, style }) =>
      matchAnswer(points, text).flatMap((match, i) => {
        if (match.said === said[i]) return [];
        const marked = match.marks.map(([start, end]) => text.slice(start, end)).join(', ');
        const score = match.score.toFixed(2);
        return [
          `${match.said ? 'ticked' : 'missed'} ${score} ${question.id} (${style}) "${question.keyPoints[i]}" ${marked}`,
        ];
      }),
    );
  });
}

import type { Problem } from './problem';
import type { Question } from './question';

/*
 * Rules of the shipped bank that go beyond the format: length, and quizzes that cannot be guessed by their form.
 * People's own decks are free of them.
 */

/** Allowed words of a card as [least, most], by kind. */
const cardWords = {
  concept: [450, 800],
  scenario: [450, 900],
  code: [450, 900],
  estimation: [450, 800],
  design: [450, 1300],
  behavioural: [350, 650],
} as const;

/** Counts the words of Markdown text without code fences, tables and link addresses. */
export function countWords(markdown: string): number {
  return markdown
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1`*$/gm, ' ')
    .replace(/^\s*\|.*\|\s*$/gm, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The problems that the house rules find in a question; all stand at line 1 of its file. */
export function checkHouseRules(question: Question): Problem[] {
  const problems: Problem[] = [];
  const complain = (message: string) => problems.push({ path: `${question.id}.md`, line: 1, message });
  const inRange = (what: string, value: number, least: number, most: number, unit = 'words') => {
    if (value >= least && value <= most) return;
    complain(`${what} has ${value} ${unit}; allowed are ${least} to ${most}.`);
  };
  const long = question.kind === 'design' || question.kind === 'scenario';
  inRange('The short answer', countWords(question.shortAnswer), 60, 90);
  inRange(
    'The explanation',
    countWords(question.explanation),
    question.kind === 'behavioural' ? 80 : 120,
    long ? 420 : 300,
  );
  inRange('"Red flags"', question.redFlags.length, 3, 5, 'items');
  inRange('"Follow-ups"', question.followUps.length, 3, 4, 'items');
  inRange('"Key points"', question.keyPoints.length, 3, 6, 'items');
  inRange('"References"', question.references.length, 1, 3, 'items');
  if (question.tradeOffs.length > 0) inRange('"Trade-offs"', question.tradeOffs.length, 2, 4, 'items');
  if (question.hints.length > 0) inRange('"Hints"', question.hints.length, 1, 3, 'items');
  if (question.kind === 'design' && question.bar.length === 0)
    complain('A design question needs the section "Bar".');

  const [least, most] = cardWords[question.kind];
  const easyConcept = question.kind === 'concept' && question.level === 'junior';
  inRange(
    'The card (without quiz, code, tables and references)',
    wordsOfCard(question),
    easyConcept ? 350 : least,
    most,
  );
  if (question.quiz) checkQuiz(question.quiz, inRange, complain);
  return problems;
}

/** Words of a card without quiz, code, tables and references. */
export function wordsOfCard(q: Question): number {
  const parts = [
    q.title,
    q.context ?? '',
    q.shortAnswer,
    q.explanation,
    q.example ?? '',
    ...q.tradeOffs,
    ...q.redFlags,
    ...q.followUps.map((f) => `${f.question}\n${f.answer}`),
    ...q.keyPoints,
    ...q.hints,
    ...q.bar.map((b) => b.text),
  ];
  return countWords(parts.join('\n'));
}

function checkQuiz(
  quiz: NonNullable<Question['quiz']>,
  inRange: (what: string, value: number, least: number, most: number, unit?: string) => void,
  complain: (message: string) => void,
): void {
  if (quiz.stem) inRange('The stem of the quiz', countWords(quiz.stem), 1, 60);
  const lengths = quiz.options.map((o) => o.text.length);
  const mean = lengths.reduce((sum, n) => sum + n, 0) / lengths.length;
  quiz.options.forEach((option, i) => {
    const length = lengths[i] as number;
    inRange(`Quiz option ${i + 1}`, countWords(option.text), 1, 25);
    if (Math.abs(length - mean) > 0.3 * mean) {
      complain(
        `Quiz option ${i + 1} has ${length} characters; the mean is ${Math.round(mean)}, and 30 % off is the limit.`,
      );
    }
  });
}

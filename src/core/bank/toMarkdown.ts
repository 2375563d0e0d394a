import type { Question } from './question';

/** A question as the text of a file in the question format; parsing it gives the same question. */
export function toMarkdown(q: Question): string {
  return `---\n${facts(q).join('\n')}\n---\n\n${bodyOf(q)}`;
}

function facts(q: Question): string[] {
  return [
    `level: ${q.level}`,
    `kind: ${q.kind}`,
    `tags: [${q.tags.join(', ')}]`,
    // JSON is YAML, and product names may need its quotes.
    ...(q.tools.length > 0 ? [`tools: ${JSON.stringify(q.tools)}`] : []),
    `minutes: ${q.minutes}`,
    ...(q.seed === undefined ? [] : [`seed: ${q.seed}`]),
    ...(q.related.length > 0 ? [`related: [${q.related.join(', ')}]`] : []),
    `volatility: ${q.volatility}`,
    `reviewed: ${q.reviewed}`,
  ];
}

/** What a card asks: its title and context (Markdown). */
export function promptOf(q: Question): string {
  return [`# ${q.title}`, q.context].filter(Boolean).join('\n\n');
}

/** A card without its front matter (Markdown). */
export function bodyOf(q: Question): string {
  const parts = [
    promptOf(q),
    section('Short answer', q.shortAnswer),
    section('Explanation', q.explanation),
    section('Example', q.example),
    section('Trade-offs', list(q.tradeOffs)),
    section('Red flags', list(q.redFlags)),
    section('Follow-ups', list(q.followUps.map((f) => `${f.question}\n${f.answer}`))),
    section('Key points', list(q.keyPoints)),
    section('Hints', list(q.hints)),
    section('Bar', list(q.bar.map((b) => `${b.level}: ${b.text}`))),
    q.quiz && section('Quiz', [q.quiz.stem, quizList(q.quiz)].filter(Boolean).join('\n\n')),
    section('References', list(q.references)),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function section(title: string, text: string | undefined): string | undefined {
  return text ? `## ${title}\n\n${text}` : undefined;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
}

function quizList(quiz: NonNullable<Question['quiz']>): string {
  return list(quiz.options.map((o) => `[${o.correct ? 'x' : ' '}] ${o.text}\n${o.why}`));
}

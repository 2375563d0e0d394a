import { parseFrontMatter } from './frontMatter';
import { checkMarkup } from './markup';
import type { Problem, Report } from './problem';
import type { Topic } from './question';
import { blocksOf } from './sections';

/** Reads the `index.md` of a topic folder. `topic` is there only if there are no problems. */
export function parseTopic(file: { path: string; id: string; text: string }): {
  readonly topic?: Topic;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const report: Report = (line, message) => problems.push({ path: file.path, line, message });
  const front = parseFrontMatter(file.text.replace(/\r\n?/g, '\n'), report);
  const { title, order, icon } = front.values;
  if (typeof title !== 'string' || title === '')
    report(front.lineOf('title'), '"title" must name the topic.');
  if (typeof order !== 'number') report(front.lineOf('order'), '"order" must be a number.');
  if (typeof icon !== 'string' || !/^[a-z][a-z0-9-]*$/.test(icon)) {
    report(front.lineOf('icon'), '"icon" must be the name of a codicon, for example "beaker".');
  }
  const blocks = blocksOf(front.body, front.bodyLine).filter((b) => b.token.type !== 'space');
  for (const block of blocks) checkMarkup(block, report);
  if (blocks.length !== 1 || blocks[0]?.token.type !== 'paragraph') {
    report(front.bodyLine, 'The body of a topic must be one paragraph that says what it covers.');
  }
  if (problems.length > 0) return { problems };
  return {
    topic: {
      id: file.id,
      title: String(title),
      order: Number(order),
      icon: String(icon),
      summary: front.body.trim(),
    },
    problems,
  };
}

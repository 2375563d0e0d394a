import assert from 'node:assert/strict';
import { parseQuestion } from '../../../src/core/bank/parseQuestion';
import { goodCard } from './card';

function parse(text: string, slug = 'skew') {
  return parseQuestion({ path: 'features/skew.md', topic: 'features', slug, text });
}

/** Breaks the good card by one replacement and gives the problems as `line: message`. */
function problemsAfter(find: string | RegExp, replacement: string): string[] {
  const text = goodCard.replace(find, replacement);
  assert.notEqual(text, goodCard, 'the replacement must change the card');
  return parse(text).problems.map((p) => `${p.line}: ${p.message}`);
}

const lineOf = (text: string) => goodCard.slice(0, goodCard.indexOf(text)).split('\n').length;

describe('parseQuestion', () => {
  it('reads every part of a card', () => {
    const { question, problems } = parse(goodCard);
    assert.deepEqual(problems, []);
    assert.ok(question);
    assert.equal(question.id, 'features/skew');
    assert.equal(question.title, 'What is training-serving skew?');
    assert.match(
      question.context ?? '',
      /^A model scores well offline\.\n\n```yaml title=feature_store\.yaml/,
    );
    assert.equal(question.shortAnswer, 'Different inputs.');
    assert.equal(question.explanation, 'Two paths, **two** results.\n\n### A part of it\n\nMore.');
    assert.deepEqual(question.followUps, [{ question: 'And then?', answer: 'This way.\nAnd that way.' }]);
    assert.deepEqual(question.keyPoints, ['First point', 'Second point']);
    assert.deepEqual(question.bar, [
      { level: 'junior', text: 'says it' },
      { level: 'senior', text: 'measures it' },
    ]);
    assert.equal(question.quiz?.stem, 'What now?');
    assert.deepEqual(
      question.quiz?.options.map((o) => o.correct),
      [true, false, false, false],
    );
    assert.deepEqual(question.quiz?.options[1], {
      text: 'Retrain the model',
      correct: false,
      why: 'It hides the fault.',
    });
    assert.deepEqual(question.exhibits, [
      { title: 'feature_store.yaml', language: 'yaml', text: 'project: demo' },
    ]);
    assert.deepEqual(question.tools, ['Feast']);
    assert.equal(question.minutes, 4);
  });

  it('reads the same from a file with Windows line ends and a byte order mark', () => {
    assert.deepEqual(parse(`\uFEFF${goodCard.replaceAll('\n', '\r\n')}`), parse(goodCard));
  });

  const broken: [name: string, find: string | RegExp, replacement: string, line: number, message: RegExp][] =
    [
      ['no front matter', '---\nlevel', 'level', 1, /must begin with front matter/],
      ['broken YAML', 'tags: [skew, features]', 'tags: [skew, features', 5, /not valid YAML/],
      ['unknown level', 'level: mid', 'level: expert', 2, /"level" must be one of junior, mid, senior/],
      ['unknown kind', 'kind: concept', 'kind: riddle', 3, /"kind" must be one of/],
      ['one tag', 'tags: [skew, features]', 'tags: [skew]', 4, /2 to 6 tags/],
      ['tag in capitals', '[skew, features]', '[Skew, features]', 4, /lower-case/],
      ['unknown key', 'minutes: 4', 'minutes: 4\nauthor: me', 7, /"author" is not a key/],
      ['minutes as a word', 'minutes: 4', 'minutes: four', 6, /"minutes" must be a whole number/],
      ['no minutes at all', 'minutes: 4', 'minutes: 0', 6, /"minutes" must be a whole number from 1 to 60/],
      ['minutes and a half', 'minutes: 4', 'minutes: 4.5', 6, /"minutes" must be a whole number/],
      ['too many minutes', 'minutes: 4', 'minutes: 61', 6, /"minutes" must be a whole number/],
      ['date that is none', 'reviewed: 2026-11-23', 'reviewed: 2026-02-30', 9, /"reviewed" must be a date/],
      [
        'related without topic',
        '[serving/batching]',
        '[batching]',
        7,
        /"related" must be a list of question ids/,
      ],
      [
        'no title',
        '# What is training-serving skew?',
        'What is it?',
        11,
        /the body must begin with a heading/,
      ],
      ['missing section', /## Key points[\s\S]*?(?=## Hints)/, '', 11, /"## Key points" is missing/],
      ['missing quiz', /## Quiz[\s\S]*?(?=## References)/, '', 11, /"## Quiz" is missing/],
      ['unknown section', '## Hints', '## Advice', lineOf('## Hints'), /"Advice" is not a section/],
      ['empty section', '- Costs time.\n', '', lineOf('## Trade-offs'), /"Trade-offs" is empty/],
      ['section twice', '## Hints', '## Key points', lineOf('## Hints'), /"Key points" is there twice/],
      ['text in a list section', '- Costs time.', 'Costs time.', lineOf('- Costs time.'), /must be one list/],
      [
        'follow-up without answer',
        '\n  This way.\n  And that way.',
        '',
        lineOf('- And then?'),
        /needs its answer/,
      ],
      [
        'bar without level',
        '- junior: says it',
        '- says it',
        lineOf('- junior'),
        /must begin with "junior:"/,
      ],
      ['two right options', '- [ ] Wait', '- [x] Wait', lineOf('## Quiz'), /with 2 "\[x\]"/],
      ['option without reason', '  Nothing changes.\n', '', lineOf('- [ ] Wait'), /needs its reason/],
      ['raw HTML', 'Different inputs.', 'Different <b>inputs</b>.', lineOf('Different inputs.'), /raw HTML/],
      ['block of HTML', 'Different inputs.', '<div>\nHi\n</div>', lineOf('Different inputs.'), /raw HTML/],
      [
        'image',
        'Different inputs.',
        '![x](https://example.org/x.png)',
        lineOf('Different inputs.'),
        /Images are not/,
      ],
      [
        'script link',
        'Different inputs.',
        '[x](javascript:alert)',
        lineOf('Different inputs.'),
        /must be a web address/,
      ],
      [
        'file link',
        'Different inputs.',
        '[x](/etc/passwd)',
        lineOf('Different inputs.'),
        /must be a web address/,
      ],
      [
        'fence without language',
        '```yaml title=feature_store.yaml',
        '```',
        lineOf('```yaml'),
        /must name its language/,
      ],
    ];
  for (const [name, find, replacement, line, message] of broken) {
    it(`names line and mistake: ${name}`, () => {
      const problems = problemsAfter(find, replacement);
      const expected = problems.find((p) => message.test(p));
      assert.ok(expected, `no such problem among ${JSON.stringify(problems)}`);
      assert.equal(Number.parseInt(expected, 10), line, expected);
    });
  }

  it('names a wrong order', () => {
    const hints = '## Hints\n\n- Look at the rows.\n\n';
    const text = goodCard.replace(hints, '').replace('## Key points', `${hints}## Key points`);
    assert.match(parse(text).problems[0]?.message ?? '', /"Key points" must stand before "Hints"/);
  });

  it('needs neither example nor quiz for a behavioural question', () => {
    const text = goodCard
      .replace('kind: concept', 'kind: behavioural')
      .replace(/## Example[\s\S]*?(?=## Trade-offs)/, '')
      .replace(/## Quiz[\s\S]*?(?=## References)/, '');
    assert.deepEqual(parse(text).problems, []);
  });

  it('gives no question where there is a problem', () => {
    assert.equal(parse(goodCard.replace('level: mid', 'level: expert')).question, undefined);
  });

  it('refuses a file name that is no slug', () => {
    assert.match(parse(goodCard, 'My Card').problems[0]?.message ?? '', /file name/);
  });

  it('survives anything without throwing', () => {
    for (const text of [
      '',
      '---',
      '---\n---',
      '# x',
      '---\n[1]\n---\n',
      '\0',
      '---\nlevel: &a *a\n---\n# x',
    ]) {
      assert.ok(parse(text).problems.length > 0);
    }
  });
});

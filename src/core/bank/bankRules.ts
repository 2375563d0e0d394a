import type { Bank } from './bank';
import type { Problem } from './problem';
import type { Kind, Level, Question, Quiz } from './question';

/*
 * Rules that the shipped bank keeps as a whole: its mixture as planned, the systems that it must cover, and quizzes
 * in which neither length nor place gives the right option away.
 */

/** Planned shares of the whole bank; two percentage points off is allowed. */
const levelShares: Readonly<Record<Level, number>> = { junior: 0.3, mid: 0.39, senior: 0.31 };
const kindShares: Readonly<Record<Kind, number>> = {
  concept: 0.53,
  scenario: 0.224,
  code: 0.093,
  design: 0.062,
  estimation: 0.05,
  behavioural: 0.041,
};
const shareTolerance = 0.02;

/** Each is the subject of at least two cards; the pattern finds it in their texts. */
const systems: Readonly<Record<string, RegExp>> = {
  Git: /\bGit\b/,
  DVC: /\bDVC\b/,
  MLflow: /\bMLflow\b/,
  'Weights & Biases': /\bWeights (?:&|and) Biases\b|\bW&B\b/,
  Docker: /\bDocker/,
  Kubernetes: /\bKubernetes\b/,
  'TensorFlow Serving': /\bTensorFlow Serving\b/,
  Prometheus: /\bPrometheus\b/,
  Grafana: /\bGrafana\b/,
  'AWS CloudWatch': /\bCloudWatch\b/,
  Airflow: /\bAirflow\b/,
  Kubeflow: /\bKubeflow\b/,
  TFX: /\bTFX\b/,
  Feast: /\bFeast\b/,
  Tecton: /\bTecton\b/,
  'TensorFlow Distributed': /\bTensorFlow Distributed\b|\btf\.distribute\b|MirroredStrategy|TF_CONFIG/,
  LIME: /\bLIME\b/,
  SHAP: /\bSHAP\b/,
};

/** How often the right option may be the longest of its quiz, and how often it may stand at one of the four places. */
const mostLongest = 0.3;
const mostAtPlace = 0.35;

/** Traits of an option's wording by which a test-wise reader guesses; right and wrong options should share them. */
const cues: Readonly<Record<string, (option: string, all: readonly string[]) => boolean>> = {
  'the longest': (option, all) => option.length === Math.max(...all.map((o) => o.length)),
  'the shortest': (option, all) => option.length === Math.min(...all.map((o) => o.length)),
  'a comma': (option) => option.includes(','),
  'a semicolon or colon': (option) => /[;:]/.test(option),
  'a reason': (option) => /\b(?:since|because|so)\b/i.test(option),
  'an "and"': (option) => /\band\b/i.test(option),
  'a "with"': (option) => /\bwith\b/i.test(option),
  'a step in time': (option) => /\b(?:then|before|after|until|first)\b/i.test(option),
  'an absolute word': (option) => /\b(?:all|every|each|only|always|never)\b/i.test(option),
  'a number': (option) => /\d/.test(option),
};
/** How far the share of right options with a cue may be from that of wrong ones. */
const mostCueGap = 0.1;

/** Two titles that share more of their words than this ask the same thing. */
const mostTitleOverlap = 0.75;

/** What the whole bank says of itself in numbers. */
export interface BankFigures {
  readonly levels: Readonly<Record<Level, number>>;
  readonly kinds: Readonly<Record<Kind, number>>;
  /** Cards that speak of each system. */
  readonly systems: Readonly<Record<string, number>>;
  readonly quizzes: number;
  /** Share of quizzes whose right option is the longest. */
  readonly longestRight: number;
  /** Share of right and of wrong options that show each cue. */
  readonly cues: Readonly<Record<string, { readonly right: number; readonly wrong: number }>>;
  /** Share of quizzes whose right option stands at each of the four places of the file. */
  readonly places: readonly number[];
}

/** Counts a bank. */
export function bankFigures({ questions }: Bank): BankFigures {
  const count = <K extends string>(keys: readonly K[], of: (q: Question) => string) =>
    Object.fromEntries(keys.map((k) => [k, questions.filter((q) => of(q) === k).length])) as Record<
      K,
      number
    >;
  const quizzes = questions.flatMap((q) => q.quiz ?? []);
  const right = quizzes.map((quiz) => quiz.options.findIndex((o) => o.correct));
  const isLongest = quizzes.map((quiz, i) =>
    quiz.options.every(
      (o, place) => place === right[i] || o.text.length < (quiz.options[right[i] ?? 0]?.text.length ?? 0),
    ),
  );
  const texts = questions.map((q) => JSON.stringify(q));
  return {
    levels: count(Object.keys(levelShares) as Level[], (q) => q.level),
    kinds: count(Object.keys(kindShares) as Kind[], (q) => q.kind),
    systems: Object.fromEntries(
      Object.entries(systems).map(([name, pattern]) => [name, texts.filter((t) => pattern.test(t)).length]),
    ),
    quizzes: quizzes.length,
    cues: Object.fromEntries(Object.keys(cues).map((cue) => [cue, cueShares(quizzes, cue)])),
    longestRight: isLongest.filter(Boolean).length / Math.max(1, quizzes.length),
    places: [0, 1, 2, 3].map(
      (place) => right.filter((r) => r === place).length / Math.max(1, quizzes.length),
    ),
  };
}

/** The problems of a bank as a whole; they stand at line 1 of the folder. */
export function checkBankRules(bank: Bank): Problem[] {
  const problems: Problem[] = [];
  const complain = (message: string, path = '') => problems.push({ path, line: 1, message });
  const figures = bankFigures(bank);
  const share = (name: string, count: number, planned: number) => {
    const is = count / bank.questions.length;
    if (Math.abs(is - planned) <= shareTolerance) return;
    complain(`${percent(is)} of the questions are ${name}; planned are ${percent(planned)}, give or take 2.`);
  };
  for (const [level, planned] of Object.entries(levelShares))
    share(level, figures.levels[level as Level], planned);
  for (const [kind, planned] of Object.entries(kindShares)) share(kind, figures.kinds[kind as Kind], planned);
  for (const [name, cards] of Object.entries(figures.systems)) {
    if (cards < 2) complain(`${name} is the subject of ${cards} cards; it should be in two at least.`);
  }
  if (figures.longestRight > mostLongest) {
    complain(
      `The right option is the longest in ${percent(figures.longestRight)} of the quizzes; ${percent(mostLongest)} is the limit.`,
    );
  }
  figures.places.forEach((at, place) => {
    if (at > mostAtPlace)
      complain(`The right option stands at place ${place + 1} in ${percent(at)} of the quizzes.`);
  });
  for (const [cue, { right, wrong }] of Object.entries(figures.cues)) {
    if (Math.abs(right - wrong) <= mostCueGap) continue;
    complain(
      `The wording gives quizzes away: ${percent(right)} of the right options have ${cue}, of the wrong ones ${percent(wrong)}.`,
    );
  }
  for (const [a, b] of similarTitles(bank.questions)) {
    complain(`The title is nearly that of "${b}"; ask something else or merge them.`, `${a}.md`);
  }
  return problems;
}

function cueShares(quizzes: readonly Quiz[], cue: string): { right: number; wrong: number } {
  const shows = cues[cue] as (option: string, all: readonly string[]) => boolean;
  const share = (correct: boolean) => {
    const seen = quizzes.flatMap(({ options }) => {
      const texts = options.map((o) => o.text);
      return options.filter((o) => o.correct === correct).map((o) => shows(o.text, texts));
    });
    return seen.filter(Boolean).length / Math.max(1, seen.length);
  };
  return { right: share(true), wrong: share(false) };
}

function similarTitles(questions: readonly Question[]): [string, string][] {
  const bags = questions.map((q) => new Set(q.title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []));
  const pairs: [string, string][] = [];
  bags.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = bags[j] as Set<string>;
      const shared = [...a].filter((word) => b.has(word)).length;
      if (shared / (a.size + b.size - shared) > mostTitleOverlap)
        pairs.push([questions[i]?.id ?? '', questions[j]?.id ?? '']);
    }
  });
  return pairs;
}

/** "31 %" */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

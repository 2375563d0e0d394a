import { JSDOM, VirtualConsole } from 'jsdom';
import type { Question } from '../../src/core/bank/question';
import type { CardView, DrillTexts, SummaryView, ToHost } from '../../src/core/protocol';
import { DrillPage } from '../../src/webview/page';

/** Makes a fresh document the global one. jsdom lacks layout and dialogs: what the page uses of them is filled in. */
export function openDocument(): Window & typeof globalThis {
  // A script that slips through shall run, so that the tests notice.
  const dom = new JSDOM('<!doctype html><body><div id="root"></div></body>', {
    runScripts: 'dangerously',
    virtualConsole: new VirtualConsole(),
  });
  const window = dom.window as unknown as Window & typeof globalThis;
  window.scrollTo = () => {};
  const dialog = window.HTMLDialogElement.prototype;
  dialog.showModal = function () {
    this.open = true;
  };
  dialog.close = function () {
    this.open = false;
    this.dispatchEvent(new window.Event('close'));
  };
  class NoLayout {
    observe() {}
    disconnect() {}
  }
  const { document, HTMLElement } = window;
  Object.assign(globalThis, { window, document, HTMLElement, ResizeObserver: NoLayout });
  return window;
}

/** The page with a host that records. `state` is what an earlier life of the page has kept. */
export function openPage(state?: unknown) {
  const window = openDocument();
  const posted: ToHost[] = [];
  const kept: { state: unknown } = { state };
  const clock = { now: 0 };
  const forwarded: string[] = [];
  const page = new DrillPage({
    root: document.getElementById('root') as HTMLElement,
    texts,
    host: {
      postMessage: (message) => posted.push(message),
      getState: () => kept.state,
      setState: (next) => {
        kept.state = JSON.parse(JSON.stringify(next));
      },
    },
    now: () => clock.now,
  });
  document.addEventListener('keydown', (event) => page.onKey(event));
  window.addEventListener('keydown', (event) => forwarded.push(event.key));
  const press = (
    key: string,
    init: KeyboardEventInit = {},
    target: Element | null = document.activeElement,
  ) => {
    const event = new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    (target ?? document.body).dispatchEvent(event);
    return event;
  };
  return { page, window, posted, kept, clock, forwarded, press };
}

/** The first element that fits; a test that looks for something which is not there fails here. */
export function find<T extends HTMLElement = HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`Nothing fits ${selector} in ${document.body.innerHTML}`);
  return element;
}

/** All elements that fit. */
export function findAll<T extends HTMLElement = HTMLElement>(selector: string): T[] {
  return [...document.querySelectorAll<T>(selector)];
}

const words = [
  ...['progress=Question {0} of {1}', 'showAnswer=Show answer', 'minutes=about {0} minutes'],
  ...['keyPoints=Key points', 'answer=Answer', 'again=Again', 'hard=Hard', 'good=Good', 'easy=Easy'],
  ...[
    'finished=Drill finished',
    'endedEarly=Drill ended early',
    'topicsRow={0}: {1} of {2} well answered',
    'openExhibit=Open {0} in an editor',
  ],
  ...['timer={0} of {1}', 'overTime={0} over {1}', 'answeredIn=answered in {0}, {1}'],
  ...['lowerOne=one lower: {0}', 'lowerHint=hint', 'lowerTime=time'],
  ...[
    'undoNamed=Undo: {0}',
    'redoNamed=Redo: {0}',
    'unstar=Remove star',
    'star=Star',
    'takeUp=Take up again',
    'loading=Loading',
  ],
];

/** The words of the page; a word that no test asks for is its own key. */
export const texts = new Proxy(Object.fromEntries(words.map((word) => word.split('=') as [string, string])), {
  get: (known, key) => known[String(key)] ?? String(key),
}) as unknown as DrillTexts;

/** A question with a part of every kind. */
export const question: Question = {
  id: 'drift-retraining/alarm',
  hasQuiz: true,
  pointCount: 3,
  topic: 'drift-retraining',
  title: 'The alarm fired. What do you *do*?',
  context: 'See the log.\n\n```yaml title=alarm.yaml\nfired: true\n```',
  level: 'mid',
  kind: 'scenario',
  tags: ['drift'],
  tools: [],
  minutes: 4,
  related: ['drift-retraining/psi'],
  volatility: 'stable',
  reviewed: '2026-11-23',
  shortAnswer: 'Look first.',
  explanation: 'Because of [PSI](psi.md) and [labels](../monitoring-observability/labels.md).',
  example: 'x',
  tradeOffs: ['Waiting costs.'],
  redFlags: ['"Retrain."'],
  followUps: [{ question: 'And then?', answer: 'Wait.' }],
  quiz: {
    options: [
      { text: 'Wait', correct: true, why: 'because right' },
      { text: 'Retrain', correct: false, why: 'because wrong' },
    ],
  },
  keyPoints: ['one', 'two', 'three'],
  hints: ['vague', 'pointed'],
  bar: [{ level: 'mid', text: 'reasons' }],
  references: ['[A](https://example.org/a): read'],
  exhibits: [{ title: 'alarm.yaml', language: 'yaml', text: 'fired: true' }],
};

/** A view of a card, as the host would send it. */
export function cardMessage(change: Partial<CardView> = {}) {
  const card: CardView = {
    showing: 's1',
    mode: 'Random drill',
    position: 3,
    total: 10,
    topicTitle: 'Drift',
    levelName: 'Mid',
    kindName: 'Scenario',
    question,
    related: [{ id: 'drift-retraining/psi', title: 'What is PSI?' }],
    intervals: { 1: '10 minutes', 2: '3 days', 3: '11 days', 4: '1 month' },
    ways: ['head', 'aloud', 'typed'],
    preferences: { way: 'head', open: ['explanation'] },
    leftOut: [],
    wellBefore: [],
    note: '',
    report: '',
    starred: false,
    suspended: false,
    state: 'due',
    undo: 'Good on X',
    ...change,
  };
  return { type: 'card', card, session: { ids: ['a'] } };
}

/** A view of the summary. */
export function summaryMessage(change: Partial<SummaryView> = {}) {
  const summary: SummaryView = {
    mode: 'Random drill',
    lines: ['10 questions in 21 minutes.'],
    grades: { 1: 1, 2: 0, 3: 7, 4: 2 },
    topics: [{ title: 'Drift', good: 1, of: 4 }],
    leftOut: [],
    leeches: [],
    weakQuestions: [{ id: 'drift-retraining/psi', title: 'What is PSI?' }],
    answered: 10,
    total: 10,
    actions: [
      { action: 'weak', label: 'Again the weak ones' },
      { action: 'close', label: 'Close' },
    ],
    undo: 'Good on X',
    ...change,
  };
  return { type: 'summary', summary, session: { done: true } };
}

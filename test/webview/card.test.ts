import assert from 'node:assert/strict';
import type { ToHost } from '../../src/core/protocol';
import { type Draft, newDraft, type PageState } from '../../src/webview/draft';
import { cardMessage, find, findAll, openPage, question, summaryMessage } from './page';

const gradesOf = (posted: readonly ToHost[]) => posted.flatMap((m) => (m.type === 'grade' ? [m.grade] : []));
const openCard = (state?: unknown) => {
  const opened = openPage(state);
  opened.page.receive(cardMessage());
  return opened;
};
const toggle = (index: number) => findAll('.points input')[index]?.click();

describe('A card', () => {
  it('says that it loads, then shows the question and takes the focus to its title', () => {
    const { page } = openPage();
    assert.equal(find('main').textContent, 'Loading');
    page.receive(cardMessage());
    assert.equal(find('[role=status]').textContent, 'Question 3 of 10');
    assert.equal(findAll('h1').length, 1);
    assert.equal(document.activeElement, find('h1'));
    assert.equal(find('h1').textContent, 'The alarm fired. What do you do?');
    assert.equal(findAll('.answer').length, 0);
    const menu = () => JSON.parse(find('article').dataset.vscodeContext ?? '');
    const card = { webviewSection: 'card', question: 'drift-retraining/alarm' };
    assert.deepEqual(menu(), { ...card, starred: false, suspended: false });
    page.receive(cardMessage({ starred: true, suspended: true }));
    assert.deepEqual(menu(), { ...card, starred: true, suspended: true });
  });

  it('shows the answer by button, short answer first, then the key points', () => {
    openCard();
    find('.show-bar .primary').click();
    const answer = find('section[aria-label=Answer]');
    assert.equal(document.activeElement, answer);
    const titles = [...answer.querySelectorAll('h2')].map((h) => h.textContent);
    assert.deepEqual(titles.slice(0, 3), ['shortAnswer', 'Key points', 'explanation']);
    assert.deepEqual(
      findAll('.grade-bar button').map((b) => b.textContent?.replace(/\s+/g, ' ').trim().slice(0, 8)),
      ['Again 10', 'Hard 3 d', 'Good 11 ', 'Easy 1 m'],
    );
    assert.equal(find('.announcer').textContent, 'answerShown');
  });

  const proposals: readonly [ticks: number[], grade: number][] = [
    [[], 1],
    [[1], 2],
    [[0, 2], 3],
    [[0, 1, 2], 4],
  ];
  for (const [ticks, grade] of proposals) {
    it(`proposes ${grade} for ${ticks.length} of 3 key points, and Space takes it`, () => {
      const { press, posted } = openCard();
      press(' ');
      ticks.forEach(toggle);
      assert.equal(find('.grade.primary').dataset.command, String(grade));
      assert.match(find('.grade.primary').textContent ?? '', /proposed/);
      press(' ', {}, find('.answer'));
      const expected = {
        type: 'grade',
        showing: 's1',
        grade,
        points: ticks,
        hints: 0,
        followUps: [],
        seconds: 0,
      };
      assert.deepEqual(posted, [expected]);
    });
  }

  it('proposes less again when a tick is taken back', () => {
    const { press } = openCard();
    press('Enter');
    for (const index of [0, 1, 2, 1]) toggle(index);
    assert.equal(find('.grade.primary').dataset.command, '3');
  });

  it('shows hints one by one, only before the answer, and says how many', () => {
    const { press, posted } = openCard();
    press('h');
    assert.deepEqual(
      findAll('.hints li').map((li) => li.textContent),
      ['vague'],
    );
    press('h');
    press('h');
    assert.deepEqual(
      findAll('.hints li').map((li) => li.textContent),
      ['vague', 'pointed'],
    );
    press(' ');
    press('3');
    assert.deepEqual(posted, [
      { type: 'grade', showing: 's1', grade: 3, points: [], hints: 2, followUps: [], seconds: 0 },
    ]);
  });

  it('brings a hint and the short answer into sight, wherever they stand on a long card', () => {
    const { window, page, press } = openPage();
    const seen: string[] = [];
    window.Element.prototype.scrollIntoView = function () {
      seen.push(this.querySelector('h2')?.textContent ?? this.textContent ?? '');
    };
    page.receive(cardMessage({ leftOut: [1] }));
    for (const key of ['h', 'h', ' ']) press(key);
    assert.deepEqual(seen, ['vague', 'pointed', 'shortAnswer']);
  });

  it('shows how far the drill has come, unless it is one question long', () => {
    const { page } = openCard();
    assert.equal(find<HTMLProgressElement>('.session').position, 0.2);
    page.receive(cardMessage({ position: 1, total: 1 }));
    assert.equal(findAll('.session, [role=status]').length, 0);
    assert.equal(find('.mode').textContent, 'Random drill');
  });

  it('announces each hint, and leaves the focus on the button that showed it', () => {
    openCard();
    assert.equal(find('.hints').getAttribute('aria-live'), 'polite');
    find('[data-command=hint]').focus();
    find('[data-command=hint]').click();
    assert.equal(document.activeElement, find('[data-command=hint]'));
    assert.match(find('[data-command=hint]').textContent ?? '', /1\/2/);
  });

  it('says that it was copied', () => {
    openCard().press('c');
    assert.equal(find('.announcer').textContent, 'copied');
  });

  it('does again what was undone, only where there is something', () => {
    const { page, posted } = openCard();
    page.run('redo');
    page.receive(cardMessage({ redo: 'Good on X' }));
    assert.equal(find('[data-command=redo]').getAttribute('aria-label'), 'Redo: Good on X');
    find('[data-command=redo]').click();
    assert.deepEqual(posted, [{ type: 'redo' }]);
  });

  it('takes the dialog with it when the next one comes', () => {
    const { page, press } = openCard();
    press('n');
    assert.equal(findAll('dialog').length, 1);
    page.receive(cardMessage({ showing: 's2' }));
    assert.equal(findAll('dialog').length, 0);
  });

  it('shows no hint after the answer', () => {
    const { press } = openCard();
    for (const key of ['h', ' ', 'h']) press(key);
    assert.equal(findAll('.hints li').length, 1);
  });

  it('counts only the time in which it can be seen', () => {
    const { page, press, clock, posted } = openCard();
    clock.now = 4_000;
    page.onVisibility(false);
    clock.now = 90_000;
    page.onVisibility(true);
    clock.now = 93_500;
    press(' ');
    press('3');
    assert.equal(posted[0]?.type === 'grade' && posted[0].seconds, 7);
  });

  it('says what was done to it, also twice in a row', () => {
    const { page } = openCard();
    const voices = () => findAll('.announcer > *').map((voice) => voice.textContent);
    page.receive({ ...cardMessage({ starred: true }), done: 'Starred.' });
    assert.deepEqual(voices(), ['Starred.', '']);
    page.receive({ ...cardMessage({ starred: true }), done: 'Starred.' });
    assert.deepEqual(voices(), ['', 'Starred.'], 'in another place, else nobody hears it');
    page.receive(cardMessage());
    assert.deepEqual(voices(), ['', 'Starred.'], 'a view without news says nothing');
    page.receive({ ...cardMessage({ showing: 's2' }), done: 'Undone.' });
    assert.deepEqual(voices(), ['Undone. Question 3 of 10', '']);
    page.receive({ ...summaryMessage(), done: 'Graded Hard.' });
    assert.deepEqual(voices(), ['Graded Hard.', '']);
  });

  it('sends what its text can ask for', () => {
    const { press, posted } = openCard();
    find('[data-exhibit]').click();
    press(' ');
    for (const link of findAll('[data-open]')) link.click();
    const ids = ['drift-retraining/psi', 'monitoring-observability/labels', 'drift-retraining/psi'];
    assert.deepEqual(posted, [
      { type: 'exhibit', showing: 's1', title: 'alarm.yaml' },
      ...ids.map((id) => ({ type: 'open', id })),
    ]);
  });

  it('goes back to the session from which it was opened, only where there is one', () => {
    const { page, posted } = openCard();
    assert.equal(findAll('[data-command=back]').length, 0);
    page.run('back');
    page.receive(cardMessage({ back: 'Back to: Random drill' }));
    find('[data-command=back]').click();
    assert.deepEqual(posted, [{ type: 'back' }]);
  });

  it('keeps what was done when the same showing comes with a star', () => {
    const { page, press } = openCard();
    press(' ');
    toggle(1);
    find('[data-command=star]').focus();
    page.receive(cardMessage({ starred: true }));
    assert.equal(find('[data-command=star]').getAttribute('aria-label'), 'Remove star (s)');
    assert.equal(document.activeElement, find('[data-command=star]'));
    assert.equal(findAll('.points input:checked').length + findAll('.answer').length, 1 + 1);
  });

  it('offers to take up again what is suspended, also where it says that it is a leech', () => {
    const { page, press } = openCard();
    press(' ');
    page.receive(cardMessage({ suspended: true, leech: 'Forgotten 9 times.' }));
    assert.equal(find('[data-command=suspend]').getAttribute('aria-label'), 'Take up again (@)');
    assert.equal(find('.personal .buttons').lastElementChild?.textContent, 'Take up again');
  });

  it('ignores what is not a view', () => {
    const { page } = openCard();
    const bad = [undefined, null, 1, 'card', {}, { type: 'card' }, { type: 'card', card: { showing: 'x' } }];
    for (const message of [...bad, { type: 'summary', summary: {} }, { type: 'other' }])
      page.receive(message);
    assert.equal(find('h1').textContent, 'The alarm fired. What do you do?');
  });
});

describe('The draft of a card', () => {
  it('comes back with its showing', () => {
    const first = openCard();
    first.press('h');
    first.press(' ');
    toggle(0);
    first.clock.now = 12_000;
    first.page.onVisibility(false);
    const kept = first.kept.state as PageState;
    assert.deepEqual(kept.session, { ids: ['a'] });

    const { press, posted } = openCard({ ...kept, drafts: [{ ...kept.drafts[0], followUps: [0] }] });
    assert.equal(findAll('.answer').length, 1);
    assert.equal(findAll('.follow-ups details[open]').length, 1);
    assert.deepEqual(
      findAll('.hints li').map((li) => li.textContent),
      ['vague'],
    );
    press(' ');
    assert.deepEqual(posted, [
      { type: 'grade', showing: 's1', grade: 1, points: [0], hints: 1, followUps: [], seconds: 12 },
    ]);
  });

  it('comes back when the person comes back from a question on the way', () => {
    const { page, press } = openCard();
    press(' ');
    toggle(1);
    page.receive(cardMessage({ showing: 's2', back: 'Back' }));
    assert.equal(findAll('.answer').length, 0);
    page.receive(cardMessage());
    assert.equal(findAll('.points input:checked').length, 1);
  });

  const nextViews: readonly [string, () => unknown][] = [
    ['on the next card', () => cardMessage({ showing: 's2' })],
    ['on the summary', () => summaryMessage()],
  ];
  for (const [where, nextView] of nextViews) {
    it(`comes back when its grade is taken back ${where}, with the time it had`, () => {
      const { page, press, clock, posted } = openCard();
      press(' ');
      toggle(1);
      clock.now = 30_000;
      press('1');
      page.receive(nextView());
      assert.equal(findAll('.answer').length, 0);
      clock.now = 90_000;
      page.receive(cardMessage());
      assert.equal(findAll('.points input:checked').length, 1);
      clock.now = 95_000;
      press('3', {}, find('.answer'));
      assert.deepEqual(
        posted.map((m) => m.type === 'grade' && [m.grade, m.points, m.seconds]),
        [
          [1, [1], 30],
          [3, [1], 35],
        ],
      );
    });
  }

  it('is sent up soon after it has changed, and when the page is hidden', () => {
    const { page, press, posted } = openCard();
    page.tick();
    press('h');
    press('h');
    page.tick();
    page.tick();
    press(' ');
    page.onVisibility(false);
    assert.deepEqual(
      posted.map((m) => m.type === 'drafts' && m.drafts.map((one) => (one as Draft).revealed)),
      [[false], [true]],
    );
  });

  it('comes down to a page that has kept nothing itself', () => {
    const drafts = [{ ...newDraft('s1'), revealed: true }, 'damaged'];
    const fresh = openPage();
    fresh.page.receive({ ...cardMessage(), drafts });
    assert.equal(findAll('.answer').length, 1);
    const reloaded = openPage({ session: 1, drafts: [] });
    reloaded.page.receive({ ...cardMessage(), drafts });
    assert.equal(findAll('.answer').length, 0, 'what the page has kept is newer');
  });

  const draft = { ...newDraft('s1'), revealed: true };
  it('is taken as it was kept', () => {
    openCard({ drafts: [draft] });
    assert.equal(findAll('.answer').length, 1);
  });
  const strange: readonly [string, unknown][] = [
    ['another showing', { drafts: [{ ...draft, showing: 's0' }] }],
    ['a damaged draft', { drafts: [{ ...draft, ticks: 'all' }] }],
    ['nothing', undefined],
    ['a strange state', 'x'],
  ];
  for (const [name, state] of strange) {
    it(`is new after ${name}`, () => {
      openCard(state);
      assert.equal(findAll('.answer').length, 0);
    });
  }

  it('comes back at the place to which it was scrolled', () => {
    const { page, window } = openPage({ drafts: [{ ...draft, scroll: 300 }] });
    const places: unknown[] = [];
    window.scrollTo = (...to: unknown[]) => places.push(to);
    page.receive(cardMessage());
    page.receive(cardMessage({ showing: 's2' }));
    assert.deepEqual(places, [
      [0, 300],
      [0, 0],
    ]);
  });

  it('is not overwritten before the first view', () => {
    const { page, kept } = openPage({ drafts: [draft] });
    page.onVisibility(false);
    page.save();
    assert.deepEqual(kept.state, { drafts: [draft] });
  });
});

describe('Grading', () => {
  it('happens once, until the next view', () => {
    const { page, press, posted } = openCard();
    press(' ');
    for (const key of ['3', '3', ' ', '1', 'u']) press(key);
    assert.equal(posted.length, 1);
    page.receive({ ...cardMessage({ showing: 's2' }), done: 'Graded Good.' });
    assert.equal(find('.announcer').textContent, 'Graded Good. Question 3 of 10');
    press('4');
    assert.equal(posted.length, 1, 'the answer of the next card is not shown yet');
    press(' ');
    press('4');
    assert.deepEqual(gradesOf(posted), [3, 4]);
  });

  it('keeps its card until the grade is stored, though the next one has come', () => {
    const { page, press, posted } = openCard();
    const title = find('h1').textContent;
    press(' ');
    press('3');
    page.receive({
      ...cardMessage({ showing: 's2', question: { ...question, title: 'Next?' } }),
      held: true,
      done: 'Graded Good.',
    });
    assert.equal(find('h1').textContent, title);
    press('4');
    assert.deepEqual(gradesOf(posted), [3], 'the grade on its way can be given once');
    page.receive({ type: 'stored' });
    assert.equal(find('h1').textContent, 'Next?');
    assert.equal(find('.announcer').textContent, 'Graded Good. Question 3 of 10');
    page.receive({ type: 'stored' });
    assert.equal(find('h1').textContent, 'Next?');
  });

  it('is said of the next card, though another view has come before or after it', () => {
    const { page, press } = openCard();
    press(' ');
    press('3');
    page.receive(cardMessage());
    page.receive({ ...cardMessage({ showing: 's2' }), held: true, done: 'Graded Good.' });
    page.receive({ ...cardMessage({ showing: 's2' }), held: true });
    page.receive({ type: 'stored' });
    assert.equal(find('.announcer').textContent, 'Graded Good. Question 3 of 10');
  });

  it('shows the newest view once it is stored, and a view that need not wait at once', () => {
    const { page, press } = openCard();
    press(' ');
    press('3');
    const named = (title: string, showing: string) =>
      cardMessage({ showing, question: { ...question, title } });
    page.receive({ ...named('Second?', 's2'), held: true });
    page.receive({ ...named('Third?', 's3'), held: true });
    page.receive({ type: 'stored' });
    assert.equal(find('h1').textContent, 'Third?');
    page.receive({ ...named('Fourth?', 's4'), held: true });
    page.receive(named('Fifth?', 's5'));
    page.receive({ type: 'stored' });
    assert.equal(find('h1').textContent, 'Fifth?');
  });

  it('is not done by the second half of a double click on "Show answer"', () => {
    const { window, posted } = openCard();
    find('.show-bar .primary').click();
    find('.grade').dispatchEvent(new window.MouseEvent('click', { detail: 2, bubbles: true }));
    assert.deepEqual(posted, []);
    find('.grade').dispatchEvent(new window.MouseEvent('click', { detail: 1, bubbles: true }));
    assert.deepEqual(gradesOf(posted), [1]);
  });
});

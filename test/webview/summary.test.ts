import assert from 'node:assert/strict';
import type { PageState } from '../../src/webview/draft';
import { cardMessage, find, findAll, openPage, summaryMessage } from './page';

describe('The summary', () => {
  it('says how it went, in words and numbers', () => {
    const { page } = openPage();
    page.receive(summaryMessage());
    assert.equal(find('h1').textContent, 'Drill finished');
    assert.equal(document.activeElement, find('h1'));
    assert.equal(find('.lead').textContent, '10 questions in 21 minutes.');
    const rows = findAll('.distribution li').map((li) => li.textContent);
    assert.deepEqual(rows, ['Again1', 'Hard0', 'Good7', 'Easy2']);
    assert.match(find('main').textContent ?? '', /Drift: 1 of 4 well answered/);
  });

  const ends: readonly [answered: number, total: number, title: string, bar: number | undefined][] = [
    [10, 10, 'Drill finished', 1],
    [2, 10, 'Drill ended early', 0.2],
    [0, 0, 'Drill ended early', undefined],
    [1, 1, 'Drill finished', undefined],
  ];
  for (const [answered, total, title, bar] of ends) {
    it(`says "${title}" after ${answered} of ${total}, and shows how far it came`, () => {
      const { page } = openPage();
      page.receive(summaryMessage({ answered, total }));
      assert.equal(find('h1').textContent, title);
      assert.equal(document.querySelector<HTMLProgressElement>('.session')?.position, bar);
    });
  }

  it('offers what can be done now', () => {
    const { page, posted } = openPage();
    page.receive(summaryMessage());
    for (const button of findAll('.actions button, [data-open], [data-command=undo]')) button.click();
    assert.deepEqual(posted, [
      { type: 'undo' },
      { type: 'summary', action: 'weak' },
      { type: 'summary', action: 'close' },
      { type: 'open', id: 'drift-retraining/psi' },
    ]);
  });

  it('takes no grades, and keeps the draft of the last card for an undo', () => {
    const { page, press, posted, kept } = openPage();
    page.receive(cardMessage());
    press(' ');
    page.receive(summaryMessage());
    for (const key of [' ', 'Enter', '3', 's', 'h', 'e']) press(key);
    assert.deepEqual(posted, []);
    const { session, drafts } = kept.state as PageState;
    assert.deepEqual(session, { done: true });
    assert.deepEqual(
      drafts.map(({ showing, revealed }) => [showing, revealed]),
      [['s1', true]],
    );
  });

  it('leaves out what there is nothing to say about', () => {
    const { page } = openPage();
    const grades = { 1: 0, 2: 0, 3: 0, 4: 0 };
    page.receive(summaryMessage({ grades, topics: [], weakQuestions: [], lines: [] }));
    assert.equal(findAll('h2, .distribution, .lead').length, 0);
  });
});

import assert from 'node:assert/strict';
import type { CardView } from '../../src/core/protocol';
import { cardMessage, find, findAll, openPage } from './page';

const openAnswer = (change: Partial<CardView> = {}, state?: unknown) => {
  const opened = openPage(state);
  opened.page.receive(cardMessage(change));
  opened.page.run('proceed');
  return opened;
};
const part = (name: string) => find<HTMLDetailsElement>(`[data-part=${name}]`);
const toggle = (element: HTMLDetailsElement) => {
  element.open = !element.open;
  element.dispatchEvent(new window.Event('toggle'));
};

describe('The answer', () => {
  it('says above it what was left out last time, and not before it is shown', () => {
    const { page } = openPage();
    const leftOut = [
      { point: 0, often: '' },
      { point: 2, often: '3 of 5 times' },
    ];
    page.receive(cardMessage({ leftOut }));
    assert.doesNotMatch(document.body.textContent ?? '', /leftOutBefore/);
    page.run('proceed');
    assert.equal(find('.answer').firstElementChild?.querySelector('h2')?.textContent, 'leftOutBefore');
    assert.deepEqual(
      findAll('.aside li').map((li) => li.textContent),
      ['one', 'three (3 of 5 times)'],
    );
  });

  it('folds its parts as the person likes it, and sends what changes', () => {
    const { posted } = openAnswer();
    assert.equal(part('explanation').open, true);
    assert.equal(part('redFlags').open, false);
    part('explanation').dispatchEvent(new window.Event('toggle'));
    assert.equal(posted.length, 0, 'nothing has changed');
    toggle(part('redFlags'));
    toggle(part('explanation'));
    assert.deepEqual(
      posted.map((m) => m.type === 'prefer' && m.preferences.open),
      [['explanation', 'redFlags'], ['redFlags']],
    );
  });

  it('counts the follow-ups that were answered well', () => {
    const { press, posted } = openAnswer();
    find('.follow-ups input').click();
    press('3', {}, find('.answer'));
    assert.deepEqual(posted[0]?.type === 'grade' && posted[0].followUps, [0]);
  });

  it('marks the follow-ups that were answered well last time', () => {
    openAnswer();
    assert.equal(find('.follow-ups summary').textContent, 'And then?');
    openAnswer({ wellBefore: [0] });
    assert.equal(find('.follow-ups summary').textContent, 'And then? wellBefore');
  });

  it('says of each option of the quiz why, after one was chosen, and only once', () => {
    const { posted, kept } = openAnswer();
    const options = findAll('.option');
    assert.deepEqual(
      options.map((o) => o.textContent),
      ['Wait', 'Retrain'],
    );
    assert.doesNotMatch(part('quiz').textContent ?? '', /because/);
    options[1]?.click();
    options[0]?.click();
    assert.deepEqual(posted, [{ type: 'quiz', showing: 's1', option: 1 }]);
    assert.equal(find('.announcer').textContent, 'quizWrong');
    assert.match(
      part('quiz').textContent ?? '',
      /Wait \(quizBest\)because right\s+Retrain \(quizChosen\)because wrong/,
    );
    openAnswer({}, kept.state);
    assert.match(part('quiz').textContent ?? '', /because wrong/, 'it is kept');
  });

  it('shows note, report and help with a leech, and follows them when they change', () => {
    const { page } = openAnswer({ note: 'My **own** words', leech: 'Forgotten 9 times.' });
    assert.equal(find('.remark strong').textContent, 'own');
    assert.match(find('.facts').textContent ?? '', /leech/);
    page.receive(cardMessage({ report: 'The PSI is wrong.' }));
    assert.deepEqual(
      findAll('.remark h2').map((h) => h.textContent),
      ['yourReport'],
    );
  });
});

describe('A note', () => {
  it('names its code, and offers no editor for what is no exhibit of the card', () => {
    openAnswer({ note: '```yaml title=mine.yaml\nx: 1\n```' });
    assert.equal(find('.remark .file').textContent, 'mine.yaml');
    assert.equal(findAll('.remark [data-exhibit]').length, 0);
  });

  const box = () => find<HTMLTextAreaElement>('dialog textarea');
  const write = (text: string) => {
    box().value = text;
    box().dispatchEvent(new window.Event('input', { bubbles: true }));
  };

  it('is written in a dialog that keeps every key, and saved by Ctrl+Enter', () => {
    const { press, posted, forwarded } = openAnswer({ note: 'old' });
    press('n', {}, find('.answer'));
    assert.equal(document.activeElement, box());
    assert.equal(box().value, 'old');
    for (const key of ['3', ' ', 'w']) press(key);
    write('new');
    press('Enter', { ctrlKey: true });
    assert.deepEqual(posted, [{ type: 'remark', showing: 's1', kind: 'note', text: 'new' }]);
    assert.deepEqual(forwarded, []);
    assert.equal(findAll('dialog').length, 0);
    assert.equal(document.activeElement, find('.answer'));
  });

  it('is kept when Escape closes it, and dropped by Cancel', () => {
    const { press, posted } = openAnswer();
    press('n');
    write('half a tho');
    press('Escape');
    press('n');
    assert.equal(box().value, 'half a tho');
    findAll('dialog button')[1]?.click();
    press('n');
    assert.equal(box().value, '');
    assert.deepEqual(posted, []);
  });

  it('is still being written when the page comes back', () => {
    const { press, kept } = openAnswer();
    press('w');
    write('The formula');
    const { page } = openPage(kept.state);
    page.receive(cardMessage());
    assert.equal(box().value, 'The formula');
    assert.equal(find('dialog h2').textContent, 'report');
  });

  it('is removed by a button, only where there is one', () => {
    const { press, posted, page } = openAnswer();
    press('n');
    assert.equal(findAll('dialog button').length, 2);
    press('Escape');
    page.receive(cardMessage({ note: 'old' }));
    press('n');
    findAll('dialog button')[2]?.click();
    assert.deepEqual(posted, [{ type: 'remark', showing: 's1', kind: 'note', text: '' }]);
  });
});

describe('The menu of a card', () => {
  const opener = () => find('[data-command=more]');
  it('opens below its button, is walked by arrows, and keeps the keys', () => {
    const { press, posted, forwarded } = openAnswer();
    opener().click();
    assert.equal(opener().getAttribute('aria-expanded'), 'true');
    const entries = findAll('.entry');
    assert.equal(document.activeElement, entries[0]);
    press('ArrowUp');
    assert.equal(document.activeElement, entries.at(-1));
    press('ArrowDown');
    assert.equal(document.activeElement, entries[0]);
    press('3');
    press('Escape');
    assert.equal(document.activeElement, opener());
    assert.equal(find('.entries').hidden, true);
    assert.deepEqual([posted, forwarded], [[], []]);
  });

  it('does what its entries say', () => {
    const { posted } = openAnswer();
    for (const command of ['copy', 'history', 'openSource', 'end']) {
      opener().click();
      find(`.entry[data-command=${command}]`).click();
    }
    assert.deepEqual(
      posted.map((m) => m.type === 'card' && m.action),
      ['copy', 'history', 'openSource', 'end'],
    );
  });

  it('does not end a drill from a question that was opened on the way', () => {
    openAnswer({ back: 'Back' });
    assert.equal(findAll('.entry[data-command=end]').length, 0);
  });
});

describe('The history', () => {
  const row = { when: '3 Nov', grade: 'Good', took: '1:20 min', interval: '', recall: '', followUps: '' };
  it('is a table of every review, for the card that asked', () => {
    const { page } = openAnswer();
    page.receive({ type: 'history', history: { showing: 's0', rows: [row] } });
    assert.equal(findAll('dialog').length, 0);
    page.receive({ type: 'history', history: { showing: 's1', rows: [row] } });
    assert.deepEqual(
      findAll('dialog tbody th, dialog tbody td').map((cell) => cell.textContent),
      ['3 Nov', 'Good', '1:20 min', '–', '–'],
    );
  });

  it('has a column for follow-ups where any was answered well', () => {
    const { page } = openAnswer();
    page.receive({
      type: 'history',
      history: { showing: 's1', rows: [{ ...row, followUps: '2 of 3' }, row] },
    });
    assert.deepEqual(
      findAll('dialog [data-column=followUps]').map((cell) => cell.textContent),
      ['2 of 3', '–'],
    );
    assert.equal(findAll('dialog thead th').length, 6);
  });

  it('says that there is none', () => {
    const { page } = openAnswer();
    page.receive({ type: 'history', history: { showing: 's1', rows: [] } });
    assert.match(find('dialog').textContent ?? '', /noHistory/);
  });
});

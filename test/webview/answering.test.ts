import assert from 'node:assert/strict';
import type { AnswerWay } from '../../src/core/protocol';
import { cardMessage, find, findAll, openPage } from './page';

const openCard = (way: AnswerWay = 'head', state?: unknown) => {
  const opened = openPage(state);
  opened.page.receive(cardMessage({ preferences: { way, open: [] } }));
  return opened;
};
const choose = (way: AnswerWay) => find<HTMLInputElement>(`.ways [value=${way}]`).click();
const type = (text: string) => {
  const box = find<HTMLTextAreaElement>('textarea');
  box.value = text;
  box.dispatchEvent(new window.Event('input', { bubbles: true }));
};

describe('The way of answering', () => {
  it('is the one that was used last, and a choice is sent to be remembered', () => {
    const { posted } = openCard('head');
    assert.equal(find<HTMLInputElement>('.ways :checked').value, 'head');
    assert.equal(findAll('textarea, [role=timer]').length, 0);
    choose('aloud');
    assert.equal(findAll('[role=timer]').length, 1);
    choose('typed');
    assert.equal(findAll('[role=timer]').length, 0);
    assert.equal(findAll('textarea').length, 1);
    assert.deepEqual(
      posted.map((m) => m.type === 'prefer' && m.preferences.way),
      ['aloud', 'typed'],
    );
  });

  it('offers what the host offers, also when that changes', () => {
    const { page } = openCard();
    assert.equal(findAll('.ways input').length, 3);
    page.receive(cardMessage({ ways: ['head', 'aloud'] }));
    assert.equal(findAll('.ways input').length, 2);
  });

  it('aloud runs a clock against the time of the card, and says with the answer how long it took', () => {
    const { page, press, clock } = openCard('aloud');
    assert.equal(find('[role=timer]').textContent, '0:00 of 4');
    clock.now = 65_000;
    page.tick();
    assert.equal(find('[role=timer]').textContent, '1:05 of 4');
    clock.now = 241_000;
    page.tick();
    assert.equal(find('[role=timer]').textContent, '4:01 over 4');
    press(' ');
    assert.match(find('.answer').textContent ?? '', /answered in 4:01, 4/);
    assert.equal(findAll('[role=timer]').length, 0);
  });

  it('typed begins in the box, where no key grades and Ctrl+Enter shows the answer', () => {
    const { press, posted } = openCard('typed');
    const box = find('textarea');
    assert.equal(document.activeElement, box);
    assert.equal(box.getAttribute('aria-describedby'), find('h1').id);
    for (const key of [' ', 'h', '3', 'Enter']) press(key);
    assert.equal(findAll('.answer').length, 0);
    type('Look at <b>labels</b>.\nThen wait.');
    press('Escape');
    assert.equal(document.activeElement, find('h1'));
    press('h');
    assert.equal(findAll('.hints li').length, 1);
    box.focus();
    press('Enter', { ctrlKey: true });
    assert.equal(find('.said').textContent, 'Look at <b>labels</b>.\nThen wait.');
    assert.equal(findAll('.said b').length, 0, 'what was typed stays text');
    assert.equal(findAll('textarea').length, 0);
    assert.equal(document.activeElement, find('.answer'));
    assert.deepEqual(posted, []);
  });

  it('typed begins at the title where the box is out of sight, and goes to it by a', () => {
    const { window, page, press } = openPage();
    const place = { bottom: window.innerHeight + 1 } as DOMRect;
    window.HTMLTextAreaElement.prototype.getBoundingClientRect = () => place;
    page.receive(cardMessage({ preferences: { way: 'typed', open: [] } }));
    assert.equal(document.activeElement, find('h1'));
    assert.equal(press('a').defaultPrevented, true, 'it is not written into the box');
    assert.equal(document.activeElement, find('textarea'));
    assert.equal(press('a').defaultPrevented, false);
    choose('head');
    press('a');
    assert.equal(findAll('textarea').length, 0);
  });

  it('keeps what was typed when the page comes back', () => {
    const first = openCard('typed');
    type('half an ans');
    openCard('typed', first.kept.state);
    assert.equal(find<HTMLTextAreaElement>('textarea').value, 'half an ans');
  });

  it('leaves Space to show the answer when a way has the focus', () => {
    const { press } = openCard();
    press(' ', {}, find('.ways input'));
    assert.equal(findAll('.answer').length, 1);
  });
});

describe('A typed answer', () => {
  // As the host prepares them: "labels" is to be looked for, then "waiting".
  const points = ['label', 'wait', 'absent'].map((stem) => ({
    terms: [{ weight: 1, forms: [stem] }],
    needed: 1,
  }));

  it('has the key points ticked that it mentions, and their words marked; the ticks can be corrected', () => {
    const { page, press } = openPage();
    page.receive(cardMessage({ preferences: { way: 'typed', open: [] }, points }));
    type('First labels, <i>then</i> wait.');
    press('Enter', { ctrlKey: true });
    const ticked = () => findAll<HTMLInputElement>('.points input').map((box) => box.checked);
    assert.deepEqual(ticked(), [true, true, false]);
    assert.deepEqual(
      findAll('.said mark').map((mark) => mark.textContent),
      ['labels', 'wait'],
    );
    assert.equal(find('.said').textContent, 'First labels, <i>then</i> wait.');
    assert.match(find('.answer').textContent ?? '', /matched/);
    assert.equal(find('.grade.primary').dataset.command, '3');
    findAll('.points input')[0]?.click();
    assert.equal(find('.grade.primary').dataset.command, '2');
  });

  it('keeps corrected ticks when the page comes back', () => {
    const first = openPage();
    first.page.receive(cardMessage({ preferences: { way: 'typed', open: [] }, points }));
    type('labels');
    first.press('Enter', { ctrlKey: true });
    findAll('.points input')[0]?.click();
    openPage(first.kept.state).page.receive(cardMessage({ points }));
    assert.equal(findAll('.points input:checked').length, 0);
    assert.equal(findAll('.said mark').length, 1);
  });
});

describe('The proposed grade', () => {
  const why = () => find('.why').textContent;
  it('is one lower after a hint, and says why', () => {
    const { press } = openCard();
    press('h');
    press(' ');
    for (const index of [0, 1]) findAll('.points input')[index]?.click();
    assert.equal(find('.grade.primary').dataset.command, '2');
    assert.equal(why(), 'one lower: hint');
    assert.match(find('.announcer').textContent ?? '', /Hard: proposed. one lower: hint/);
  });

  it('is lower for the time until the answer was shown, not for the time after it', () => {
    const { press, clock, page } = openCard();
    clock.now = 481_000;
    press(' ');
    for (const index of [0, 1, 2]) findAll('.points input')[index]?.click();
    assert.equal(why(), 'one lower: time');
    page.receive(cardMessage({ showing: 's2' }));
    press(' ');
    clock.now += 999_000;
    assert.equal(why(), '');
  });
});

import assert from 'node:assert/strict';
import { cardMessage, find, findAll, openPage, summaryMessage } from './page';

const openAnswer = () => {
  const opened = openPage();
  opened.page.receive(cardMessage());
  opened.page.run('proceed');
  return opened;
};

describe('Keys', () => {
  const card = (action: string) => ({ type: 'card', showing: 's1', action });
  const grade = (value: number) => ({
    ...{ type: 'grade', showing: 's1', grade: value, points: [], hints: 0, followUps: [], seconds: 0 },
  });
  const table: readonly [name: string, key: string, init: KeyboardEventInit, expected: object | undefined][] =
    [
      ['1', '1', {}, grade(1)],
      ['4 of the number block', '4', { code: 'Numpad4' }, grade(4)],
      ['the digit 2 of a French keyboard', 'é', { code: 'Digit2' }, grade(2)],
      ['Enter', 'Enter', {}, grade(1)],
      ['u', 'u', {}, { type: 'undo' }],
      ['u with Caps Lock', 'U', {}, { type: 'undo' }],
      ['u on a Russian keyboard', 'г', { code: 'KeyU' }, { type: 'undo' }],
      ['Ctrl+Z', 'z', { ctrlKey: true }, { type: 'undo' }],
      ['Cmd+Z', 'z', { metaKey: true }, { type: 'undo' }],
      ['s', 's', {}, card('star')],
      ['-', '-', {}, card('bury')],
      ['@ with Shift', '@', { shiftKey: true, code: 'Digit2' }, card('suspend')],
      ['@ with AltGr', '@', { ctrlKey: true, altKey: true, modifierAltGraph: true }, card('suspend')],
      ['@ with Option', '@', { altKey: true }, card('suspend')],
      ['e', 'e', {}, card('openSource')],
      ['c', 'c', {}, card('copy')],
      ['i', 'i', {}, card('history')],
      ['q', 'q', {}, card('end')],
      ['Ctrl+C', 'c', { ctrlKey: true }, undefined],
      ['Ctrl+1', '1', { ctrlKey: true }, undefined],
      ['Alt+3', '3', { altKey: true }, undefined],
      ['Cmd+S', 's', { metaKey: true }, undefined],
      ['Shift+U', 'U', { shiftKey: true }, undefined],
      ['Ctrl+Shift+Z', 'Z', { ctrlKey: true, shiftKey: true }, undefined],
      ['Ctrl+Enter', 'Enter', { ctrlKey: true }, undefined],
      ['5', '5', {}, undefined],
      ['! on Shift+1', '!', { shiftKey: true, code: 'Digit1' }, undefined],
      ['a composed character', '1', { isComposing: true }, undefined],
    ];
  for (const [name, key, init, expected] of table) {
    it(`${name} ${expected ? 'is ours and does not reach the editor' : 'is left to the editor'}`, () => {
      const { press, posted, forwarded } = openAnswer();
      const event = press(key, init);
      assert.deepEqual(posted, expected ? [expected] : []);
      assert.equal(forwarded.length, expected ? 0 : 1);
      assert.equal(event.defaultPrevented, expected !== undefined);
    });
  }

  it('do nothing in a text box', () => {
    const { press, posted, forwarded } = openAnswer();
    for (const tag of ['textarea', 'input', 'select']) {
      const box = document.body.appendChild(document.createElement(tag));
      for (const key of ['1', ' ', 'Enter', 'u', '?'])
        assert.equal(press(key, {}, box).defaultPrevented, false);
    }
    assert.deepEqual(posted, []);
    assert.equal(forwarded.length, 15);
  });

  it('leave Space to a focused check box and button, and Enter to a button', () => {
    const { press, posted } = openAnswer();
    const left: readonly [string, string][] = [
      ['.points input', ' '],
      ['.grade', ' '],
      ['.grade', 'Enter'],
      ['summary', ' '],
      ['summary', 'Enter'],
      ['.answer a', 'Enter'],
    ];
    for (const [selector, key] of left) {
      assert.equal(press(key, {}, find(selector)).defaultPrevented, false, `${selector} ${key}`);
    }
    assert.deepEqual(posted, []);
    press('Enter', {}, find('.points input'));
    assert.equal(posted.length, 1);
  });

  it('count once when held down', () => {
    const { page, press, posted } = openPage();
    page.receive(cardMessage());
    press(' ');
    press(' ', { repeat: true });
    assert.equal(findAll('.answer').length, 1);
    assert.deepEqual(posted, []);
  });

  it('undo only what there is to undo', () => {
    const { page, press, posted } = openPage();
    page.receive(cardMessage({ undo: undefined }));
    press('u');
    assert.deepEqual(posted, []);
    assert.equal(find<HTMLButtonElement>('[data-command=undo]').disabled, true);
    page.receive(summaryMessage());
    press('u');
    assert.deepEqual(posted, [{ type: 'undo' }]);
  });

  it('are listed by ?, in a dialog that keeps the focus and every key to itself', () => {
    const { press, posted, forwarded } = openAnswer();
    press('?', { shiftKey: true });
    const dialog = find<HTMLDialogElement>('dialog');
    assert.equal(dialog.getAttribute('aria-labelledby'), find('dialog h2').id);
    assert.equal(document.activeElement, find('dialog button'));
    assert.equal(find('dialog header').querySelector('button')?.getAttribute('aria-label'), 'close');
    for (const key of ['3', ' ', 'u', 'Tab']) press(key);
    assert.equal(press('Tab').defaultPrevented, true);
    assert.equal(document.activeElement, find('dialog button'));
    assert.deepEqual([posted, forwarded], [[], []]);
    press('Escape');
    assert.equal(findAll('dialog').length, 0);
    assert.equal(document.activeElement, find('.answer'));
  });
});

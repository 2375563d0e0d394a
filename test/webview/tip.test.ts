import assert from 'node:assert/strict';
import { cardMessage, find, findAll, openPage } from './page';

const tip = () => find('.tip').textContent;
const tool = (command: string) => find(`.tool[data-command=${command}]`);
const rest = () => new Promise((resolve) => setTimeout(resolve, 600));

describe('A button that is only an icon', () => {
  const open = () => {
    const opened = openPage();
    opened.page.receive(cardMessage());
    const tabTo = (element: HTMLElement) => {
      opened.press('Tab');
      element.focus();
    };
    return { ...opened, tabTo };
  };

  it('has no tip of the browser, which no key brings up', () => {
    open();
    assert.equal(findAll('.tool[title]').length, 0);
  });

  it('says its name when Tab leads to it, until the focus goes on or a key is pressed', () => {
    const { press, tabTo } = open();
    tabTo(tool('star'));
    assert.equal(tip(), 'Star (s)');
    tabTo(tool('note'));
    assert.equal(tip(), 'note (n)');
    press('Escape');
    assert.equal(tip(), '');
    assert.equal(document.activeElement, tool('note'));
    tabTo(tool('star'));
    tabTo(find('.ways input'));
    assert.equal(tip(), '');
  });

  it('is silent when the focus only comes back to it', () => {
    const { press } = open();
    tool('keys').focus();
    press('?');
    assert.equal(tip(), '');
    press('Escape');
    assert.equal(document.activeElement, tool('keys'));
    assert.equal(tip(), '');
  });

  it('says its name when the pointer rests on it, until the pointer goes on or presses', async () => {
    const { window } = open();
    const send = (type: string, target: Element) =>
      target.dispatchEvent(new window.MouseEvent(type, { bubbles: true }));
    const icon = tool('star').querySelector('svg') as Element;
    send('pointerover', icon);
    assert.equal(tip(), '', 'not at once');
    await rest();
    assert.equal(tip(), 'Star (s)');
    for (const inside of [tool('star'), find('.tip')]) send('pointerover', inside);
    assert.equal(tip(), 'Star (s)');
    send('pointerover', find('h1'));
    assert.equal(tip(), '');
    send('pointerover', tool('note'));
    send('pointerdown', tool('note'));
    await rest();
    assert.equal(tip(), '');
  });

  it('takes its name with it when it goes', () => {
    const { page, tabTo } = open();
    tabTo(tool('star'));
    page.receive(cardMessage({ showing: 's2' }));
    assert.equal(tip(), '');
  });
});

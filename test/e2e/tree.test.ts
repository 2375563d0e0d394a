import assert from 'node:assert/strict';
import { atQuestion, drill, editor, title } from './shared.ts';
import { until } from './until.ts';

describe('the Topics view', () => {
  it('lists all topics in their order with their counts', async () => {
    const window = await editor();
    await window.openView('MLOps Drill');
    await window.treeRows('Topics').first().waitFor();
    const rows = (await window.tree('Topics')).filter((r) => r.level === 1);
    assert.equal(rows.length, 16);
    assert.match(rows[0]?.label ?? '', /^Foundations/);
    assert.match(rows[0]?.description ?? '', /\d+ new/);
    assert.match(rows[0]?.ariaLabel ?? '', /Foundations.*, \d+ questions: /);
  });

  it('shows the state of a question as soon as it is graded', async () => {
    const panel = await drill({ seed: 21, count: 1, topics: ['system-design'] });
    const window = await editor();
    const asked = await title(panel);
    await atQuestion(panel, 1, 1);
    await window.page.keyboard.press('Space');
    await window.page.keyboard.press('4');
    await panel.getByRole('heading', { name: 'Drill finished' }).waitFor();
    await window.openView('MLOps Drill');
    await window.treeRows('Topics').filter({ hasText: 'System design' }).click();
    const row = window.page.getByRole('treeitem', {
      name: new RegExp(`${escapeRegExp(asked)}.*known, due in 8 days`),
    });
    await row.first().waitFor();
    await window.treeRows('Topics').filter({ hasText: 'System design' }).click();
  });

  it('stars several questions at once, shows it in words, and takes it back in one step', async () => {
    const window = await editor();
    const { page } = window;
    await window.openView('MLOps Drill');
    const topic = window.treeRows('Topics').filter({ hasText: 'Behavioural' });
    await topic.click();
    const rows = page.getByRole('treeitem', { name: /, Behavioural, new$/ });
    // The click that opened the topic has selected it: it is taken out again.
    for (const row of [topic, rows.nth(0), rows.nth(1)]) await row.click({ modifiers: ['ControlOrMeta'] });
    await rows.nth(1).click({ button: 'right' });
    await window.chooseFromMenu('Star');
    const starred = page.getByRole('treeitem', { name: /, Behavioural, new, starred$/ });
    const areStarred = (count: number) =>
      until(`${count} rows are starred`, async () => (await starred.count()) === count);
    await areStarred(2);
    await window.executeCommand('mlopsDrill.undo');
    await areStarred(0);
    await window.executeCommand('mlopsDrill.redo');
    await areStarred(2);
    await topic.click();
  });

  it('suspends a whole topic and takes it up again, and says that nothing is left to ask', async () => {
    const window = await editor();
    await window.openView('MLOps Drill');
    const topic = window.treeRows('Topics').filter({ hasText: 'Security' });
    const node = { type: 'topic', topic: 'security-compliance' };
    await window.executeCommand('mlopsDrill.suspend', node);
    await until('none is new', async () => !/new/.test((await topic.getAttribute('aria-label')) ?? 'new'));
    await window.executeCommand('mlopsDrill.drillTopic', node.topic);
    await window.waitForNotification('nothing to ask');
    await window.executeCommand('notifications.clearAll');
    await window.executeCommand('mlopsDrill.takeUp', node);
    await topic.filter({ hasText: /new/ }).waitFor();
    const [undone, redone] = ['take up 22 questions again', 'suspend 22 questions'];
    for (const deed of [undone, redone]) {
      await window.executeCommand('mlopsDrill.undo');
      await window.page.locator('.statusbar').getByText(`Undone: ${deed}`).waitFor();
    }
  });

  it('buries a question until tomorrow', async () => {
    const window = await editor();
    await window.openView('MLOps Drill');
    const topic = window.treeRows('Topics').filter({ hasText: 'LLMOps' });
    await topic.click();
    const rows = window.page.getByRole('treeitem', { name: /, buried until tomorrow$/ });
    const count = await rows.count();
    await window.page
      .getByRole('treeitem', { name: /, new$/ })
      .first()
      .click({ button: 'right' });
    await window.chooseFromMenu('Bury Until Tomorrow');
    await until('one more is buried', async () => (await rows.count()) === count + 1);
    await window.executeCommand('mlopsDrill.undo');
    await until('it is back', async () => (await rows.count()) === count);
    await topic.click();
  });

  it('groups in other ways, and says which filter is on', async () => {
    const window = await editor();
    const { page, quickPick } = window;
    await window.openView('MLOps Drill');
    await window.runCommand('MLOps Drill: Group Questions By…');
    await page.getByPlaceholder('How the topics view groups the questions').waitFor();
    assert.equal((await quickPick.activeItem())?.label, 'Topic');
    await quickPick.focus('State');
    await page.keyboard.press('Enter');
    const labels = async () => (await window.tree('Topics')).map((row) => row.label).join();
    await until('the groups are states', async () => (await labels()) === 'Due,Learning,New,Known,Suspended');

    await window.runCommand('MLOps Drill: Filter Questions…');
    await quickPick.focus('Starred');
    await page.keyboard.press('Space');
    await page.getByText('1 Selected').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Filter: starred').filter({ visible: true }).waitFor();
    await window.executeCommand('mlopsDrill.drillShown');
    const panel = await window.panel();
    await panel.getByText('Selection', { exact: true }).first().waitFor();

    await window.reload();
    await window.openView('MLOps Drill');
    await page.getByText('Filter: starred').filter({ visible: true }).waitFor();
    await window.executeCommand('mlopsDrill.clearFilter');
    await window.executeCommand('mlopsDrill.groupBy', 'topic');
    await window.treeRows('Topics').filter({ hasText: 'Foundations' }).waitFor();
  });

  it('says so if nothing fits the filter, and clears it by a button', async () => {
    const window = await editor();
    await window.openView('MLOps Drill');
    await window.executeCommand('mlopsDrill.groupBy', 'topic');
    await window.executeCommand('mlopsDrill.filterTree', { flags: ['leech'] });
    await window.page.getByText('No question fits this filter.').waitFor();
    await window.page.getByRole('button', { name: 'Clear Filter' }).last().click();
    await window.treeRows('Topics').filter({ hasText: 'Foundations' }).waitFor();
  });

  it('finds a question by Ctrl+F', async () => {
    const window = await editor();
    await window.openView('MLOps Drill');
    await window.executeCommand('mlopsDrill.topics.focus');
    await window.page.keyboard.press('ControlOrMeta+f');
    await window.page.getByPlaceholder('Words of the question, its topic or its tags').waitFor();
    await window.quickPick.press('Escape');
  });

  it('drills a topic from its row', async () => {
    const window = await editor();
    await window.executeCommand('workbench.action.closeAllEditors');
    const row = window.treeRows('Topics').filter({ hasText: 'LLMOps' });
    await row.hover();
    await row.getByRole('button', { name: /Drill a Topic/ }).click();
    const panel = await window.panel();
    await panel.getByText('Topic drill').first().waitFor();
    assert.match(await panel.getByRole('main').innerText(), /LLMOps/);
  });
});

describe('Find a Question', () => {
  it('finds by words in any order and opens the card', async () => {
    const window = await editor();
    await window.executeCommand('workbench.action.closeAllEditors');
    await window.runCommand('MLOps Drill: Find a Question…');
    await window.quickPick.waitForOpen();
    await window.quickPick.type('skew serving training');
    await window.page
      .locator('.quick-input-list .monaco-list-row')
      .first()
      .filter({ hasText: /skew/i })
      .waitFor();
    const first = (await window.quickPick.items())[0]?.label;
    await window.quickPick.press('Enter');
    const panel = await window.panel();
    await panel.locator('h1').waitFor();
    assert.equal(await title(panel), first);
  });
});

describe('Find a Question: Drill These', () => {
  it('drills what was found', async () => {
    const window = await editor();
    await window.executeCommand('workbench.action.closeAllEditors');
    await window.runCommand('MLOps Drill: Find a Question…');
    await window.quickPick.waitForOpen();
    await window.quickPick.type('nosuchword');
    await window.page.getByText('No question has these words.').waitFor();
    assert.equal(await window.page.getByRole('button', { name: 'Drill These' }).count(), 0);
    await window.quickPick.type('canary');
    await window.page
      .locator('.quick-input-list .monaco-list-row')
      .first()
      .filter({ hasText: /canary/i })
      .waitFor();
    await window.page.getByRole('button', { name: 'Drill These' }).click();
    const panel = await window.panel();
    await panel.getByText('Search result', { exact: true }).first().waitFor();
    await panel.locator('h1').waitFor();
  });
});

describe('Review Due', () => {
  it('begins with what was graded Again', async () => {
    const panel = await drill({ seed: 22, count: 1, topics: ['behavioural'] });
    const window = await editor();
    const failed = await title(panel);
    await window.page.keyboard.press('Space');
    await window.page.keyboard.press('1');
    await atQuestion(panel, 2, 2);
    await window.runCommand('MLOps Drill: Review Due Questions');
    await panel.getByText('Review', { exact: true }).first().waitFor();
    assert.equal(await title(panel), failed);
  });
});

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { BankIndex } from '../core/bank/bank';
import type { QuestionHead, QuestionId } from '../core/bank/question';
import { QuestionSearch } from '../core/bank/search';
import type { ProgressStore } from './progressStore';
import { kindName, levelName, questionsWords, stateName } from './words';

interface QuestionRow extends QuickPickItem {
  readonly id: QuestionId;
}

/** More rows than anybody reads; each goes through the editor at every letter. */
const mostRows = 500;

/**
 * Lets a person find a question by words of its title, topic or tags; undefined if nothing was chosen. With `canDrill`
 * a button takes all that was found, best first.
 */
export function findQuestion(
  bank: BankIndex,
  store: ProgressStore,
  { canDrill }: { readonly canDrill: boolean },
): Promise<QuestionId | readonly QuestionId[] | undefined> {
  const search = new QuestionSearch(bank);
  let found: readonly QuestionHead[] = [];
  const pick = window.createQuickPick<QuestionRow>();
  pick.placeholder = l10n.t('Words of the question, its topic or its tags');
  const drillThese = { iconPath: new ThemeIcon('play'), tooltip: l10n.t('Drill These') };
  // Our own search: the built-in one wants the words in the order in which they stand.
  const find = (text: string) => {
    found = search.find(text);
    pick.items = found.slice(0, mostRows).map((question) => questionRow(question, bank, store));
    pick.buttons = canDrill && found.length > 0 ? [drillThese] : [];
    pick.prompt = found.length > 0 ? undefined : l10n.t('No question has these words.');
    pick.title =
      found.length > mostRows
        ? l10n.t('Find a Question: the best {0} of {1}', mostRows, found.length)
        : l10n.t('Find a Question');
  };
  find('');
  pick.onDidChangeValue(find);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.id);
      pick.hide();
    });
    pick.onDidTriggerButton(() => {
      resolve(found.map((question) => question.id));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function questionRow(question: QuestionHead, bank: BankIndex, store: ProgressStore): QuestionRow {
  const topic = bank.topic(question.topic)?.title ?? question.topic;
  const state = stateName(store.progress.stateOf(question.id, store.today));
  return {
    id: question.id,
    label: question.title,
    detail: [topic, levelName(question.level), kindName(question.kind), state, question.tags.join(', ')].join(
      ' · ',
    ),
    alwaysShow: true,
  };
}

/** Lets a person choose a topic; undefined if nothing was chosen. */
export async function pickTopic(bank: BankIndex, store: ProgressStore): Promise<string | undefined> {
  const rows = bank.topics.map((topic) => {
    const questions = bank.inTopic(topic.id);
    const due = questions.filter((q) => store.progress.stateOf(q.id, store.today) === 'due').length;
    const counts = [questionsWords(questions.length), due > 0 ? l10n.t('{0} due', due) : ''];
    return {
      id: topic.id,
      label: topic.title,
      iconPath: new ThemeIcon(topic.icon),
      description: counts.filter(Boolean).join(', '),
      detail: topic.summary,
    };
  });
  const chosen = await window.showQuickPick(rows, {
    title: l10n.t('Drill a Topic'),
    placeHolder: l10n.t('Topic'),
    matchOnDetail: true,
  });
  return chosen?.id;
}

import { env, l10n, window } from 'vscode';
import type { Question, QuestionId } from '../core/bank/question';
import { toMarkdown } from '../core/bank/toMarkdown';
import { roundSeconds } from '../core/progress/event';
import type { CardAction, ToHost } from '../core/protocol';
import { openExhibit, openSource } from './cardDocuments';
import type { ProgressStore } from './progressStore';

type OnCard = Extract<ToHost, { readonly showing: string }>;

/** What a person did on a card, but what concerns the panel itself. */
export type CardDeed =
  | Exclude<OnCard, { type: 'card' }>
  | { readonly type: 'card'; readonly action: Exclude<CardAction, 'history' | 'end'> };

/** Does what a person asked for on a card. `question` is as it was shown: its quiz in the same order. */
export function actOnCard(question: Question, deed: CardDeed, store: ProgressStore): void {
  switch (deed.type) {
    case 'grade':
      recordGrade(question, deed, store);
      return;
    case 'quiz': {
      const option = question.quiz?.options[deed.option];
      if (option) store.record({ kind: 'quiz', question: question.id, correct: option.correct });
      return;
    }
    case 'remark':
      recordRemark(question, deed, store);
      return;
    case 'exhibit': {
      const exhibit = question.exhibits.find((e) => e.title === deed.title);
      if (exhibit) void openExhibit(question, exhibit);
      return;
    }
    case 'card':
      act(question, deed.action, store);
  }
}

function recordGrade(
  { id, keyPoints, followUps }: Question,
  deed: Extract<OnCard, { type: 'grade' }>,
  store: ProgressStore,
): void {
  const well = bits(deed.followUps, followUps.length);
  store.record({
    kind: 'review',
    question: id,
    grade: deed.grade,
    seconds: roundSeconds(deed.seconds),
    ...(keyPoints.length > 0 ? { points: bits(deed.points, keyPoints.length) } : {}),
    ...(deed.hints > 0 ? { hints: deed.hints } : {}),
    ...(well > 0 ? { followUps: well } : {}),
  });
}

function recordRemark(
  { id }: Question,
  { kind, text }: Extract<OnCard, { type: 'remark' }>,
  store: ProgressStore,
): void {
  const written = text.trim();
  if (written !== store.progress.of(id)[kind]) store.record({ kind, question: id, text: written });
}

function act(question: Question, action: Exclude<CardAction, 'history' | 'end'>, store: ProgressStore): void {
  const { id } = question;
  switch (action) {
    case 'star':
      store.record({ kind: 'star', question: id, on: !store.progress.of(id).starred });
      return;
    case 'suspend':
      store.record({ kind: 'suspend', question: id, on: !store.progress.of(id).suspended });
      return;
    case 'bury':
      bury(id, store);
      return;
    case 'openSource':
      void openSource(question);
      return;
    case 'copy':
      void env.clipboard.writeText(toMarkdown(question));
      window.setStatusBarMessage(l10n.t('The card was copied as Markdown.'), 4000);
  }
}

function bury(id: QuestionId, store: ProgressStore): void {
  const { today } = store;
  if (store.progress.of(id).buriedUntil <= today)
    store.record({ kind: 'bury', question: id, until: today + 1 });
  else window.setStatusBarMessage(l10n.t('The question is buried already.'), 4000);
}

function bits(indexes: readonly number[], total: number): number {
  return indexes.filter((index) => index < total).reduce((mask, index) => mask | (1 << index), 0);
}

import type { window } from 'vscode';
import { type CommandId, runCommand } from './ids';

/** What a button of a message says, and the command that it runs. */
export type Choice = readonly [title: string, command: CommandId];

/**
 * Says a sentence with buttons, by one of VS Code's three kinds of message. VS Code shows a message with buttons whole;
 * one without is cut after some 60 characters.
 */
export async function offer(
  tell: typeof window.showInformationMessage,
  sentence: string,
  ...choices: readonly Choice[]
): Promise<void> {
  const chosen = await tell(sentence, ...choices.map(([title]) => title));
  const command = choices.find(([title]) => title === chosen)?.[1];
  if (command) await runCommand(command);
}

import * as vscode from 'vscode';
import { type Bank, type BankIndex, indexBank } from '../core/bank/bank';

/** Gives the shipped bank; it is read at the first call and kept. */
export type LoadBank = () => Promise<BankIndex>;

/** A loader for `dist/bank.json`. A failed read is tried again at the next call. */
export function bankLoader(extensionUri: vscode.Uri): LoadBank {
  let loading: Promise<BankIndex> | undefined;
  return () => {
    loading ??= readBank(vscode.Uri.joinPath(extensionUri, 'dist', 'bank.json')).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function readBank(file: vscode.Uri): Promise<BankIndex> {
  const bytes = await vscode.workspace.fs.readFile(file);
  // Our own build wrote the file and checked every question in it.
  return indexBank(JSON.parse(new TextDecoder().decode(bytes)) as Bank);
}

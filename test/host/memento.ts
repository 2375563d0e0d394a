import type * as vscode from 'vscode';

/** A `globalState` as VS Code keeps it: values pass through JSON, and several windows may share one store. */
export class TestMemento implements vscode.Memento {
  synced: readonly string[] = [];
  writes = 0;
  /** Makes the next writes fail, as a full disk does. */
  failing = false;

  constructor(private readonly values: Map<string, string> = new Map()) {}

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, otherwise?: T): T {
    const json = this.values.get(key);
    return json === undefined ? (otherwise as T) : JSON.parse(json);
  }

  async update(key: string, value: unknown): Promise<void> {
    this.writes++;
    await Promise.resolve();
    if (this.failing) throw new Error('The disk is full.');
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, JSON.stringify(value));
  }

  setKeysForSync(keys: readonly string[]): void {
    this.synced = keys;
  }
}

/** Placeholder. */
export function trimEditor(_vscode: string): void {}

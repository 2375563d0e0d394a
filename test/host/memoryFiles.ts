import * as vscode from 'vscode';

const scheme = 'drill-test';

/** A disk in memory, which may be full, behind VS Code's own file interface. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly contents = new Map<string, { bytes: Uint8Array; mtime: number }>();
  private clock = 1;
  /** Makes every write fail, as a full disk or a folder without the right to write does. */
  isFull = false;
  /** Makes every write wait for ever, as a network drive that is gone does. */
  hangs = false;
  /** Files that may not be read. */
  readonly closed = new Set<string>();

  /** A folder of its own for each test. */
  newFolder(): vscode.Uri {
    return vscode.Uri.from({ scheme, path: `/${crypto.randomUUID()}` });
  }

  register(): vscode.Disposable {
    return vscode.workspace.registerFileSystemProvider(scheme, this);
  }

  /** Names and texts of the files below a folder, as they are now. */
  texts(folder: vscode.Uri): Map<string, string> {
    const start = `${folder.path}/`;
    const inside = [...this.contents].filter(([path]) => path.startsWith(start));
    return new Map(
      inside.map(([path, { bytes }]) => [path.slice(start.length), new TextDecoder().decode(bytes)]),
    );
  }

  /** Puts a file there as another program would, last changed `ageMs` ago. */
  put(uri: vscode.Uri, text: string, ageMs = 0): void {
    this.contents.set(uri.path, { bytes: new TextEncoder().encode(text), mtime: Date.now() - ageMs });
    this.tell(uri, vscode.FileChangeType.Changed);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.contents.get(uri.path);
    const isFolder = [...this.contents.keys()].some((path) => path.startsWith(`${uri.path}/`));
    if (!file && !isFolder) throw vscode.FileSystemError.FileNotFound(uri);
    const { bytes, mtime } = file ?? { bytes: { length: 0 }, mtime: 0 };
    const type = file ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime, size: bytes.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.stat(uri);
    const names = new Set([...this.texts(uri).keys()].map((path) => path.split('/')[0] as string));
    return [...names].map((name) => [name, this.stat(vscode.Uri.joinPath(uri, name)).type]);
  }

  createDirectory(): void {
    // A folder is there as soon as something is in it.
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.contents.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    if (this.closed.has(uri.path)) throw vscode.FileSystemError.NoPermissions(uri);
    return file.bytes;
  }

  /** Rejects where it fails: what is thrown at once VS Code's queue of writes never gets over. */
  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    if (this.hangs) await new Promise(() => {});
    if (this.isFull) throw vscode.FileSystemError.Unavailable('The disk is full.');
    this.contents.set(uri.path, { bytes, mtime: Date.now() + this.clock++ });
    this.tell(uri, vscode.FileChangeType.Changed);
  }

  delete(uri: vscode.Uri): void {
    if (!this.contents.delete(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    this.tell(uri, vscode.FileChangeType.Deleted);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const file = this.contents.get(from.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(from);
    this.contents.delete(from.path);
    this.contents.set(to.path, file);
    this.tell(from, vscode.FileChangeType.Deleted);
    this.tell(to, vscode.FileChangeType.Changed);
  }

  private tell(uri: vscode.Uri, type: vscode.FileChangeType): void {
    this.changed.fire([{ type, uri }]);
  }
}

import { FileSystemError, FileType, Uri, workspace } from 'vscode';

/** Writes a file so that it is there whole or not at all: beside it first, then under its name. Makes its folder. */
export async function writeWhole(file: Uri, text: string): Promise<void> {
  const part = file.with({ path: `${file.path}.${crypto.randomUUID().slice(0, 8)}.part` });
  await workspace.fs.writeFile(part, new TextEncoder().encode(text));
  await workspace.fs.rename(part, file, { overwrite: true });
}

/** The text of a file; undefined if there is none. */
export async function readText(file: Uri): Promise<string | undefined> {
  return unlessMissing(async () => new TextDecoder().decode(await workspace.fs.readFile(file)));
}

/** The names of the files in a folder; none if there is no folder. */
export async function fileNames(folder: Uri): Promise<string[]> {
  const entries = await unlessMissing(() => workspace.fs.readDirectory(folder));
  return (entries ?? []).filter(([, type]) => type & FileType.File).map(([name]) => name);
}

/** When a file was changed last and how long it is; undefined if there is none. */
export async function fileFacts(file: Uri): Promise<{ mtime: number; size: number } | undefined> {
  return unlessMissing(() => workspace.fs.stat(file));
}

/** Removes a file, if it is there. */
export async function removeFile(file: Uri): Promise<void> {
  await unlessMissing(() => workspace.fs.delete(file));
}

/** Gives a file another name in its folder, if it is there. */
export async function renameFile(file: Uri, name: string): Promise<void> {
  await unlessMissing(() => workspace.fs.rename(file, Uri.joinPath(file, '..', name), { overwrite: true }));
}

async function unlessMissing<T>(run: () => Thenable<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

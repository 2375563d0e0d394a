/** A backup's file name: the moment at which it was made, so that names sort by age: `2026-11-28T101500Z.log`. */
export function backupName(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.log`;
}

/** The moment in a backup's name; undefined for a file that is none. */
export function backupTime(name: string): Date | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d)(\d\d)(\d\d)Z\.log$/.exec(name);
  const time = found ? new Date(`${found[1]}:${found[2]}:${found[3]}Z`) : undefined;
  return time && Number.isFinite(time.getTime()) ? time : undefined;
}

/**
 * Which backups to keep: all of the last day, then the newest of each of the last 7 days, 4 weeks and 12 months that
 * have one. Names of other files are left alone.
 */
export function superfluousBackups(names: readonly string[]): string[] {
  const newestFirst = names
    .filter((name) => backupTime(name))
    .sort()
    .reverse();
  const [newest] = newestFirst;
  if (newest === undefined) return [];
  const kept = new Set([
    ...newestFirst.filter((name) => ageInDays(name, newest) < 1),
    ...newestOfEach(newestFirst, 7, (name) => name.slice(0, 10)),
    ...newestOfEach(newestFirst, 4, weekOf),
    ...newestOfEach(newestFirst, 12, (name) => name.slice(0, 7)),
  ]);
  return newestFirst.filter((name) => !kept.has(name));
}

/** The newest name of each of the `most` newest periods. */
function newestOfEach(
  newestFirst: readonly string[],
  most: number,
  periodOf: (name: string) => string,
): string[] {
  const newest = new Map<string, string>();
  for (const name of newestFirst) if (!newest.has(periodOf(name))) newest.set(periodOf(name), name);
  return [...newest.values()].slice(0, most);
}

/** Number of the week, counted from a Monday. */
function weekOf(name: string): string {
  return String(Math.floor(((backupTime(name) as Date).getTime() / 86_400_000 + 3) / 7));
}

function ageInDays(name: string, newest: string): number {
  return ((backupTime(newest) as Date).getTime() - (backupTime(name) as Date).getTime()) / 86_400_000;
}

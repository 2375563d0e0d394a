/**
 * Number of the study day in which a moment lies, counted from 1 January 1970: a study day begins at `dayStartsAt`
 * o'clock local time, so that an answer after midnight belongs to the evening before.
 * @param at seconds since the epoch
 * @param zone minutes east of UTC at that moment
 */
export function studyDay({ at, zone }: { at: number; zone: number }, dayStartsAt: number): number {
  return Math.floor((at + zone * 60 - dayStartsAt * 3600) / 86_400);
}

/** The date of a study day as YYYY-MM-DD. */
export function dateOfStudyDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** A mistake in somebody's file: data to show, not an exception. */
export interface Problem {
  /** Path of the file, as the caller named it. */
  readonly path: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** One plain sentence that says what is wrong and what to do. */
  readonly message: string;
}

/** `questions/drift/psi.md:12: The section "Key points" is missing.` */
export function formatProblem(problem: Problem): string {
  return `${problem.path}:${problem.line}: ${problem.message}`;
}

/** Collects the problems of one file. */
export type Report = (line: number, message: string) => void;

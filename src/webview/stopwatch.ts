/** Counts the time in which the page was visible, from `seconds` on. */
export class Stopwatch {
  #counted: number;
  #since: number | undefined;

  /** `now` gives milliseconds; it need not be the time of day. */
  constructor(
    private readonly now: () => number,
    seconds: number,
    visible: boolean,
  ) {
    this.#counted = seconds * 1000;
    this.#since = visible ? now() : undefined;
  }

  get seconds(): number {
    return Math.floor(this.#total() / 1000);
  }

  /** Runs while the page can be seen and rests otherwise. */
  setVisible(visible: boolean): void {
    this.#counted = this.#total();
    this.#since = visible ? this.now() : undefined;
  }

  #total(): number {
    return this.#counted + (this.#since === undefined ? 0 : this.now() - this.#since);
  }
}

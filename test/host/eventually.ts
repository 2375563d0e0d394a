/** Waits for something that follows from an event, which has no promise of its own. */
export async function eventually(what: string, isTrue: () => boolean | PromiseLike<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`It never came true that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const texts: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const { contributes } = manifest;

/** All strings of a JSON value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('the manifest', () => {
  it('takes its texts from package.nls.json, all of them and only those', () => {
    const used = new Set(strings(manifest).flatMap((s) => /^%(.+)%$/.exec(s)?.[1] ?? []));
    assert.deepEqual([...used].sort(), Object.keys(texts).sort());
  });

  it('names commands, in menus and walkthrough, that it contributes', () => {
    const own = new Set(contributes.commands.map((c: { command: string }) => c.command));
    // The view, the panel and a context key have names of that kind as well.
    const others = ['topics', 'topics.focus', 'drill', 'isFiltered'].map((name) => `mlopsDrill.${name}`);
    const named = [
      ...strings(contributes.menus),
      ...strings(contributes.walkthroughs),
      ...Object.values(texts),
    ]
      .flatMap((s) => s.match(/mlopsDrill\.[A-Za-z]+(?:\.focus)?/g) ?? [])
      .filter((s) => !others.includes(s));
    for (const command of named) assert.ok(own.has(command), command);
  });

  it('offers in the menu of a row, too, what its buttons do, which only a pointer shows', () => {
    const entries: { when: string; group: string }[] = contributes.menus['view/item/context'];
    const inMenu = new Set(entries.filter((e) => !e.group.startsWith('inline')).map((e) => e.when));
    for (const { when, group } of entries) if (group.startsWith('inline')) assert.ok(inMenu.has(when), when);
  });

  it('leaves the title of the view room beside its buttons', () => {
    const entries: { group: string }[] = contributes.menus['view/title'];
    assert.equal(entries.filter((e) => e.group.startsWith('navigation')).length, 3);
  });

  it('ships every picture that it names', () => {
    for (const path of strings(manifest).filter((s) => s.startsWith('media/')))
      assert.ok(existsSync(path), path);
  });

  it('asks for an engine that is not older than the types it is compiled with', () => {
    const [engine, types] = [manifest.engines.vscode, manifest.devDependencies['@types/vscode']];
    assert.equal(engine.replace('^', ''), types.replace('~', ''));
  });

  it('has no dependency at run time: everything is bundled', () => {
    assert.equal(manifest.dependencies, undefined);
    assert.equal(manifest.main, manifest.browser);
  });

  it('gives every setting a default within its range', () => {
    for (const [name, setting] of Object.entries<{ default: number; minimum?: number; maximum: number }>(
      contributes.configuration.properties,
    )) {
      assert.notEqual(setting.default, undefined, name);
      if (setting.minimum === undefined) continue;
      assert.ok(setting.default >= setting.minimum && setting.default <= setting.maximum, name);
    }
  });
});

import { asFilter } from '../core/session/filter';
import type { DrillWish } from './ids';

/** What a keybinding or task asked for; parts that make no sense are left out. */
export function asWish(value: unknown): DrillWish {
  if (!isRecord(value)) return {};
  return {
    ...countOf(value),
    ...(typeof value.seed === 'number' ? { seed: value.seed } : {}),
    ...asFilter(value),
  };
}

/** The count that was asked for, if it is one. */
export function countOf(value: unknown): { readonly count?: number } {
  const count = isRecord(value) ? value.count : undefined;
  return typeof count === 'number' && count >= 1 ? { count: Math.floor(count) } : {};
}

/** Whether something came as an argument that can hold a wish; menus of a view give `undefined`. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

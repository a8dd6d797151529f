import type { Distribution } from '../distribution/distribution.ts';
import type { LeverSetting } from './model-text.ts';
import type { Path } from './path.ts';

/** Tells a path from an uncertainty. */
export function isPath(value: Path | Distribution): value is Path {
  return Array.isArray(value);
}

/** Lets the terms that are in force act on a lever's path, in order. */
export function applyTerms(setting: LeverSetting): Path | null {
  const { value } = setting;
  if (!isPath(value)) return null;
  const active = setting.terms.filter(({ status }) => status === 'in force');
  return active.reduce((path, term) => term.act(path, value), value);
}

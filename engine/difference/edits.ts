import { byCodeUnit, STATEMENT_KINDS, type Statement, type StatementKind } from './statement.ts';

/** One element of what is said otherwise; null where it is not said at all. */
export interface EditChange {
  readonly element: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** One thing that one study says otherwise than another, all its elements together. */
export interface Edit {
  readonly kind: StatementKind;
  /** As in a statement; what scenarios set goes by lever and file, however many scenarios inherit it. */
  readonly name: string;
  readonly changes: readonly EditChange[];
  readonly file: string;
  readonly line: number;
}

/** Names the edit that a difference in what scenarios set belongs to. */
export function settingName(key: string, file: string): string {
  return `${key} in ${file}`;
}

function nameOf({ kind, name, file }: Statement): string {
  return kind === 'scenario' ? settingName(name.slice(name.indexOf(': ') + 2), file) : name;
}

function placeOf({ kind, name, element }: Statement): string {
  return JSON.stringify([kind, name, element]);
}

function addChange(
  edits: Map<string, Edit>,
  was: Statement | undefined,
  is: Statement | undefined,
) {
  const shown = (is ?? was)!;
  const { kind, element, file, line } = shown;
  const name = nameOf(shown);
  const id = JSON.stringify([kind, name]);
  const change = { element, from: was?.text ?? null, to: is?.text ?? null };
  const known = edits.get(id)?.changes ?? [];
  const isKnown = known.some(
    (one) => one.element === element && one.from === change.from && one.to === change.to,
  );
  const changes = isKnown ? known : [...known, change];
  edits.set(id, { kind, name, changes, file, line: edits.get(id)?.line ?? line });
}

/** Lists what is said otherwise, by kind and then by name. */
export function listEdits(
  before: readonly Statement[],
  after: readonly Statement[],
): readonly Edit[] {
  const old = new Map(before.map((one) => [placeOf(one), one]));
  const fresh = new Map(after.map((one) => [placeOf(one), one]));
  const edits = new Map<string, Edit>();
  for (const place of new Set([...old.keys(), ...fresh.keys()])) {
    const [was, is] = [old.get(place), fresh.get(place)];
    if (was?.exact !== is?.exact) addChange(edits, was, is);
  }
  const rank = ({ kind }: Edit) => STATEMENT_KINDS.indexOf(kind);
  return [...edits.values()].sort((a, b) => rank(a) - rank(b) || byCodeUnit(a.name, b.name));
}

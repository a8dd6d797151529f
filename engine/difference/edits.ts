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

/** What a list says of each thing that it holds. */
const LISTED = 'listed';

/** Tells of two lists what came and what went; of two orders of the same, both. */
function listChanges(was: Statement, is: Statement): readonly EditChange[] {
  const [old, fresh] = [was.members!, is.members!];
  const gone = old.filter((one) => !fresh.includes(one));
  const come = fresh.filter((one) => !old.includes(one));
  const changes = [
    ...(was.head === is.head ? [] : [{ element: '', from: was.head!, to: is.head! }]),
    ...gone.map((element) => ({ element, from: LISTED, to: null })),
    ...come.map((element) => ({ element, from: null, to: LISTED })),
  ];
  return changes.length > 0
    ? changes
    : [{ element: '', from: old.join(', '), to: fresh.join(', ') }];
}

function changesBetween(
  was: Statement | undefined,
  is: Statement | undefined,
): readonly EditChange[] {
  if (was?.members !== undefined && is?.members !== undefined) return listChanges(was, is);
  const said = (one: Statement | undefined) => one?.head ?? one?.text ?? null;
  return [{ element: (is ?? was)!.element, from: said(was), to: said(is) }];
}

function addChange(
  edits: Map<string, Edit>,
  was: Statement | undefined,
  is: Statement | undefined,
) {
  const shown = (is ?? was)!;
  const { kind, file, line } = shown;
  const name = nameOf(shown);
  const id = JSON.stringify([kind, name]);
  const known = edits.get(id)?.changes ?? [];
  const isKnown = ({ element, from, to }: EditChange) =>
    known.some((one) => one.element === element && one.from === from && one.to === to);
  const changes = [...known, ...changesBetween(was, is).filter((change) => !isKnown(change))];
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

import { beforeAll, describe, expect, test } from 'vitest';
import { OPERATION_NAMES, type OperationName } from '../../../engine/formula/operation.ts';
import { type Term, visit } from '../../../engine/formula/term.ts';
import type { Program } from '../../../engine/model/program.ts';
import { interpret } from '../../../engine/simulation/interpret.ts';
import { sheetsOf } from '../../../reports/index.ts';
import { pathCells } from '../../support/live-path.ts';
import { randomEquations, randomInputAt, randomLive, STOCKS } from '../../support/random-live.ts';
import { recalculate } from '../../support/recalculation.ts';
import { someResults } from '../../support/results.ts';
import { exactly, type Rounded, rounded } from '../../support/rounding.ts';
import { workbookBytes } from '../../support/workbook.ts';
import { type CellValue, cellsOf } from '../../support/workbook-cells.ts';
import { withParts } from '../../support/workbook-parts.ts';

const SLOW = 300_000;
const COUNT = 2500;
const SEED = 7;

/** Numbers agree within this share of the engine's, or within twice what rounding may do to them. */
const SHARE = 1e-9;

/** One expression at one step: what the engine says, how it rounds, and what LibreOffice says. */
interface Case {
  readonly term: Term;
  readonly engine: Rounded;
  readonly office: CellValue;
}

type Change = (xml: string) => string;

/** Writes a program as a workbook with wrong cached values, lets LibreOffice compute it, and sets both side by side. */
async function casesOf(program: Program, change: Change = (xml) => xml): Promise<Case[]> {
  const { equations, clock } = program.model;
  const described = someResults({ steps: clock.steps });
  const { measures, scenarios } = described.study;
  const live = randomLive(program, measures[0]!.name, scenarios[0]!.name);
  const results = { ...described, live };
  const sheets = sheetsOf(results);
  const written = withParts(
    await workbookBytes(sheets),
    (_, xml) => change(xml),
    (path) => path.startsWith('xl/worksheets/sheet'),
  );
  const office = cellsOf(await recalculate(written)).get('Live path')!;
  const cellOf = pathCells(results, sheets);
  const trace = interpret(program, randomInputAt);
  return equations.slice(STOCKS).flatMap(({ slot, term }) =>
    Array.from({ length: clock.steps }, (_, step): Case => {
      const reader = trace.readerAt(step);
      const known = (at: number, lag: number): Rounded => {
        if (lag === 0) return exactly(reader.now(at));
        const value = reader.past(at, lag);
        return { ...exactly(value), error: 1e-15 * Math.abs(value) };
      };
      const engine = rounded(term as Term, known);
      const cell = cellOf(slot, live.rows[slot]!.varies ? step : null);
      return { term: term as Term, engine, office: office.get(cell)!.value };
    }),
  );
}

function isSame({ engine: { value, error }, office }: Case): boolean {
  if (typeof office !== 'number') return false;
  const allowed = Math.max(SHARE * Math.abs(value as number), 2 * error);
  return Math.abs(office - (value as number)) <= allowed;
}

/** Errors are allowed where the engine itself has no number, or had none on its way. */
function isRight(one: Case): boolean {
  const { engine, office } = one;
  const isError = typeof office === 'object' && office !== null;
  if (!Number.isFinite(engine.value)) return isError;
  return isSame(one) || (engine.isOdd && isError);
}

/** Whether rounding leaves so many digits that the two must agree to SHARE. */
function isStrict({ engine: { value, error, isOdd } }: Case): boolean {
  return !isOdd && Number.isFinite(value) && 2 * error <= SHARE * Math.abs(value as number);
}

function operationsIn(cases: readonly Case[]): ReadonlySet<OperationName> {
  const used = new Set<OperationName>();
  for (const { term } of cases) {
    visit(term, (part) => {
      if (part.kind === 'apply') used.add(part.operation);
    });
  }
  return used;
}

describe('LibreOffice and the interpreter', () => {
  let cases: readonly Case[] = [];
  beforeAll(async () => {
    cases = await casesOf(randomEquations(COUNT, SEED));
  }, SLOW);

  test('agree on every random expression', () => {
    expect(cases.filter((one) => !isRight(one)).slice(0, 5)).toEqual([]);
  });

  test('agree to a billionth on more than a thousand of them, over every operation', () => {
    const strict = cases.filter(isStrict);
    const distinct = new Set(strict.map(({ term }) => JSON.stringify(term)));
    expect(distinct.size).toBeGreaterThan(1000);
    const used = operationsIn(strict);
    expect(OPERATION_NAMES.filter((name) => !used.has(name))).toEqual([]);
  });

  test('meet where there is no number, too', () => {
    const none = cases.filter(({ engine }) => !Number.isFinite(engine.value));
    expect(none.length).toBeGreaterThan(20);
  });
});

test(
  'a wrong spelling is found',
  async () => {
    const spoilt: readonly (readonly [OperationName, string | RegExp, string])[] = [
      ['log', /(?<!\*)LN\(/g, 'LOG10('],
      ['ceil', '-INT(-', '1+INT('],
      ['smaller', 'MIN(', 'MAX('],
    ];
    const change: Change = (xml) =>
      spoilt.reduce((text, [, from, to]) => text.replaceAll(from, to), xml);
    const wrong = (await casesOf(randomEquations(400, SEED), change)).filter(
      (one) => !isRight(one),
    );
    const found = operationsIn(wrong);
    expect(spoilt.map(([operation]) => operation).filter((one) => !found.has(one))).toEqual([]);
  },
  SLOW,
);

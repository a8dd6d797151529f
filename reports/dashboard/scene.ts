import { type Bands, type MeasureDescription, quantile } from '../../engine/index.ts';
import { comparisonFinder, type FindComparison } from '../compared.ts';
import { drawsFit } from '../draw-columns.ts';
import { isUncertain } from '../is-uncertain.ts';
import { scenarioLabel } from '../labels.ts';
import type { Live } from '../live-number.ts';
import { bandFormat } from '../path-values.ts';
import type { Report } from '../report.ts';
import type { SaidValue } from '../said-formula.ts';
import { arrayCell, type Cell, formulaCell, number, text } from '../sheet.ts';
import { decimalsOf } from '../spoken-measure.ts';
import type { Format, Style } from '../style.ts';
import { type Choice, namesApart } from './choice.ts';

/** Everything that the dashboard's data are made from. */
export class Scene {
  readonly report: Report;
  readonly choice: Choice;
  /** Whether the draws stand in the workbook; else every figure is a plain value and nothing can be chosen. */
  readonly isLive: boolean;
  readonly scenarios: readonly string[];
  readonly measures: readonly string[];
  readonly paths: readonly string[];
  readonly baseline: number;
  readonly reference: number;
  readonly find: FindComparison;
  /** Whether any measure of any scenario varies with the draw. */
  readonly isUncertain: boolean;
  readonly #columns = new Map<string, Float64Array>();

  constructor(report: Report, choice: Choice) {
    const { study } = report.results;
    this.report = report;
    this.choice = choice;
    this.isLive = drawsFit(report.results);
    const titled = study.scenarios.map((one) => ({
      name: one.name,
      title: scenarioLabel(report.say, one),
    }));
    this.scenarios = namesApart(titled);
    this.measures = namesApart(study.measures);
    this.paths = namesApart(study.trajectories);
    this.baseline = study.scenarios.findIndex(({ role }) => role === 'baseline');
    const reference = study.scenarios.findIndex(({ role }) => role === 'reference');
    this.reference = reference < 0 ? this.baseline : reference;
    this.find = comparisonFinder(report.results);
    this.isUncertain = isUncertain(report.results);
  }

  measure(index: number): MeasureDescription {
    return this.report.results.study.measures[index]!;
  }

  /** The outcomes of a measure in a scenario as drawn, draw by draw. */
  draws(measure: number, scenario: number): Float64Array {
    return this.#run(scenario).outcomes[measure]!;
  }

  /** The same in ascending order. */
  sorted(measure: number, scenario: number): Float64Array {
    const key = `${measure} ${scenario}`;
    const known = this.#columns.get(key) ?? this.draws(measure, scenario).slice().sort();
    this.#columns.set(key, known);
    return known;
  }

  /** The changes of a scenario against another, draw by draw. */
  change(measure: number, scenario: number, against: number): Float64Array {
    const base = this.draws(measure, against);
    return this.draws(measure, scenario).map((value, k) => value - base[k]!);
  }

  level(measure: number, scenario: number, level: number): number {
    return quantile(this.sorted(measure, scenario), level)!;
  }

  bands(path: number, scenario: number): Bands {
    return this.#run(scenario).bands[path]!;
  }

  pathDecimals(path: number): number {
    return decimalsOf(bandFormat(this.report.results, path));
  }

  /** Makes a cell that the spreadsheet computes, or a plain one where the draws are not in the workbook. */
  cell({ formula, value }: Live, format: Format = 'general'): Cell {
    const style = format === 'general' ? 'numberFree' : 'number';
    return this.isLive ? formulaCell(formula, value, format, style) : number(value, format, style);
  }

  /** The same with operands that are taken as whole arrays. */
  arrayCell({ formula, value }: Live, format: Format = 'general'): Cell {
    const style = format === 'general' ? 'numberFree' : 'number';
    return this.isLive ? arrayCell(formula, value, format, style) : number(value, format, style);
  }

  /** Makes a cell of text that the spreadsheet composes. */
  textCell({ formula, text: said }: SaidValue, style: Style = 'cell'): Cell {
    return this.isLive ? formulaCell(formula, said, 'general', style) : text(said, style);
  }

  #run(scenario: number) {
    const { runs, study } = this.report.results;
    const { name } = study.scenarios[scenario]!;
    return runs.find((run) => run.scenario === name && run.condition === null)!;
  }
}

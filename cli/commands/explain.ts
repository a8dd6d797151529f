import type { Argv, CommandModule } from 'yargs';
import type { Study } from '../../engine/index.ts';
import { UsageError } from '../exit-code.ts';
import { explainAgainst } from '../explain-against.ts';
import { explanationText } from '../explanation-text.ts';
import { refuseEarly } from '../glance.ts';
import { GROUPS, type GroupBy, groupingOf } from '../lever-groups.ts';
import { checkMeasure } from '../measure-named.ts';
import { type Format, openReadyStudy, type ReadyStudy, StudyProblems } from '../open-study.ts';
import { once, type Typed, wholeNumber, withFormat, withStudy } from '../options.ts';
import { readSettings, settle } from '../run-settings.ts';
import { scenarioNamed } from '../scenario-named.ts';
import { longestLine, print, printJson } from '../terminal.ts';

interface ExplainArguments {
  readonly study: string;
  readonly scenario: string;
  readonly measure: string;
  readonly month?: Typed;
  readonly draw?: Typed;
  readonly depth?: Typed;
  readonly against?: Typed;
  readonly by?: GroupBy | undefined;
  readonly together?: Typed;
  readonly draws?: Typed;
  readonly workers?: Typed;
  readonly format: Format;
}

type Scenario = Study['scenarios'][number];

const DEPTH = 3;

function monthOf(typed: Typed): { readonly text: string; readonly months: number } | null {
  const text = once('month', typed);
  if (text === undefined) return null;
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year === undefined || month === undefined) {
    throw new UsageError(`--month is written 2027-04, not "${text}"`);
  }
  return { text, months: Number(year) * 12 + Number(month) - 1 };
}

/** Finds the step that a month lies in. */
function stepOf({ clock }: Study, typed: Typed): number | null {
  const asked = monthOf(typed);
  if (asked === null) return null;
  const { text, months } = asked;
  const step = Math.floor((months - clock.start) / clock.stepMonths);
  if (step >= 0 && step < clock.steps) return step;
  throw new UsageError(`--month ${text} lies outside the horizon of the study`);
}

/** Draws count from 1, as in the workbook, in files of draws and in the messages of a run. */
function drawOf({ draws }: Study, typed: Typed): number | null {
  return wholeNumber('draw', typed, [1, draws]) ?? null;
}

function depthOf({ depth }: ExplainArguments): number | undefined {
  return wholeNumber('depth', depth, [1, 100]);
}

/** Refuses what is wrong whatever the study says, before it is read. */
function checkForms(args: ExplainArguments): void {
  monthOf(args.month);
  depthOf(args);
}

/** Looking at one path and splitting a difference over all draws are two things. */
function checkTogether(args: ExplainArguments): void {
  const { against, month, draw, depth, draws, by, together } = args;
  const path = Object.entries({ month, draw, depth }).find(([, typed]) => typed !== undefined);
  const split = Object.entries({ draws, by, together }).find(([, typed]) => typed !== undefined);
  if (against !== undefined && path !== undefined) {
    throw new UsageError(
      `--${path[0]} looks at one path, and --against splits a mean over all draws`,
    );
  }
  if (against === undefined && split !== undefined) {
    throw new UsageError(`--${split[0]} goes with --against`);
  }
}

async function against(opened: ReadyStudy, to: Scenario, args: ExplainArguments): Promise<void> {
  const { study } = opened.ready;
  const name = once('against', args.against)!;
  const from = scenarioNamed(
    opened,
    name === 'baseline' ? study.baseline : name,
    study.validationScenarios,
  );
  const { draws, workers } = args;
  const settings = readSettings({ study: args.study, draws, workers, format: args.format });
  const pair = {
    from,
    to,
    groupOf: groupingOf(opened, args.by, args.together),
    workers: settings.workers,
  };
  const chosen = settle(opened, settings);
  await explainAgainst(opened, chosen, pair, args.measure, args.format);
}

async function explain(args: ExplainArguments): Promise<void> {
  checkTogether(args);
  checkForms(args);
  await refuseEarly([args.study], args);
  const opened = await openReadyStudy(args.study, args.format);
  const { ready } = opened;
  const scenario = scenarioNamed(opened, args.scenario, ready.study.validationScenarios);
  checkMeasure(opened, args.measure);
  if (args.against !== undefined) await against(opened, scenario, args);
  else followBack(opened, scenario, args);
}

function followBack(opened: ReadyStudy, scenario: Scenario, args: ExplainArguments): void {
  const { engine, ready } = opened;
  const request = {
    scenario,
    measure: args.measure,
    step: stepOf(ready.study, args.month),
    draw: drawOf(ready.study, args.draw),
    depth: depthOf(args) ?? DEPTH,
  };
  try {
    const explanation = engine.explain(ready.study, request);
    if (args.format === 'json') printJson(explanation);
    else print(explanationText(explanation, longestLine(process.stdout)));
  } catch (error) {
    if (error instanceof engine.ProblemError) throw new StudyProblems(opened, error.problems);
    throw error;
  }
}

function withPath<T>(yargs: Argv<T>) {
  return yargs
    .option('month', {
      type: 'string',
      requiresArg: true,
      describe: 'Month to look at [default: the one that the measure comes from, or the last]',
    })
    .option('draw', {
      type: 'string',
      requiresArg: true,
      describe: 'Draw to look at, from 1 as on the sheet Draws [default: the central path]',
    })
    .option('depth', {
      type: 'string',
      requiresArg: true,
      describe: `Levels to follow [default: ${DEPTH}]`,
    });
}

function withPair<T>(yargs: Argv<T>) {
  return yargs
    .option('against', {
      type: 'string',
      requiresArg: true,
      describe: 'Split the difference from this scenario (or `baseline`) among levers, by Shapley',
    })
    .option('by', {
      choices: GROUPS,
      requiresArg: true,
      describe: 'With --against: levers of a module together, or each alone [default: module]',
    })
    .option('together', {
      type: 'string',
      array: true,
      requiresArg: true,
      describe:
        'With --against: these levers (module.name,module.name) as one group; may be repeated',
    })
    .option('draws', {
      type: 'string',
      requiresArg: true,
      describe: 'With --against: draws instead of those in study.yaml',
    })
    .option('workers', {
      type: 'string',
      requiresArg: true,
      describe: 'With --against: threads [default: all cores]',
    });
}

/** Follows a number back to what it rests on, or splits a difference among what makes it. */
export const explainCommand: CommandModule<object, ExplainArguments> = {
  command: 'explain <study> <scenario> <measure>',
  describe: 'Follow a number back to its sources, or split a difference among levers',
  builder: (yargs) =>
    withPair(withPath(withFormat(withStudy(yargs))))
      .positional('scenario', { type: 'string', demandOption: true, describe: 'Whose number' })
      .positional('measure', { type: 'string', demandOption: true, describe: 'Which number' })
      .example('$0 explain korea-us-2025 no-deal gdp', 'From the loss of output to its sources')
      .example(
        '$0 explain korea-us-2025 package gdp --against no-deal',
        'Which offer makes how much of the difference',
      ),
  handler: explain,
};

import type { CommandModule } from 'yargs';
import { EXIT } from '../exit-code.ts';
import { countOf } from '../number-text.ts';
import { type Format, framesOf, type OpenStudy, openStudy } from '../open-study.ts';
import { withFormat, withStudy } from '../options.ts';
import { problemsAsAnnotations } from '../report-github.ts';
import { problemsAsSarif } from '../report-sarif.ts';
import { withReporter } from '../reporter.ts';
import { inOrder, problemsAsData } from '../show-problems.ts';
import { print, printJson } from '../terminal.ts';

interface CheckArguments {
  readonly study: string;
  readonly format: Format;
  readonly reporter: (typeof CHECK_REPORTERS)[number];
  readonly strict?: boolean | undefined;
}

const CHECK_REPORTERS = ['human', 'json', 'github', 'sarif'] as const;

/** Counts what a study holds. */
function contents({ checked }: OpenStudy) {
  if (checked.ready === null) return null;
  const { study, program } = checked.ready;
  const { modules } = study.model;
  const sum = (list: (module: (typeof modules)[number]) => readonly unknown[]) =>
    modules.reduce((total, module) => total + list(module).length, 0);
  return {
    modules: modules.length,
    levers: sum(({ levers }) => levers),
    assumptions: sum(({ assumptions }) => assumptions),
    shocks: sum(({ shocks }) => shocks),
    equations: sum(({ equations }) => equations),
    expanded: program.model.equations.length,
    checks: sum(({ checks }) => checks),
    sources: study.sources.length,
    scenarios: study.scenarios.length,
    measures: study.measures.length,
    validations: study.validations.length,
    tests: study.tests.length,
    steps: study.clock.steps,
    draws: study.draws,
  };
}

function inWords(study: OpenStudy): string {
  const held = contents(study);
  if (held === null) return '';
  const parts = [
    countOf(held.scenarios, 'scenario'),
    countOf(held.measures, 'measure'),
    countOf(held.modules, 'module'),
    countOf(held.levers, 'lever'),
    countOf(held.assumptions, 'assumption'),
    countOf(held.shocks, 'shock'),
    held.expanded === held.equations
      ? countOf(held.equations, 'equation')
      : `${countOf(held.equations, 'equation')} (${held.expanded} with their elements)`,
    countOf(held.tests, 'model test'),
    countOf(held.sources, 'source'),
    ...(held.validations > 0 ? [countOf(held.validations, 'published estimate')] : []),
  ];
  return `${study.name}: ${parts.join(', ')}`;
}

async function check(args: CheckArguments): Promise<void> {
  const { study: argument, format, reporter } = args;
  const study = await openStudy(argument);
  const { problems, ready } = study.checked;
  const isStrict = args.strict === true && problems.length > 0;
  if (ready === null || isStrict) process.exitCode = EXIT.filesWrong;
  if (format === 'json' || reporter === 'json') {
    printJson({ folder: study.folder, ...problemsAsData(problems), contents: contents(study) });
    return;
  }
  if (reporter === 'sarif' || reporter === 'github') {
    const write = reporter === 'sarif' ? problemsAsSarif : problemsAsAnnotations;
    const text = write(inOrder(problems), study.folder);
    if (text !== '') print(text);
    return;
  }
  const frames = framesOf(study, problems, process.stdout);
  const strictly = isStrict ? ' With --strict, warnings fail too.' : '';
  const verdict = ready === null ? '' : `${inWords(study)}. No errors.${strictly}`;
  print([frames, verdict].filter((part) => part !== '').join('\n\n'));
}

/** Finds what is wrong with the files of a study. */
export const checkCommand: CommandModule<object, CheckArguments> = {
  command: 'check <study>',
  describe: 'Find every mistake in the files of a study, without running it',
  builder: (yargs) =>
    withReporter(withFormat(withStudy(yargs)), CHECK_REPORTERS)
      .option('strict', { type: 'boolean', describe: 'Exit with 1 where there are warnings too' })
      .example('$0 check korea-us-2025', 'All problems, each with its place and what to do')
      .example('$0 check my-study --format json', 'The same for an editor')
      .example('$0 check my-study --reporter sarif > check.sarif', 'For code scanning'),
  handler: check,
};

import type { CommandModule } from 'yargs';
import { type Format, openReadyStudy } from '../open-study.ts';
import { withFormat, withStudy } from '../options.ts';
import { resolvedText } from '../resolved-text.ts';
import { scenarioNamed } from '../scenario-named.ts';
import { print, printJson } from '../terminal.ts';

interface ResolveArguments {
  readonly study: string;
  readonly scenario: string;
  readonly format: Format;
}

async function resolve(args: ResolveArguments): Promise<void> {
  const study = await openReadyStudy(args.study, args.format);
  const { validationScenarios } = study.ready.study;
  const scenario = scenarioNamed(study, args.scenario, validationScenarios);
  const resolved = study.engine.resolveScenario(study.ready.study, scenario);
  if (args.format === 'json') printJson(resolved);
  else print(resolvedText(resolved));
}

/** Prints what a scenario comes to. */
export const resolveCommand: CommandModule<object, ResolveArguments> = {
  command: 'resolve <study> <scenario>',
  describe: 'Print every lever of a scenario, and which file and line set it',
  builder: (yargs) =>
    withFormat(withStudy(yargs))
      .positional('scenario', {
        type: 'string',
        demandOption: true,
        describe: 'Name of the scenario',
      })
      .example('$0 resolve korea-us-2025 package', 'What three offers come to together'),
  handler: resolve,
};

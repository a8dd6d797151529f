import { join } from 'node:path';
import type { CommandModule } from 'yargs';
import { openReadyStudy } from '../open-study.ts';
import { withStudy } from '../options.ts';
import { print } from '../terminal.ts';
import { writeFileWhole } from '../write-file.ts';

interface SchemaArguments {
  readonly study: string;
}

/** Scenario files stand in the folder itself; also those that study.yaml does not list may be extended. */
function scenarioNames(files: Iterable<string>): readonly string[] {
  return [...files].flatMap((file) => {
    const name = /^([^/]+)\.yaml$/.exec(file)?.[1];
    return name === undefined || name === 'study' || name === 'sources' ? [] : [name];
  });
}

async function schema({ study: argument }: SchemaArguments): Promise<void> {
  const { engine, ready, checked, folder } = await openReadyStudy(argument, 'text');
  const names = scenarioNames(checked.files.keys());
  for (const [name, content] of engine.writeSchemas(ready.study.model, names)) {
    const path = join(folder, '.parley', `${name}.schema.json`);
    writeFileWhole(path, [new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)]);
    print(path);
  }
  print('\nEditors find the schema of a scenario by its first line:');
  print('# yaml-language-server: $schema=./.parley/scenario.schema.json');
}

/** Writes the JSON Schemas of a study's files. */
export const schemaCommand: CommandModule<object, SchemaArguments> = {
  command: 'schema <study>',
  describe: 'Write JSON Schemas to STUDY/.parley, for completion in an editor',
  builder: (yargs) =>
    withStudy(yargs).example('$0 schema korea-us-2025', 'Again after every change of the levers'),
  handler: schema,
};

import type { Problem } from '../engine/index.ts';
import { packageVersion } from './package-folder.ts';
import { joinPath } from './show-problem.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** A path as part of an address: spaces and letters of other scripts are encoded. */
function uriOf(folder: string, file: string): string {
  return joinPath(folder, file).replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}

function resultOf({ severity, code, message, position, hint }: Problem, folder: string) {
  const { file, line, column, length } = position;
  const region = { startLine: line, startColumn: column, endColumn: column + Math.max(1, length) };
  return {
    ruleId: code,
    level: severity,
    message: { text: hint === undefined ? message : `${message}. Help: ${hint}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(folder, file) }, region } }],
  };
}

/**
 * Writes problems for code scanning.
 *
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0; columns count UTF-16 code units, as ours do.
 */
export function problemsAsSarif(problems: readonly Problem[], folder: string): string {
  const rules = [...new Set(problems.map(({ code }) => code))].sort().map((id) => ({ id }));
  const driver = { name: 'parley', version: packageVersion(), rules };
  const results = problems.map((problem) => resultOf(problem, folder));
  const runs = [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }];
  return JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs }, null, 2);
}

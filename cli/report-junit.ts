/** One case of a report; it passed where there are no failures. */
export interface JunitCase {
  readonly group: string;
  readonly name: string;
  readonly failures: readonly string[];
}

/** Characters that XML 1.0 has no way to write, or that nobody sees, are replaced, whatever a name holds. */
const FORBIDDEN = /[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

function inXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"'\n\r\t]/g, (letter) => ENTITIES[letter]!);
}

function caseLines({ group, name, failures }: JunitCase): readonly string[] {
  const head = `    <testcase classname="${inXml(group)}" name="${inXml(name)}"`;
  if (failures.length === 0) return [`${head}/>`];
  const inner = failures.map((text) => `      <failure message="${inXml(text)}"/>`);
  return [`${head}>`, ...inner, '    </testcase>'];
}

/** Writes cases as JUnit XML, which CI servers read; without times, so that equal results have equal bytes. */
export function junitReport(suite: string, cases: readonly JunitCase[]): string {
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  const counts = `tests="${cases.length}" failures="${failed}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${inXml(suite)}" ${counts}>`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

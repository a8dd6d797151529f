import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, number, type Sheet, text } from '../sheet.ts';

/** Holds enough to repeat the run to the bit. */
export function provenanceSheet(report: Report): Sheet {
  const { results, say } = report;
  const { provenance, study } = results;
  return layOut(
    {
      name: 'Provenance',
      title: 'How to repeat this run',
      about: 'No unit. The same files, seed, draws and versions give the same digest, bit for bit.',
      columns: [
        { from: 46, to: 70 },
        { from: 72, to: 90 },
      ],
      header: [text('What', 'header'), text('Value', 'header')],
      rows: [
        section('The run'),
        pair('Study', study.name),
        pair('As of', study.asOf),
        pair('Seed', provenance.seed),
        [text('Draws'), number(provenance.draws, 'plain-0', 'numberLeft')],
        pair('Sampling', provenance.sampling),
        pair('First step', study.steps[0] ?? ''),
        pair('Steps', `${study.steps.length} (one ${study.stepName} each)`),
        pair('Engine version', provenance.engineVersion),
        pair('Version of the numerics', provenance.numericsVersion),
        pair('Results digest (SHA-256)', provenance.digest, 'code'),
        section('Input files and their SHA-256, line ends as LF'),
        ...provenance.inputs.map((input) => pair(input.path, input.sha256, 'code')),
      ],
    },
    say,
  );
}

function section(title: string): Cell[] {
  return [text(title, 'section'), blank('section')];
}

function pair(label: string, value: string, style: 'cell' | 'code' = 'cell'): Cell[] {
  return [text(label), text(value, style)];
}

import { samplingLabel, stepLabel } from '../labels.ts';
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
      title: say('How to repeat this run'),
      about: say(
        'No unit. The same files, seed, draws and versions give the same digest, bit for bit.',
      ),
      columns: [
        { from: 46, to: 70 },
        { from: 72, to: 90 },
      ],
      isUpright: true,
      header: [text(say('What'), 'header'), text(say('Value'), 'header')],
      rows: [
        section(say('The run')),
        pair(say('Study'), study.name),
        pair(say('As of'), study.asOf),
        pair(say('Seed'), provenance.seed),
        [text(say('Draws')), number(provenance.draws, 'plain-0', 'numberLeft')],
        pair(say('Sampling'), samplingLabel(say, results)),
        pair(say('First step'), study.steps[0] ?? ''),
        pair(say('Steps'), stepsText(report)),
        pair(say('Engine version'), provenance.engineVersion),
        pair(say('Version of the numerics'), provenance.numericsVersion),
        pair(say('Results digest (SHA-256)'), provenance.digest, 'code'),
        section(say('Input files and their SHA-256, line ends as LF')),
        ...provenance.inputs.map((input) => pair(input.path, input.sha256, 'code')),
      ],
    },
    say,
  );
}

function stepsText({ results: { study }, say }: Report): string {
  const values = { count: study.steps.length, step: stepLabel(say, study) };
  return say('{count} (one {step} each)', values);
}

function section(title: string): Cell[] {
  return [text(title, 'section'), blank('section')];
}

function pair(label: string, value: string, style: 'cell' | 'code' = 'cell'): Cell[] {
  return [text(label), text(value, style)];
}

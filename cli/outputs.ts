import { extname, join } from 'node:path';
import type { Argv } from 'yargs';
import type { Language } from '../engine/index.ts';
import { UsageError } from './exit-code.ts';
import { once, type Typed } from './options.ts';

/** One row per file that a run can write: its option, its ending, and what it is called. */
const KINDS = {
  workbook: { option: 'out', endings: ['.xlsx'], noun: 'a workbook', hasUsual: false },
  page: { option: 'html', endings: ['.html'], noun: 'a page', hasUsual: true },
  markdown: { option: 'markdown', endings: ['.md'], noun: 'a Markdown text', hasUsual: true },
  draws: {
    option: 'draws-file',
    endings: ['.parquet', '.csv'],
    noun: 'a file of draws',
    hasUsual: false,
  },
} as const;

/** A kind of file that a run can write. */
export type OutputKind = keyof typeof KINDS;

const ALL = Object.keys(KINDS) as OutputKind[];

/** What stands on the command line about outputs. */
export type OutputArguments = {
  readonly [Option in (typeof KINDS)[OutputKind]['option']]?: Typed;
};

/** The outputs that are asked for, with the file of each; "" for the usual one. */
export type AskedOutputs = ReadonlyMap<OutputKind, string>;

/** Where a run writes what in one language; `-` is the standard output. */
export type Outputs = ReadonlyMap<OutputKind, string>;

/** The same for every language, the first of which has what is the same in all. */
export type OutputsByLanguage = ReadonlyMap<Language, Outputs>;

/** In the place of a file: the standard output. */
export const STDOUT = '-';

/** Adds the options that name outputs. */
export function withOutputs<T>(yargs: Argv<T>) {
  return yargs
    .option('out', {
      type: 'string',
      requiresArg: true,
      describe:
        'Workbook to write [default: out/STUDY.xlsx; out/STUDY+SCENARIO.xlsx of some scenarios; out/STUDY-preview.xlsx with other draws or seed]',
    })
    .option('html', {
      type: 'string',
      describe:
        'Also write all of it as one HTML page [default file: the name of the workbook, with .html]',
    })
    .option('markdown', {
      type: 'string',
      describe:
        'Also write a summary for a pull request [default file: the name of the workbook, with .md]; - prints it instead of the table',
    })
    .option('draws-file', {
      type: 'string',
      requiresArg: true,
      describe:
        'Also write every draw for pandas, R or DuckDB, to a file that ends in .parquet or .csv',
    });
}

/**
 * Reads which outputs are asked for; the workbook always is.
 *
 * Errors: UsageError where a file has the ending of something else.
 */
export function readOutputs(args: OutputArguments): AskedOutputs {
  const asked = new Map<OutputKind, string>([['workbook', '']]);
  for (const kind of ALL) {
    const { option, endings, noun, hasUsual } = KINDS[kind];
    const file = once(option, args[option]);
    if (file === undefined) continue;
    const isPrinted = file === STDOUT && kind === 'markdown';
    const isUsual = file === '' && hasUsual;
    const isOfKind = endings.some((ending) => ending === extname(file));
    if (!isPrinted && !isUsual && !isOfKind) {
      throw new UsageError(
        `--${option} names ${noun}, a file that ends in ${endings.join(' or ')}, not "${file}"`,
      );
    }
    asked.set(kind, file);
  }
  return asked;
}

/**
 * Gives each output its file: where none is named, the workbook is in out/ and named after the study, and the others
 * have the name of the workbook. What is in another language than the study's own has its code before the ending, so
 * that runs in two languages never share a file; a file that is named for one language alone is taken as it is. Draws
 * are the same in all.
 */
export function placeOutputs(
  asked: AskedOutputs,
  study: { readonly name: string; readonly language: Language },
  languages: readonly Language[],
): OutputsByLanguage {
  const workbook =
    asked.get('workbook') || join('out', `${study.name}${KINDS.workbook.endings[0]}`);
  const stem = workbook.slice(0, -extname(workbook).length);
  const filesIn = (language: Language) =>
    [...asked].map(([kind, file]) => {
      const isOnly = (file || asked.get('workbook')) !== '' && languages.length === 1;
      const isPlain = isOnly || kind === 'draws' || language === study.language;
      const whole = file || `${stem}${KINDS[kind].endings[0]}`;
      return [kind, isPlain ? whole : inLanguage(whole, language)] as const;
    });
  return new Map(
    languages.map((language, at) => {
      const files = filesIn(language).filter(([kind]) => at === 0 || kind !== 'draws');
      return [language, new Map(files)] as const;
    }),
  );
}

function inLanguage(file: string, language: Language): string {
  return file === STDOUT ? file : file.replace(/\.\w+$/, (ending) => `.${language}${ending}`);
}

/** Gives the outputs of the first language. */
export function firstOf(outputs: OutputsByLanguage): Outputs {
  return [...outputs.values()][0]!;
}

/** Gives the draws a file beside the workbook, where the workbook cannot hold them and no other file was asked for. */
export function withDrawsFile(outputs: OutputsByLanguage): OutputsByLanguage {
  const [language, first] = [...outputs][0]!;
  if (first.has('draws')) return outputs;
  const workbooks = [...outputs.values()].map((kinds) => kinds.get('workbook')!);
  // the one without the code of a language, where there is one
  const workbook = workbooks.reduce((a, b) => (b.length < a.length ? b : a));
  const file = `${workbook.slice(0, -extname(workbook).length)}-draws${KINDS.draws.endings[0]}`;
  return new Map([...outputs, [language, new Map([...first, ['draws', file]])]]);
}

/** Lists the files among the outputs. */
export function filesAmong(outputs: OutputsByLanguage): string[] {
  const files = [...outputs.values()].flatMap((kinds) => [...kinds.values()]);
  return files.filter((file) => file !== STDOUT);
}

/** Explains how an argument came to be missing: an output whose file may be left out took it for that. */
export function takenAsFile(words: readonly string[]): string {
  for (const { option, endings } of [KINDS.page, KINDS.markdown]) {
    const taken = words[words.indexOf(`--${option}`) + 1];
    if (!words.includes(`--${option}`) || taken === undefined) continue;
    if (!taken.startsWith('-') && extname(taken) !== endings[0]) {
      return `: --${option} took "${taken}" for its file; write the study before it`;
    }
  }
  return '';
}

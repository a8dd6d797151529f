import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether LibreOffice computes formulas when it opens a file; by default it shows what is cached. */
export type OnLoad = 'recalculate' | 'default';

/** What LibreOffice reads when it starts: always compute again (0), rather than ask or never (1, 2). */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
`;

const XLSX = 'xlsx:Calc MS Excel 2007 XML';
const LONGEST = 300_000;

/**
 * Opens a workbook in LibreOffice and saves it again as a workbook.
 * Errors: throws where LibreOffice is not installed, cannot read it, or takes over five minutes.
 */
export async function throughLibreOffice(
  workbook: Uint8Array,
  onLoad: OnLoad,
): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    await convert(folder, workbook, onLoad, XLSX);
    return new Uint8Array(readFileSync(join(folder, 'out', 'workbook.xlsx')));
  });
}

/** Draws every printed page of a workbook as a PNG, to look at. Errors: as above, and without pdftoppm. */
export async function renderPages(workbook: Uint8Array, dotsPerInch = 80): Promise<Uint8Array[]> {
  const pdftoppm = found('pdftoppm', 'poppler-utils');
  return inFolder(async (folder) => {
    await convert(folder, workbook, 'default', 'pdf');
    const out = join(folder, 'out');
    const pdf = join(out, 'workbook.pdf');
    execFileSync(pdftoppm, ['-r', String(dotsPerInch), '-png', pdf, join(out, 'page')]);
    const pages = readdirSync(out).filter((name) => name.endsWith('.png'));
    return pages.sort().map((name) => new Uint8Array(readFileSync(join(out, name))));
  });
}

async function inFolder<Made>(work: (folder: string) => Promise<Made>): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-office-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs LibreOffice with a profile of its own: runs that share one wait for each other, or fail. */
async function convert(
  folder: string,
  workbook: Uint8Array,
  onLoad: OnLoad,
  format: string,
): Promise<void> {
  const office = found('soffice', 'libreoffice-calc');
  const file = join(folder, 'workbook.xlsx');
  writeFileSync(file, workbook);
  const settings = join(folder, 'profile', 'user');
  mkdirSync(settings, { recursive: true });
  if (onLoad === 'recalculate') {
    writeFileSync(join(settings, 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  }
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const task = ['--convert-to', format, '--outdir', join(folder, 'out'), file];
  const said = await run(office, [profile, '--headless', '--norestore', ...task]);
  const made = readdirSync(folder).includes('out') && readdirSync(join(folder, 'out')).length > 0;
  if (!made) throw new Error(`LibreOffice made nothing of the workbook: ${said}`);
}

/** Runs in a process group of its own, so that LibreOffice's children end with it. */
function run(file: string, words: readonly string[]): Promise<string> {
  return new Promise((settle, fail) => {
    const child = spawn(file, words, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), LONGEST);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) settle(said);
      else fail(new Error(`LibreOffice ended with ${code ?? signal}: ${said}`));
    });
  });
}

/** Finds a program on the PATH. */
function found(program: string, packageName: string): string {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
  } catch {
    throw new Error(
      `This test needs ${program}: apt-get install ${packageName}, or see CONTRIBUTING.md`,
    );
  }
}

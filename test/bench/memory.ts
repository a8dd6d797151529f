import { checkMemory } from '../../cli/memory-need.ts';
import { readStudyFolder } from '../../cli/read-study.ts';
import { checkStudy, runStudy, withSettings } from '../../engine/index.ts';

const MEGABYTE = 1024 ** 2;

function show(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}

function peak(): string {
  return show(process.resourceUsage().maxRSS * 1024);
}

/**
 * Measures the memory of a run, without its report, beside what is said of it before it begins:
 * `npx tsc -p test/bench/tsconfig.json && node out/bench/test/bench/memory.js STUDY DRAWS WORKERS`.
 */
async function measure(folder: string, draws: number, workers: number): Promise<void> {
  const checked = checkStudy(readStudyFolder(folder), null, 'run');
  const ready = checked.ready!;
  const study = withSettings(ready.study, { draws });
  const said = checkMemory(study, ready.program);
  process.stdout.write(`${peak()} once the study is read; ${show(said)} expected\n`);
  let last = '';
  const onProgress = (done: number, all: number) => {
    if (peak() !== last) process.stdout.write(`${peak()} at most after ${done} of ${all}\n`);
    last = peak();
  };
  const options = { name: 'study', engineVersion: '0', workers, onProgress };
  await runStudy({ ...checked, ready: { ...ready, study } }, options);
  process.stdout.write(`${peak()} at most in the end\n`);
}

const [folder = 'scenarios/korea-us-2025', draws = '10000', workers = '2'] = process.argv.slice(2);
await measure(folder, Number(draws), Number(workers));

import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { readStudyFolder } from '../../cli/read-study.ts';
import type { Problem } from '../../engine/problem.ts';
import { Guard, type Trial } from './guard.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';

/** `npm run fuzz` asks for more. */
const MUTANTS = Number(process.env.FUZZ_MUTANTS ?? 5000);
const SEED = Number(process.env.FUZZ_SEED ?? 20250409);

/** In how many of a thousand mutants which study is followed how far: large ones mostly file by file. */
const SHARES: readonly (readonly [study: string, depth: Trial['depth'], share: number])[] = [
  ['test/slips/study', 'all', 350],
  ['scenarios/first-steps', 'all', 250],
  ['scenarios/ustr-formula', 'file', 60],
  ['scenarios/gsim', 'file', 80],
  ['scenarios/armington-ge', 'file', 80],
  ['scenarios/korea-us-2025', 'file', 174],
  ['scenarios/armington-ge', 'run', 3],
  ['scenarios/gsim', 'run', 1],
  ['scenarios/ustr-formula', 'run', 1],
  ['scenarios/korea-us-2025', 'run', 1],
];

const SPREAD = SHARES.flatMap(([study, depth, share]) =>
  Array.from({ length: share }, () => ({ study, depth })),
);
const STUDIES = new Map(SHARES.map(([study]) => [study, readStudyFolder(study)] as const));

function nextTrial(random: Random): Trial & { readonly kind: string } {
  const { study, depth } = random.of(SPREAD);
  const files = STUDIES.get(study)!;
  const file = random.of([...files.keys()]);
  return { study, depth, file, ...mutate(files.get(file)!, random) };
}

/** What a decoder makes of the bytes, as positions count it. */
function linesOf(bytes: Uint8Array): readonly string[] {
  return new TextDecoder('utf-8').decode(bytes).split('\n');
}

/** Finds what is wrong with a problem: it stands outside its file, or says what no user understands. */
function faultOf(problem: Problem, { study, file, bytes }: Trial): string | undefined {
  const { position, message, hint = '' } = problem;
  const own = position.file === file ? bytes : STUDIES.get(study)!.get(position.file);
  const line = own === undefined ? undefined : linesOf(own)[position.line - 1];
  if (line === undefined) return 'a place outside the files';
  if (position.column < 1 || position.column > line.length + 1) return 'a place outside its line';
  const odd =
    /\[object|\bNaN\b(?! was| is none| at step)|undefined|node_modules|\bat \w+ \(|file:\/\//;
  const quoted = `${message} ${hint}`.replaceAll(/"[^"]*"/gs, '');
  return odd.test(quoted) && !odd.test(line) ? `odd words: ${quoted}` : undefined;
}

async function faultsOf(guard: Guard, trial: Trial): Promise<readonly string[]> {
  const answer = await guard.ask(trial);
  if ('thrown' in answer) return [answer.thrown];
  if ('died' in answer) return [answer.died];
  return answer.problems.flatMap((problem) => faultOf(problem, trial) ?? []);
}

describe('mutated files of all studies', () => {
  const guard = new Guard();
  afterAll(() => guard.close());

  it(
    'are read, or refused at a place in them: nothing is thrown, aborted or endless',
    async () => {
      const random = new Random(SEED);
      const seen = new Set<string>();
      const found: string[] = [];
      for (let made = 0; made < MUTANTS; made++) {
        const trial = nextTrial(random);
        const key = createHash('sha256')
          .update(trial.study + trial.file)
          .update(trial.bytes);
        const digest = key.digest('base64');
        if (seen.has(digest)) continue;
        seen.add(digest);
        const [fault] = await faultsOf(guard, trial);
        if (fault === undefined) continue;
        const text = Buffer.from(trial.bytes).toString('utf8').slice(0, 2000);
        found.push(
          `mutant ${made}, ${trial.kind} of ${trial.study}/${trial.file}: ${fault}\n${text}`,
        );
        if (found.length === 5) break;
      }
      expect(found).toEqual([]);
      // A generator that repeats itself would test nothing.
      expect(seen.size).toBeGreaterThan(MUTANTS * 0.9);
    },
    Math.max(600_000, MUTANTS * 100),
  );

  // The library's composer recurses: the third deep file of a young process can abort it.
  it.each([
    ['brackets', '[', 20_000],
    ['braces', '{a: ', 20_000],
    ['list marks', '- ', 20_000],
    ['question marks', '? ', 20_000],
    ['lines of brackets', '[\n', 20_000],
    ['quotes in brackets', '["', 20_000],
    ['anchors in brackets', '[&a ', 20_000],
  ])('nested 20,000 times by %s do not abort a young process', async (_, piece, times) => {
    guard.close();
    const bytes = Uint8Array.from(Buffer.from(piece.repeat(times)));
    for (let again = 0; again < 5; again++) {
      const trial = { study: '', file: 'a.yaml', bytes, depth: 'file' } as const;
      const answer = await guard.ask(trial);
      expect(answer).toHaveProperty('problems');
      expect('problems' in answer && answer.problems.length).toBeGreaterThan(0);
    }
  });
});

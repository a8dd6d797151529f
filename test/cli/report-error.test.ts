import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../cli/exit-code.ts';
import { InputError } from '../../cli/file-error.ts';
import { checkMemory } from '../../cli/memory-need.ts';
import { readStudyFolder } from '../../cli/read-study.ts';
import { reportError } from '../../cli/report-error.ts';
import { checkStudy } from '../../engine/index.ts';

const STYLE = { format: 'text', debug: false, command: 'run' } as const;

/** Reports an error and gives what was said. */
function reported(error: unknown, style: Parameters<typeof reportError>[1] = STYLE) {
  let said = '';
  vi.stubEnv('NO_COLOR', '1');
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  return { code: reportError(error, style), said };
}

afterEach(() => void vi.restoreAllMocks());
afterEach(() => void vi.unstubAllEnvs());

describe('reportError', () => {
  it('points to the help of the command after a usage error', () => {
    expect(reported(new UsageError('no'))).toEqual({
      code: 64,
      said: 'error: no\n\nSee: parley run --help\n',
    });
    expect(reported(new UsageError('no'), { ...STYLE, command: '' }).said).toContain(
      'See: parley --help\n',
    );
  });

  it('says in one line what could not be read', () => {
    expect(reported(new InputError('cannot read a'))).toEqual({
      code: 74,
      said: 'error: cannot read a\n',
    });
  });

  it('asks for a report of a bug, with the stack only where it is asked for', () => {
    const bug = new TypeError('x is not a function');
    const short = reported(bug);
    expect(short.code).toBe(70);
    expect(short.said).toMatch(
      /^error: x is not a function\n\nThis is a bug in parley.*Please report it/,
    );
    expect(short.said).not.toContain('at ');
    expect(reported(bug, { ...STYLE, debug: true }).said).toContain('report-error.test.ts');
    expect(reported('a text').code).toBe(70);
  });

  it('tells a lack of memory from a bug', () => {
    expect(reported(new RangeError('Array buffer allocation failed')).code).toBe(74);
    expect(reported(Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })).code).toBe(
      74,
    );
    const inThread = new Error('package: a thread failed', {
      cause: Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }),
    });
    expect(reported(inThread)).toEqual({
      code: 74,
      said: 'error: there is not enough memory for this run; use fewer draws (package: a thread failed)\n',
    });
    expect(reported(new RangeError('precision out of range')).code).toBe(70);
  });
});

describe('checkMemory', () => {
  const { study, program } = checkStudy(readStudyFolder('scenarios/first-steps')).ready!;

  it('refuses what cannot fit, and says what would', () => {
    expect(checkMemory(study, program, 1e9)).toBeGreaterThan(2.6e8);
    const many = { ...study, draws: 1_000_000 };
    expect(() => checkMemory(many, program, 2.8e8)).toThrow(UsageError);
    expect(() => checkMemory(many, program, 2.8e8)).toThrow(
      /^1,000,000 draws need about 0\.\d GB of memory, and there are 0\.3 GB; at most \d+,000 draws fit: ask for fewer with --draws$/,
    );
    expect(() => checkMemory(many, program, 1e6)).toThrow(
      /at most 0 draws fit: ask for fewer with --draws$/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { checkStudy } from '../../../engine/check.ts';
import { ATTACKS } from '../../support/attacks.ts';
import { slipStudy } from '../../support/slips.ts';

const FORMULA = '"henry_hub + if(landed, freight, 0)"';
const GLOBALS = Reflect.ownKeys(globalThis).length;
const PROTOTYPE = Reflect.ownKeys(Object.prototype).length;

function check(formula: string) {
  const files = new Map(slipStudy());
  const text = Buffer.from(files.get('model/gas.yaml')!).toString('utf8');
  files.set('model/gas.yaml', Buffer.from(text.replace(FORMULA, () => JSON.stringify(formula))));
  return checkStudy(files, null, 'run');
}

describe('a formula that reaches for more than arithmetic', () => {
  it.each(ATTACKS.map((attack) => [attack]))('is refused: %s', (attack) => {
    const { ready, problems } = check(attack);
    expect(ready).toBeNull();
    expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(problems[0]!.position.file).toBe('model/gas.yaml');
    expect(problems[0]!.position.line).toBe(12);
  });

  it('leaves nothing behind', () => {
    expect(Reflect.ownKeys(globalThis).length).toBe(GLOBALS);
    expect(Reflect.ownKeys(Object.prototype).length).toBe(PROTOTYPE);
  });

  it('comes in many forms', () => {
    expect(new Set(ATTACKS).size).toBeGreaterThanOrEqual(200);
  });
});

import { describe, expect, test } from 'vitest';
import type { Body } from '../../../engine/wasm/body.ts';
import type { Label, Value } from '../../../engine/wasm/code.ts';
import { ModuleWriter } from '../../../engine/wasm/module-writer.ts';
import { f64, i32 } from '../../../engine/wasm/scalar.ts';
import { f64x2, i64x2, v128 } from '../../../engine/wasm/vectors.ts';
import { instantiate } from './run-step.ts';

type Numbers = (...operands: readonly number[]) => number;

function functionOf(module: ModuleWriter, imports?: WebAssembly.Imports): Numbers {
  return instantiate(module, imports).run as Numbers;
}

/** Compiles a function of doubles. */
function compiled(
  count: number,
  write: (body: Body, ...operands: readonly Value<'f64'>[]) => Value<'f64'>,
): Numbers {
  const module = new ModuleWriter();
  const takes = Array.from({ length: count }, () => 'f64' as const);
  const run = module.define('run', takes, ['f64'], (body, ...operands) => [
    write(body, ...operands),
  ]);
  module.export(run);
  return functionOf(module);
}

describe('values and locals', () => {
  test('operands go to instructions in their order', () => {
    expect(compiled(2, (_, a, b) => f64.subtract(a!, f64.divide(b!, a!)))(4, 2)).toBe(3.5);
  });

  test('what is kept is computed once and may be used often', () => {
    const run = compiled(1, (body, x) => {
      const square = body.let(f64.multiply(x!, x!));
      return f64.add(square, square);
    });
    expect(run(3)).toBe(18);
  });

  test('locals of several types stand in any order', () => {
    const run = compiled(1, (body, x) => {
      const whole = body.let(i32.ofDouble(x!));
      const pair = body.let(f64x2.splat(x!));
      const next = body.let(i32.add(whole, i32.constant(-300)));
      const sum = body.let(f64x2.add(pair, body.number(0.5)));
      return f64.add(f64.ofInteger(next), f64x2.second(sum));
    });
    expect(run(7)).toBe(-293 + 7.5);
  });

  test('what is declared in a scope makes room for what follows', () => {
    const run = compiled(1, (body, x) => {
      let sum = body.let(f64x2.splat(x!));
      for (let at = 0; at < 30_000; at++) {
        const before = sum;
        [sum = before] = body.scope(() => {
          const one = body.let(f64x2.splat(f64.constant(1)));
          const more = body.let(f64x2.add(before, one));
          return [f64x2.multiply(more, one)];
        });
      }
      return f64x2.first(sum);
    });
    expect(run(0.5)).toBe(30_000.5);
  });

  test('a sum of twenty thousand terms is no deeper than the writer can go', () => {
    const run = compiled(1, (_, x) => {
      let sum = x!;
      for (let at = 0; at < 20_000; at++) sum = f64.add(sum, f64.constant(1));
      return sum;
    });
    expect(run(0.5)).toBe(20_000.5);
  });

  test('numbers keep their bits', () => {
    for (const value of [-0, 5e-324, Number.MAX_VALUE, -Infinity, NaN, Math.PI]) {
      expect(compiled(0, () => f64.constant(value))()).toBe(value);
      expect(compiled(0, (body) => f64x2.first(body.number(value)))()).toBe(value);
      expect(compiled(0, (body) => f64x2.second(body.number(value)))()).toBe(value);
    }
    const one = compiled(0, (body) => f64x2.first(body.bits(0x3ff0000000000000n)));
    expect(one()).toBe(1);
  });
});

describe('control', () => {
  test('an if takes one of its arms', () => {
    const run = compiled(2, (body, a, b) => {
      const larger = body.variable('f64');
      body.if(
        f64.less(a!, b!),
        () => body.set(larger, b!),
        () => body.set(larger, a!),
      );
      return larger.value;
    });
    expect([run(1, 2), run(2, 1)]).toEqual([2, 2]);
  });

  test('loops go on and blocks are left, from inside each other', () => {
    const run = compiled(1, (body, limit) => {
      const count = body.variable('f64');
      body.set(count, f64.constant(0));
      body.block((end) => {
        body.loop((head) => {
          body.set(count, f64.add(count.value, f64.constant(1)));
          body.branch(end, f64.greater(count.value, limit!));
          body.if(f64.less(count.value, f64.constant(1000)), () => body.branch(head));
        });
        body.set(count, f64.constant(-1));
      });
      return count.value;
    });
    expect([run(3), run(999), run(5000)]).toEqual([4, 1000, -1]);
  });
});

describe('functions', () => {
  test('a function returns several vectors to one that calls it', () => {
    const module = new ModuleWriter();
    const swap = module.define('swap', ['v128', 'v128'], ['v128', 'v128'], (_, a, b) => [b, a]);
    const run = module.define('run', ['f64', 'f64'], ['f64'], (body, a, b) => {
      const [first, second] = body.call(swap, f64x2.splat(a), f64x2.splat(b));
      return [f64.subtract(f64x2.first(first), f64x2.second(second))];
    });
    module.export(run);
    expect(functionOf(module)(1, 10)).toBe(9);
  });

  test('imports are called, and work on the memory that they share', () => {
    const module = new ModuleWriter();
    module.importMemory('host', 'memory', 1);
    const double = module.importFunction('host', 'double', ['i32'], []);
    const run = module.define('run', ['f64'], ['f64'], (body, x) => {
      const address = i32.constant(64);
      body.do(f64.store(address, x, 8));
      body.call(double, address);
      return [f64.load(i32.constant(72))];
    });
    module.export(run);
    const memory = new WebAssembly.Memory({ initial: 1 });
    const doubles = new Float64Array(memory.buffer);
    const host = (address: number) => {
      doubles[address / 8 + 1]! *= 2;
    };
    expect(functionOf(module, { host: { memory, double: host } })(21)).toBe(42);
  });

  test('functions keep their names in stack traces', () => {
    const module = new ModuleWriter();
    const host = module.importFunction('host', 'fail', [], []);
    const run = module.define('the solve of trade', [], [], (body) => {
      body.call(host);
      return [];
    });
    module.export(run, 'run');
    const fail = () => {
      throw new Error('stop');
    };
    const trace = (): string => {
      try {
        functionOf(module, { host: { fail } })();
      } catch (error) {
        return (error as Error).stack ?? '';
      }
      return '';
    };
    expect(trace()).toContain('the solve of trade');
  });
});

describe('memory by lanes', () => {
  test('lanes are read and written one by one', () => {
    const module = new ModuleWriter();
    module.importMemory('host', 'memory', 1);
    const run = module.define('run', ['i32', 'i32'], [], (body, a, b) => {
      const pair = body.let(v128.loadSecond(b, v128.loadFirst(a)));
      const sum = body.let(f64x2.add(pair, v128.loadSplat(i32.constant(32))));
      body.do(v128.storeFirst(b, sum));
      body.do(v128.storeSecond(a, sum, 8));
      return [];
    });
    module.export(run);
    const memory = new WebAssembly.Memory({ initial: 1 });
    const doubles = new Float64Array(memory.buffer);
    doubles.set([1, 2, 3, 4, 100]);
    functionOf(module, { host: { memory } })(0, 16);
    expect([...doubles.subarray(0, 5)]).toEqual([1, 103, 101, 4, 100]);
  });

  test('masks and integers of 64 bits', () => {
    const run = compiled(2, (body, a, b) => {
      const pair = body.let(f64x2.withSecond(f64x2.splat(a!), b!));
      const isLarge = f64x2.greater(pair, body.number(10));
      return f64.ofInteger(i64x2.bitmask(isLarge));
    });
    expect([run(1, 2), run(11, 2), run(1, 12), run(11, 12)]).toEqual([0, 1, 2, 3]);
  });
});

describe('what is wrong is refused at once', () => {
  const module = new ModuleWriter();
  let stolen: Value<'f64'> | null = null;
  let closed: Label | null = null;
  const other = module.define('other', ['f64'], ['f64'], (body, x) => {
    stolen = body.let(x);
    body.block((label) => {
      closed = label;
    });
    return [x];
  });

  function defining(write: (body: Body, x: Value<'f64'>) => readonly Value[]): () => void {
    return () => {
      module.define('wrong', ['f64'], ['f64'], (body, x) => write(body, x) as [Value<'f64'>]);
    };
  }

  test.each([
    ['a local of another function', () => [stolen!], 'a local of another function'],
    [
      'too many results',
      (_: Body, x: Value<'f64'>) => [x, x],
      'results of wrong: (f64) are wanted',
    ],
    ['a result of another type', () => [i32.constant(0)], 'not (i32)'],
    [
      'a branch out of nowhere',
      (body: Body, x: Value<'f64'>) => {
        body.branch(closed!);
        return [x];
      },
      'a branch goes to a block that it does not stand in',
    ],
    [
      'an operand of another type',
      (_: Body, x: Value<'f64'>) => [f64.add(x, i32.constant(0) as Value as Value<'f64'>)],
      '(f64, f64) are wanted, not (f64, i32)',
    ],
    [
      'an operand too few',
      (body: Body) => body.call(other, ...([] as unknown as [Value<'f64'>])),
      'other: (f64) are wanted, not ()',
    ],
    [
      'a function of another module',
      (body: Body, x: Value<'f64'>) => {
        const stranger = new ModuleWriter().define('stranger', ['f64'], ['f64'], (_, y) => [y]);
        return body.call(stranger, x);
      },
      'stranger is no function of this module so far',
    ],
    [
      'a constant of another module',
      () => {
        let constant: Value<'v128'> | null = null;
        new ModuleWriter().define('stranger', [], [], (body) => {
          constant = body.number(1);
          return [];
        });
        return [f64x2.first(constant!)];
      },
      'a constant of another module',
    ],
    [
      'a local that is read before it is set',
      (body: Body) => {
        const late = body.variable('f64');
        const read = body.let(late.value);
        body.set(late, read);
        return [read];
      },
      'a local is read before it is set',
    ],
    [
      'a local whose scope is over',
      (body: Body, x: Value<'f64'>) => {
        let inner: Value<'f64'> = x;
        body.scope(() => {
          inner = body.let(f64.add(x, x));
          return [];
        });
        return [inner];
      },
      'a local is used outside of its scope',
    ],
    [
      'a variable set to another type',
      (body: Body, x: Value<'f64'>) => {
        body.set(body.variable('i32') as never, x);
        return [x];
      },
      'set: (i32) are wanted, not (f64)',
    ],
    [
      'a negative offset',
      (_: Body, _x: Value<'f64'>) => [f64.load(i32.constant(0), -8)],
      'no unsigned integer of 32 bits',
    ],
    [
      'too many locals',
      (body: Body, x: Value<'f64'>) => {
        for (let at = 0; at < 50_000; at++) body.let(x);
        return [x];
      },
      'more than 50000 locals at once',
    ],
  ] as const)('%s', (_, write, message) => {
    expect(defining(write as (body: Body, x: Value<'f64'>) => readonly Value[])).toThrow(message);
  });

  test('constants that do not fit', () => {
    expect(() => i32.constant(2 ** 31)).toThrow('no signed integer of 32 bits');
    expect(() => i32.constant(0.5)).toThrow('no signed integer of 32 bits');
    const bits = (value: bigint) => () =>
      new ModuleWriter().define('wrong', [], ['v128'], (body) => [body.bits(value)]);
    expect(bits(-1n)).toThrow('no unsigned integer of 64 bits');
    expect(bits(2n ** 64n)).toThrow('no unsigned integer of 64 bits');
  });

  test('an import after a definition, a second export of one name', () => {
    expect(() => module.importFunction('host', 'late', [], [])).toThrow('import of late after');
    module.export(other, 'run');
    expect(() => module.export(other, 'run')).toThrow('two exports are called run');
  });

  test('and none of it has spoilt the module', () => {
    expect(functionOf(module)(5)).toBe(5);
  });
});

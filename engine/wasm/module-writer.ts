import { Body } from './body.ts';
import { type Callee, checkTypes, type Type, type Value, type Values } from './code.ts';
import { Constants } from './constants.ts';
import { encodeFunction, TYPE_BYTES } from './encode.ts';
import { name, unsigned } from './leb128.ts';
import { Sink } from './sink.ts';

const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const VERSION = [1, 0, 0, 0];
const SECTIONS = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  global: 6,
  export: 7,
  code: 10,
} as const;
const KINDS = { function: 0, memory: 2 } as const;
const FUNCTION_TYPE = 0x60;
const FUNCTION_NAMES = 1;

type Bytes = readonly number[];

function list(items: readonly Bytes[]): number[] {
  return unsigned(items.length).concat(...items);
}

function sized(bytes: Bytes): number[] {
  return unsigned(bytes.length).concat(bytes);
}

function typeList(types: readonly Type[]): number[] {
  return list(types.map((type) => [TYPE_BYTES[type]]));
}

/** Writes a WebAssembly module: imports first, then functions, each after those that it calls. */
export class ModuleWriter {
  readonly #constants = new Constants();
  readonly #types = new Map<string, number>();
  readonly #typeBytes: Bytes[] = [];
  readonly #imports: Bytes[] = [];
  readonly #functions = new Map<Callee, number>();
  readonly #typeIndices: Bytes[] = [];
  readonly #exports = new Map<string, Bytes>();
  readonly #code: Uint8Array[] = [];

  #typeIndex({ takes, gives }: Callee): number[] {
    const bytes = [FUNCTION_TYPE, ...typeList(takes), ...typeList(gives)];
    const key = bytes.join();
    const known = this.#types.get(key) ?? this.#types.size;
    if (!this.#types.has(key)) this.#typeBytes.push(bytes);
    this.#types.set(key, known);
    return unsigned(known);
  }

  #indexOf(callee: Callee): number {
    const index = this.#functions.get(callee);
    if (index === undefined) throw new Error(`${callee.name} is no function of this module so far`);
    return index;
  }

  /** Lets the host bring the memory, of at least so many pages of 64 KiB. */
  importMemory(from: string, as: string, pages: number): void {
    this.#imports.push([...name(from), ...name(as), KINDS.memory, 0, ...unsigned(pages)]);
  }

  /**
   * Lets the host bring a function.
   *
   * Errors: throws once a function is defined, whose calls would then mean others.
   */
  importFunction<const T extends readonly Type[], const G extends readonly Type[]>(
    from: string,
    as: string,
    takes: T,
    gives: G,
  ): Callee<T, G> {
    if (this.#code.length > 0) throw new Error(`import of ${as} after a function was defined`);
    const callee = { name: as, takes, gives };
    const bytes = [...name(from), ...name(as), KINDS.function, ...this.#typeIndex(callee)];
    this.#imports.push(bytes);
    this.#functions.set(callee, this.#functions.size);
    return callee;
  }

  /**
   * Defines a function: `write` gets its body and parameters, and returns its results.
   *
   * Errors: throws on results of other types, and on locals, labels and functions that are not its own.
   */
  define<const T extends readonly Type[], const G extends readonly Type[]>(
    as: string,
    takes: T,
    gives: G,
    write: (body: Body, ...parameters: Values<T>) => Values<G>,
  ): Callee<T, G> {
    const callee = { name: as, takes, gives };
    const body = new Body(this.#constants);
    const parameters = takes.map((type) => body.variable(type));
    const values = parameters.map(({ value }) => value) as readonly Value[] as Values<T>;
    const results: readonly Value[] = write(body, ...values);
    checkTypes(`results of ${as}`, gives, results);
    const code = [body.code, ...results.map((result) => result.code)];
    const bytes = encodeFunction(code, {
      owner: body,
      parameters,
      functionIndex: (called) => this.#indexOf(called),
      constantIndex: (constant) => this.#constants.indexOf(constant),
    });
    this.#functions.set(callee, this.#functions.size);
    this.#typeIndices.push(this.#typeIndex(callee));
    this.#code.push(bytes);
    return callee;
  }

  /** Lets the host call a function. */
  export(callee: Callee, as = callee.name): void {
    if (this.#exports.has(as)) throw new Error(`two exports are called ${as}`);
    const bytes = [...name(as), KINDS.function, ...unsigned(this.#indexOf(callee))];
    this.#exports.set(as, bytes);
  }

  /** Names functions for profiles and stack traces. */
  #nameSection(): number[] {
    const names = [...this.#functions].map(([callee, at]) => [
      ...unsigned(at),
      ...name(callee.name),
    ]);
    return [...name('name'), FUNCTION_NAMES, ...sized(list(names))];
  }

  #codeSection(): Uint8Array {
    const sink = new Sink();
    sink.unsigned(this.#code.length);
    for (const code of this.#code) {
      sink.unsigned(code.length);
      sink.append(code);
    }
    return sink.written();
  }

  /** Gives the module as it stands in a `.wasm` file. */
  bytes(): Uint8Array<ArrayBuffer> {
    const sections = {
      type: list(this.#typeBytes),
      import: list(this.#imports),
      function: list(this.#typeIndices),
      global: list(this.#constants.globals()),
      export: list([...this.#exports.values()]),
      code: this.#codeSection(),
      custom: this.#nameSection(),
    };
    const sink = new Sink();
    sink.append([...MAGIC, ...VERSION]);
    for (const [kind, content] of Object.entries(sections)) {
      sink.byte(SECTIONS[kind as keyof typeof SECTIONS]);
      sink.unsigned(content.length);
      sink.append(content);
    }
    return sink.written().slice();
  }
}

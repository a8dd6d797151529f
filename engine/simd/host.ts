/** A compiled module: it may be handed to other threads. */
export interface Module {
  readonly isModule: never;
}

/** The memory of an instance. */
export interface Memory {
  readonly buffer: ArrayBuffer;
}

/** A module with what it imports. */
export interface Instance {
  readonly exports: Readonly<Record<string, (...numbers: number[]) => void>>;
}

/** The part of the host's WebAssembly that is used here; the types of Node leave it to browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Memory: new (pages: { readonly initial: number }) => Memory;
  readonly Instance: new (module: Module, imports: object) => Instance;
};

/** Compiles the bytes of a module. */
export function compileModule(bytes: Uint8Array): Module {
  return new WebAssembly.Module(bytes);
}

/** Makes a memory of so many pages of 64 KiB. */
export function makeMemory(pages: number): Memory {
  return new WebAssembly.Memory({ initial: pages });
}

/** Makes an instance of a module. */
export function instantiate(module: Module, imports: object): Instance {
  return new WebAssembly.Instance(module, imports);
}

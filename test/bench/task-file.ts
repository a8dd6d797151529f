import { writeFileSync } from 'node:fs';
import type { Task } from './task.ts';

/**
 * Writes the inputs of a task as doubles for programs in other languages to read.
 *
 * Shape: how many arrays there are; each as its length and its numbers; then for each simulation the indices of its
 * constants, its stepped numbers, its drawn columns, the paths that stand for them (-1: none), and its shocks.
 */
export function writeTaskFile(task: Task, path: string): void {
  const arrays = new Map<Float64Array, number>();
  const indexOf = (array: Float64Array | null): number => {
    if (array === null) return -1;
    const known = arrays.get(array) ?? arrays.size;
    arrays.set(array, known);
    return known;
  };
  const indices = task.runs.flatMap(({ numbers, random }) =>
    [numbers.constants, numbers.stepped, ...random.drawn, ...numbers.paths, ...random.shocks].map(
      indexOf,
    ),
  );
  const listed = [...arrays.keys()].flatMap((array) => [Float64Array.of(array.length), array]);
  const pieces = [Float64Array.of(arrays.size), ...listed, Float64Array.from(indices)];
  const all = new Float64Array(pieces.reduce((length, piece) => length + piece.length, 0));
  pieces.reduce((at, piece) => {
    all.set(piece, at);
    return at + piece.length;
  }, 0);
  writeFileSync(path, all);
}

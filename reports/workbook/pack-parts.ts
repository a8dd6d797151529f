import { strToU8, Zip, ZipDeflate } from 'fflate';
import { pieces } from '../pieces.ts';

/** How hard parts are pressed. Streams are numbers, of which little more can be had for twice the time. */
const LEVELS = { part: 6, stream: 1 } as const;

/** Characters that are packed at once: the bytes that come of them depend on where pieces end. */
const PIECE = 262_144;

/**
 * Packs parts into a zip file so that its bytes depend on nothing but their content: parts in order, one fixed
 * time. Parts of `streamed` take the place of those of the same name and are made as they are packed.
 */
export function* packParts(
  parts: ReadonlyMap<string, Uint8Array>,
  streamed: ReadonlyMap<string, Iterable<string>>,
): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((failure, piece) => {
    if (failure !== null) throw failure;
    ready.push(piece);
  });
  const take = () => {
    const taken = ready;
    ready = [];
    return taken;
  };
  for (const name of [...parts.keys()].sort()) {
    const stream = streamed.get(name);
    const file = new ZipDeflate(name, { level: LEVELS[stream === undefined ? 'part' : 'stream'] });
    // fflate reads the local fields of the date, so a local date is the same in every time zone
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    if (stream === undefined) file.push(parts.get(name)!, true);
    else {
      for (const piece of pieces(stream, PIECE)) {
        file.push(strToU8(piece), false);
        yield* take();
      }
      file.push(new Uint8Array(0), true);
    }
    yield* take();
  }
  zip.end();
  yield* take();
}

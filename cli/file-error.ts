/** A file could not be read or written; the message is one line for the user. */
export class FileError extends Error {
  readonly exitCode = 74;
}

/** A file or folder could not be read. */
export class InputError extends FileError {}

/** A file could not be written; what was there before is still there. */
export class OutputError extends FileError {}

/** What the operating system's codes mean to a user. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
};

/** Says in words why the operating system refused. */
export function reasonOf(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return REASONS[code ?? ''] ?? code ?? String(cause);
}

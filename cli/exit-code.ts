/** What the process says to the shell when it ends. */
export const EXIT = {
  fine: 0,
  filesWrong: 1,
  changed: 2,
  usage: 64,
  bug: 70,
  inputOutput: 74,
  interrupted: 130,
  terminated: 143,
} as const;

/** The command line itself is wrong; the message is one line for the user. */
export class UsageError extends Error {
  readonly exitCode = EXIT.usage;
}

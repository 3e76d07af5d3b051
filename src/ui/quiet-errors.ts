/**
 * To be imported before React. While its file is evaluated it makes a few errors, which it throws later as signals, never to
 * be read; for the stack of the first one the engine would read all code of the page a second time, a third of the time
 * until the first screen is there.
 */

const { stackTraceLimit } = Error

Error.stackTraceLimit = 0

/** From here on errors have stacks again. */
export function hearErrors(): void {
  Error.stackTraceLimit = stackTraceLimit
}

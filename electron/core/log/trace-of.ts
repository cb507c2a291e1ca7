/**
 * What may be printed of a failure: its class, its code, and the places in the program, without its message, which may quote what
 * a file held.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return typeof error;
  }
  const { name, message, stack = '' } = error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const end = stack.indexOf(message);
  const frames = end === -1 ? '' : stack.slice(end + message.length);
  const places = frames.split('\n').filter((line) => line.startsWith('    at '));
  return [`${name}${code}`, ...places].join('\n');
}

import type { Random } from '../ports.ts';

/**
 * A new id of 72 random bits in twelve letters and digits. It never begins with a hyphen: on the command line that would
 * read as an option.
 */
export function newId(random: Random): string {
  for (;;) {
    const id = Buffer.from(random.bytes(9)).toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}

import { readFile } from 'node:fs/promises';

import { AppError, type ErrorCode } from '#shared/contract/errors.ts';
import type { z } from 'zod';

import type { CommandLine } from './command-line.ts';

/** A JSON file checked against its schema; `code` says what was wrong when it is not readable as one. */
export async function readJson<S extends z.ZodType>(path: string, schema: S, code: ErrorCode): Promise<z.output<S>> {
  const value = await parseFile(path, code);
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new AppError(
      code,
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  }
  return parsed.data;
}

async function parseFile(path: string, code: ErrorCode): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new AppError(code, error instanceof Error && 'code' in error ? String(error.code) : 'not readable');
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError(code, `not JSON${placeIn(error)}`);
  }
}

/** Where a text stops being JSON. The message itself quotes the text, which may be what somebody wrote about a child. */
function placeIn(error: unknown): string {
  const [, position] = /\bat position (\d+)/u.exec(error instanceof Error ? error.message : '') ?? [];
  return position === undefined ? '' : ` at position ${position}`;
}

/** An option that must be there, or `invalid-input`. */
export function required(line: CommandLine, name: string): string {
  const value = line.options[name];
  if (value === undefined || value === '') {
    throw new AppError('invalid-input', `--${name} is missing`);
  }
  return value;
}

/** The one file a command works on, or `invalid-input`. */
export function requiredFile(line: CommandLine): string {
  const [file] = line.positionals;
  if (file === undefined) {
    throw new AppError('invalid-input', 'the file is missing');
  }
  return file;
}

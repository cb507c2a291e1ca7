import { z } from 'zod';

import { type DrawRecord, drawRecord } from '#shared/domain/sampling/draw-record.ts';

/** A saved record, or what the command line printed of a draw, which holds it. */
const recordFile = z.union([drawRecord, z.object({ record: drawRecord }).transform(({ record }) => record)]);

/** A record of thousands of cases is below this. */
const mostBytes = 50_000_000;

/** The record that a file holds; null where it holds none. */
export async function readRecordFile(file: File): Promise<DrawRecord | null> {
  if (file.size > mostBytes) {
    return null;
  }
  try {
    const text = await file.text();
    return recordFile.parse(JSON.parse(text.replace(/^\uFEFF/u, '')));
  } catch {
    return null;
  }
}

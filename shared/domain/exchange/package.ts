import { z } from 'zod';

import { checklistTemplate } from '../review/template.ts';
import { drawnCase, drawRecord } from '../sampling/draw-record.ts';
import { caseRecord } from './case-schema.ts';
import { type CellContent, cellReader, contentOfKind, parseCell } from './cells.ts';
import {
  longestCell,
  longestInstant,
  longestName,
  mostAncestors,
  plainAnswer,
  versionId as versionIdForm,
} from './plain-answer.ts';
import { isWithinLimits } from './value-limits.ts';
import type { Version } from './version.ts';

export const packageFormat = 'ledelsestilsyn-package';
/** What this program writes and reads; a later one that older programs cannot read gets the next number. */
export const formatVersion = 1;

export const packageKinds = ['cases', 'second-reading', 'result'] as const;
export type PackageKind = (typeof packageKinds)[number];

/** What every package says of any version, to tell one from a later program from one that is damaged. */
export const packageHead = z.object({ format: z.literal(packageFormat), version: z.int().positive() });

const id = z.string().min(1).max(100);
const name = z.string().max(longestName);
const caseKey = z.string().min(1).max(200);
const instant = z.iso.datetime().max(longestInstant);
const count = z.int().nonnegative();
const key = z.base64().min(22).max(200);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const maxCases = 100_000;

const versionId = z.string().regex(versionIdForm);
const versionShape = z.strictObject({
  id: versionId,
  content: z.unknown(),
  by: name,
  at: instant,
  ancestors: z.array(versionId).max(mostAncestors),
  reduced: z.literal(true).exactOptional(),
});

/** One cell with what nothing replaces in it. The content is what this kind of cell holds. */
export const cellVersions = z
  .tuple([z.string().max(longestCell), z.array(versionShape).min(1).max(1_000)])
  .transform(([cell, shapes], context): readonly [string, readonly Version<CellContent>[]] => {
    const parsed = parseCell(cell);
    const versions = parsed === null ? null : shapes.map((shape) => versionIn(parsed.kind, shape));
    if (versions === null || versions.includes(null) || !areHeads(shapes)) {
      context.addIssue({ code: 'custom', message: 'not a cell with its versions' });
      return z.NEVER;
    }
    return [cell, versions.filter((version) => version !== null)];
  });
type CellVersions = z.output<typeof cellVersions>;

/** The same of many cells. The common ones are read without the schema, the others as it says. */
const manyCells = z
  .array(z.unknown())
  .max(500_000)
  .transform((entries, context): readonly CellVersions[] => {
    const cells: CellVersions[] = [];
    const cellOf = cellReader();
    for (const entry of entries) {
      const cell = plainAnswer(entry, cellOf) ?? cellVersions.safeParse(entry).data;
      if (cell === undefined) {
        context.addIssue({ code: 'custom', message: 'not a cell with its versions' });
        return z.NEVER;
      }
      cells.push(cell);
    }
    return cells;
  });

type VersionShape = z.output<typeof versionShape>;

function versionIn(kind: keyof typeof contentOfKind, shape: VersionShape): Version<CellContent> | null {
  const content = contentOfKind[kind].safeParse(shape.content);
  return content.success ? { ...shape, content: content.data } : null;
}

/** Each version once, none replaced by another or by itself, its ancestors sorted. */
function areHeads(versions: readonly VersionShape[]): boolean {
  const ids = new Set(versions.map((version) => version.id));
  const isSorted = (ancestors: readonly string[]) =>
    ancestors.every((ancestor, index) => index === 0 || (ancestors[index - 1] ?? '') < ancestor);
  return (
    ids.size === versions.length &&
    versions.every(({ ancestors }) => isSorted(ancestors) && !ancestors.some((ancestor) => ids.has(ancestor)))
  );
}

const packagedCase = z.strictObject({
  /** The case number, or what stands for it in a result without names. */
  key: caseKey,
  /** The sampling number. */
  number: z.string().min(1).max(40),
  drawn: drawnCase,
  /** The key of the case that took its place. */
  replacedBy: caseKey.nullable(),
  case: caseRecord,
});
export type PackagedCase = z.output<typeof packagedCase>;

const inEveryPackage = {
  format: z.literal(packageFormat),
  version: z.literal(formatVersion),
  packageId: id,
  programVersion: z.string().max(40),
  madeAt: instant,
  municipality: name,
  unit: name,
  /** Who is to read, or has read. */
  head: name,
  round: z.strictObject({
    roundId: id,
    name,
    createdAt: instant,
    example: z.boolean(),
    templateId: id,
    templateEdition: z.int().positive(),
    templateHash: sha256,
  }),
  recordHash: sha256,
  record: drawRecord,
  cases: z.array(packagedCase).max(maxCases).refine(areDifferent, 'a case is listed twice'),
};

const sentCases = {
  ...inEveryPackage,
  exchangeId: id,
  template: checklistTemplate,
  /** What seals the answer, and what tells a case again without its number (base64). */
  keys: z.strictObject({ returnKey: key, recognitionKey: key }),
};

const casesPackage = z.strictObject({ kind: z.literal('cases'), ...sentCases });
const secondReadingPackage = z.strictObject({
  kind: z.literal('second-reading'),
  ...sentCases,
  /** Who read a case first, by its key: that person may not read it again. */
  firstReaders: z.record(caseKey, name),
});
const resultPackage = z.strictObject({
  kind: z.literal('result'),
  ...inEveryPackage,
  /** The package that it answers; null from a round that was drawn where it was read. */
  exchangeId: id.nullable(),
  versions: manyCells.refine((cells) => new Map(cells).size === cells.length, 'a cell is listed twice'),
  /** What the import counted, for the quality of the data; null where nothing is known of it. */
  imported: z
    .strictObject({
      rows: z.strictObject({ total: count, header: count, blank: count, accepted: count, rejected: count }),
      cases: count,
      problems: z.array(z.strictObject({ code: z.string().max(100), count })).max(1_000),
    })
    .nullable(),
});

function areDifferent(cases: readonly PackagedCase[]): boolean {
  return (
    new Set(cases.map((each) => each.key)).size === cases.length &&
    new Set(cases.map((each) => each.number)).size === cases.length
  );
}

/**
 * What a package holds, from JSON that nobody has looked at. Unknown kinds, keys and values, and everything that is
 * larger than a package can be, are refused whole.
 */
export const packagePayload = z
  .unknown()
  .refine(isWithinLimits, { error: 'too large, or not plain JSON', abort: true })
  .pipe(z.discriminatedUnion('kind', [casesPackage, secondReadingPackage, resultPackage]));
export type PackagePayload = z.output<typeof packagePayload>;
export type CasesPayload = Extract<PackagePayload, { kind: 'cases' | 'second-reading' }>;
export type ResultPayload = Extract<PackagePayload, { kind: 'result' }>;

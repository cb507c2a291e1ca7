import { AppError } from '#shared/contract/errors.ts';
import type { ImportSummary } from '#shared/contract/importing.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import { caseContent, type ChangedField, changedFields } from '#shared/domain/population/case-content.ts';
import { normaliseText } from '#shared/domain/population/normalise-text.ts';

import { caseMark, contentMark } from '../store/marks.ts';
import type { CaseMarks, Store } from '../store/store-port.ts';
import { inSlices } from './in-slices.ts';
import type { StepCall } from './shared-run.ts';

/** So many earlier imports are looked at for one that shares a case. */
const earlierListsTried = 3;

/** What is known of an earlier list: its cases, or only the marks that are left when they were deleted. */
export type EarlierList =
  | { readonly kind: 'cases'; readonly cases: readonly CaseRecord[] }
  | { readonly kind: 'marks'; readonly marks: CaseMarks; readonly key: Uint8Array };

export interface Comparison {
  readonly fresh: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  readonly gone: number;
  /** Empty where only marks are left. */
  readonly goneIds: readonly string[];
  /** In how many changed cases each field differs; null where only marks are left. */
  readonly fields: ReadonlyMap<ChangedField, number> | null;
  /** How many cases stand in both lists. */
  readonly shared: number;
}

/** What has happened to the cases since the earlier list. Cases are told apart by number (NFC, trimmed). */
export async function comparePopulations(
  cases: readonly CaseRecord[],
  earlier: EarlierList,
  call: StepCall,
): Promise<Comparison> {
  const fresh = new Set<string>();
  const changed = new Set<string>();
  const fields = earlier.kind === 'cases' ? new Map<ChangedField, number>() : null;
  const before = await lookup(earlier, call);
  await inSlices(cases, call, 'comparing', (record) => {
    const found = before.take(record);
    if (found === 'absent') fresh.add(record.id);
    else if (found.length > 0) changed.add(record.id);
    if (found === 'absent' || fields === null) return;
    for (const field of found) if (field !== 'unknown') fields.set(field, (fields.get(field) ?? 0) + 1);
  });
  const { gone, goneIds } = before.left();
  return { fresh, changed, gone, goneIds, fields, shared: cases.length - fresh.size };
}

interface Lookup {
  /** What differs between the case and its earlier self, each of which is taken once. */
  take(record: CaseRecord): readonly (ChangedField | 'unknown')[] | 'absent';
  left(): { readonly gone: number; readonly goneIds: readonly string[] };
}

async function lookup(earlier: EarlierList, call: StepCall): Promise<Lookup> {
  return earlier.kind === 'cases' ? lookupCases(earlier.cases, call) : lookupMarks(earlier.marks, earlier.key);
}

async function lookupCases(cases: readonly CaseRecord[], call: StepCall): Promise<Lookup> {
  const left = new Map<string, CaseRecord>();
  await inSlices(cases, call, 'comparing', (record) => left.set(normaliseText(record.id), record));
  return {
    take: (record) => {
      const id = normaliseText(record.id);
      const before = left.get(id);
      if (before === undefined) return 'absent';
      left.delete(id);
      return caseContent(before) === caseContent(record) ? [] : changedFields(before, record);
    },
    left: () => ({ gone: left.size, goneIds: [...left.values()].map(({ id }) => id) }),
  };
}

function lookupMarks(marks: CaseMarks, key: Uint8Array): Lookup {
  const left = new Map(marks);
  return {
    take: (record) => {
      const mark = caseMark(key, record.id).toString('hex');
      const content = left.get(mark);
      if (content === undefined) return 'absent';
      left.delete(mark);
      return content === contentMark(key, record).toString('hex') ? [] : ['unknown'];
    },
    left: () => ({ gone: left.size, goneIds: [] }),
  };
}

/** An earlier import and what has happened since, or null where no earlier import shares a case. */
export interface FoundComparison {
  readonly earlier: ImportSummary;
  readonly comparison: Comparison;
}

/**
 * Compares with the import named, or with the newest earlier one of the same kind (example or not) that shares a case.
 * Rejects with `import-not-found`, and with `population-deleted` where the named one left neither cases nor marks.
 */
export async function compareWithEarlier(
  store: Store,
  { importId, cases }: { readonly importId: string; readonly cases: readonly CaseRecord[] },
  earlierId: string | null,
  call: StepCall,
): Promise<FoundComparison | null> {
  for (const earlier of candidates(store, importId, earlierId)) {
    const list = await readEarlier(store, earlier.importId);
    if (list === null) {
      if (earlierId === null) continue;
      throw new AppError('population-deleted', 'The earlier cases are deleted and left no marks');
    }
    const comparison = await comparePopulations(cases, list, call);
    if (comparison.shared > 0 || earlierId !== null) return { earlier, comparison };
  }
  return null;
}

function candidates(store: Store, importId: string, earlierId: string | null): readonly ImportSummary[] {
  const imports = store.read((tables) => tables.imports.list());
  if (earlierId !== null) {
    const named = imports.find((each) => each.importId === earlierId);
    if (named === undefined) throw new AppError('import-not-found', `no import ${earlierId}`);
    return [named];
  }
  const own = imports.findIndex((each) => each.importId === importId);
  const { example } = imports[own] ?? {};
  return imports
    .slice(own + 1)
    .filter((each) => each.example === example)
    .slice(0, earlierListsTried);
}

async function readEarlier(store: Store, importId: string): Promise<EarlierList | null> {
  try {
    return { kind: 'cases', cases: (await store.readPopulation(importId)).cases };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'population-deleted') throw error;
  }
  const key = store.read((tables) => tables.marks.key());
  const marks = await store.readMarks(importId);
  return key === undefined || marks === null ? null : { kind: 'marks', marks, key };
}

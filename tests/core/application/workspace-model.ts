/** What a person said of one item; the counter makes every answer another one. */
interface Said {
  readonly itemId: string;
  readonly note: string;
}

/** What the workspace should hold, as a person would tell it. Never changed, so an earlier one stays what it was. */
export interface WorkspaceModel {
  readonly imports: number;
  readonly rounds: number;
  /** By case: the answers in the order they were given, and how many of them are not taken back. */
  readonly said: Readonly<Record<string, { readonly all: readonly Said[]; readonly kept: number }>>;
}

export function answered(model: WorkspaceModel, caseId: string, said: Said): WorkspaceModel {
  const { all, kept } = model.said[caseId] ?? { all: [], kept: 0 };
  const now = [...all.slice(0, kept), said];
  return { ...model, said: { ...model.said, [caseId]: { all: now, kept: now.length } } };
}

/** One answer back or forth; the same model where there is none. */
export function moved(model: WorkspaceModel, caseId: string, by: -1 | 1): WorkspaceModel {
  const { all, kept } = model.said[caseId] ?? { all: [], kept: 0 };
  const next = kept + by;
  if (next < 0 || next > all.length) return model;
  return { ...model, said: { ...model.said, [caseId]: { all, kept: next } } };
}

/** The notes of a case by item. */
export function notesOf(model: WorkspaceModel, caseId: string): Readonly<Record<string, string>> {
  const { all, kept } = model.said[caseId] ?? { all: [], kept: 0 };
  return Object.fromEntries(all.slice(0, kept).map(({ itemId, note }) => [itemId, note]));
}

import type { Compilation } from '#shared/domain/report/compile/compilation.ts';
import type { SamplePart } from '#shared/domain/report/figures.ts';

export type AreaRow = Compilation['areas'][number];
export type ItemRow = Compilation['items'][number];

/** An area with its questions, in one part of the sample. */
export interface AreaRows {
  readonly area: AreaRow;
  readonly items: readonly ItemRow[];
}

export const parts: readonly SamplePart[] = ['random', 'census', 'targeted'];

/** The parts that cases were drawn for. */
export function partsOf({ items }: Pick<Compilation, 'items'>): readonly SamplePart[] {
  return parts.filter((part) => items.some((item) => item.part === part));
}

/** The areas in the order of the checklist, each with its questions; an area without questions is left out. */
export function areaRows(
  { areas, items }: Pick<Compilation, 'areas' | 'items'>,
  part: SamplePart,
): readonly AreaRows[] {
  const byArea = Map.groupBy(
    items.filter((item) => item.part === part),
    ({ areaId }) => areaId,
  );
  return areas
    .filter((area) => area.part === part)
    .flatMap((area) => {
      const own = byArea.get(area.id);
      return own === undefined ? [] : [{ area, items: own }];
    });
}

/** How often each answer was given; of an area how often it came out so. Null where there is nothing to count. */
export type Counts = Readonly<Record<(typeof countColumns)[number], number | null>>;

export const countColumns = ['n', 'yes', 'partly', 'no', 'na', 'cannotTell', 'unanswered'] as const;

export function areaCounts({ n, outcomes }: Pick<AreaRow, 'n' | 'outcomes'>): Counts {
  return {
    n,
    yes: outcomes.met,
    partly: outcomes['partly-met'],
    no: outcomes['not-met'],
    na: outcomes['not-relevant'],
    cannotTell: null,
    unanswered: outcomes.unfinished,
  };
}

import type { Inspection } from '#shared/contract/importing.ts';
import { fixColumns } from '#shared/domain/importing/fix-columns.ts';
import type { ColumnMapping, ColumnTarget, DateOrder, MappingFile } from '#shared/domain/importing/mapping.ts';
import type { SamplingUnit } from '#shared/domain/sampling/plan.ts';

/** What the person changed or answered; columns by their place in the file. */
export interface ColumnChoices {
  readonly targets: ReadonlyMap<number, ColumnTarget>;
  readonly orders: ReadonlyMap<number, DateOrder>;
  /** Null: the unit that the look at the file proposed. */
  readonly unit: SamplingUnit | null;
}

export const noChoices: ColumnChoices = { targets: new Map(), orders: new Map(), unit: null };

/** The order of day and month that a person or a remembered mapping has said; null where nobody has. */
export function saidOrder({ mapping }: Inspection, { orders }: ColumnChoices, index: number): DateOrder | null {
  return orders.get(index) ?? mapping.columns[index]?.dateOrder ?? null;
}

/** The mapping to read with: the guess, with what the person changed. */
export function mappingWith(inspection: Inspection, choices: ColumnChoices): ColumnMapping {
  const { sheet, headerRow, columns, unit } = inspection;
  return {
    sheet,
    headerRow,
    unit: choices.unit ?? unit,
    columns: columns.map(({ index, header, field }) => {
      const dateOrder = saidOrder(inspection, choices, index);
      const target = choices.targets.get(index) ?? field;
      return { header, field: target, ...(dateOrder === null ? {} : { dateOrder }) };
    }),
  };
}

interface TakenMapping {
  readonly choices: ColumnChoices;
  /** Column names of the file that are not here. */
  readonly unknown: readonly string[];
}

/** The choices of a mapping file, for the columns that are here; what it does not name stays as it was. */
export function takeMapping(
  { columns }: Inspection,
  before: ColumnChoices,
  { columns: given, unit }: MappingFile,
): TakenMapping {
  const headers = columns.map(({ header }) => header);
  const { fixed, unknown } = fixColumns(given, headers);
  const targets = new Map(before.targets);
  const orders = new Map(before.orders);
  for (const [index, { target, dateOrder }] of fixed) {
    targets.set(index, target);
    if (dateOrder !== undefined) {
      orders.set(index, dateOrder);
    }
  }
  return { choices: { targets, orders, unit: unit ?? before.unit }, unknown };
}

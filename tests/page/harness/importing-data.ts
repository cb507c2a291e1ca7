import type { Inspection, RememberedMapping } from '#shared/contract/importing.ts';

import { inspection } from './demo-data.ts';

const { columns } = inspection;
const [first] = columns;

const named = { name: 'Nexus, Børn og Familie', savedAt: '2025-03-03T09:14:00' };

/** The same file as last month: its columns are known. */
export const rememberedInspection: Inspection = { ...inspection, remembered: named };

export const rememberedMappings: readonly RememberedMapping[] = [
  {
    ...named,
    headersKey: inspection.headersKey,
    mapping: { columns: columns.map(({ header, field }) => ({ header, field })) },
  },
  {
    name: 'DUBU, underretninger',
    headersKey: '1'.repeat(32),
    savedAt: '2025-10-20T13:05:00',
    mapping: { unit: 'report', columns: [{ header: 'Sagsnr.', field: 'case_id' }] },
  },
];

/** Two columns of written dates that nothing proves, one field for two columns, and no case numbers. */
export const askingInspection: Inspection = {
  ...inspection,
  columns: columns.map((column) => {
    switch (column.header) {
      case first?.header:
        return { ...column, header: 'Nøgle', field: 'fact', confidence: 0, because: 'none' };
      case 'Modt. dato':
        return { ...column, dateOrder: 'asked', examples: ['03/04-2025', '11/02-2025', '05/05-2025'] };
      case 'Indsats':
        return { ...column, field: 'team', confidence: 0.62, because: 'header' };
      default:
        return column;
    }
  }),
};

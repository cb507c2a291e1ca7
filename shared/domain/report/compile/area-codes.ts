import { type AreaFacts, rollUpLine } from '../../review/roll-up.ts';
import { type ChecklistTemplate, outcomes, templateItems } from '../../review/template.ts';
import { type AnswerTable, valueBits } from './answer-table.ts';

const [yes, no, na] = [1, 3, 4];
const unfinished = outcomes.indexOf('unfinished');

/**
 * What each area of the template comes to in each case, a row of bytes to each case: places in `outcomes`. A case that
 * nobody has read (no item of the template) is unfinished everywhere, as in the figures of one round.
 */
export function areaCodes(template: ChecklistTemplate, table: AnswerTable): Uint8Array {
  const { areas } = template;
  const rule = rememberedRule(template);
  const asked = templateItems(template)
    .map(({ id }) => table.itemIds.indexOf(id))
    .filter((column) => column !== -1);
  const columns = areas.map(({ id }) => legalColumns(template, table, id));
  const codes = new Uint8Array(table.cases.length * areas.length);
  table.cases.forEach((_, row) => {
    const start = row * areas.length;
    if (!asked.some((column) => table.codes[row * table.itemIds.length + column] !== 0)) {
      codes.fill(unfinished, start, start + areas.length);
      return;
    }
    columns.forEach((legal, area) => {
      codes[start + area] = rule(factsKey(table, row, legal));
    });
  });
  return codes;
}

interface LegalColumn {
  readonly column: number;
  readonly critical: boolean;
}

function legalColumns(template: ChecklistTemplate, { itemIds }: AnswerTable, areaId: string): readonly LegalColumn[] {
  return templateItems(template)
    .filter(({ area, type }) => area === areaId && type === 'legal')
    .map(({ id, severity }) => ({ column: itemIds.indexOf(id), critical: severity === 'critical' }));
}

const bits = { relevant: 1, unanswered: 2, criticalNo: 4, someYes: 8, someNotYes: 16 };

/** The facts of one area in one case, as `areaFacts` finds them, in five bits. */
function factsKey({ codes, itemIds }: AnswerTable, row: number, legal: readonly LegalColumn[]): number {
  let key = 0;
  for (const { column, critical } of legal) {
    const value = column === -1 ? 0 : (codes[row * itemIds.length + column] ?? 0) & valueBits;
    if (value === na) continue;
    key |= bits.relevant | (value === yes ? bits.someYes : bits.someNotYes);
    if (value === 0) key |= bits.unanswered;
    if (critical && value === no) key |= bits.criticalNo;
  }
  return key;
}

/** The template's roll-up rule, asked once for each of the few facts that occur. */
function rememberedRule({ rollUp }: ChecklistTemplate): (key: number) => number {
  const known = new Map<number, number>();
  return (key) => {
    const found = known.get(key) ?? outcomes.indexOf(rollUpLine(rollUp, factsOf(key)).outcome);
    known.set(key, found);
    return found;
  };
}

function factsOf(key: number): AreaFacts {
  const some = (bit: number) => ((key & bit) === 0 ? 'none' : 'some');
  return {
    relevant: some(bits.relevant),
    unanswered: some(bits.unanswered),
    criticalNo: some(bits.criticalNo),
    yes: (key & bits.someYes) === 0 ? 'none' : (key & bits.someNotYes) === 0 ? 'all' : 'some',
  };
}

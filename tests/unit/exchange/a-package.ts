import { packageFormat, type PackagePayload } from '../../../shared/domain/exchange/package.ts';
import { samplingNumber } from '../../../shared/domain/exchange/sampling-number.ts';
import type { CaseRecord } from '../../../shared/domain/population/case.ts';
import { aCase, day } from '../sampling/a-case.ts';
import { aRecord, at } from '../sampling/a-record.ts';
import { builtIn } from '../review/templates.ts';
import { anAnswer, answerCell, edit, reviewCell } from './some-versions.ts';

export const population: readonly CaseRecord[] = Array.from({ length: 30 }, (_, index) =>
  aCase(`2026-${String(index + 1).padStart(4, '0')}`, {
    team: index % 2 === 0 ? 'Nord' : 'Syd',
    child_name: 'Sofie Holm',
    caseworker: index % 3 === 0 ? 'Bente Juhl' : 'Carl Krog',
    birth_date: day('2018-04-01'),
    followup_dates: [day('2026-01-05')],
    consent_flag: true,
  }),
);

export const { record } = aRecord(population, {
  parts: [{ kind: 'random', size: 6, stratifyBy: 'team' }],
});

const [drawn] = record.cases;
const key = drawn!.caseId;
const head = {
  format: packageFormat,
  version: 1,
  packageId: 'p1',
  programVersion: '0.1.0',
  madeAt: at,
  municipality: 'Eksempel Kommune',
  unit: 'Nord',
  head: 'Mette',
  round: {
    roundId: 'r1',
    name: 'November',
    createdAt: at,
    example: false,
    templateId: 'barnets-lov',
    templateEdition: 1,
    templateHash: 'ab'.repeat(32),
  },
  recordHash: 'cd'.repeat(32),
  record,
  cases: [
    {
      key,
      number: samplingNumber(drawn!, record.strata),
      drawn: drawn!,
      replacedBy: null,
      case: population.find(({ id }) => id === key)!,
    },
  ],
} as const;

/** A package of each kind, as it comes out of JSON: nothing of it is shared. */
export function aPackage(kind: PackagePayload['kind']): Record<string, unknown> {
  return JSON.parse(JSON.stringify(ofKind(kind))) as Record<string, unknown>;
}

function ofKind(kind: PackagePayload['kind']): unknown {
  if (kind === 'result') {
    const review = { reader: 'Mette', state: 'done' as const, closedAt: at, seconds: 600 };
    const versions = [
      [answerCell(key), [edit(anAnswer('no', 'Ingen samtale'), [edit(anAnswer('yes'))])]],
      [reviewCell(key), [edit(review)]],
    ];
    return { ...head, kind, exchangeId: 'e1', versions, imported: null };
  }
  const keys = { returnKey: 'A'.repeat(43) + '=', recognitionKey: 'B'.repeat(43) + '=' };
  const sent = { ...head, kind, exchangeId: 'e1', template: builtIn('barnets-lov'), keys };
  return kind === 'cases' ? sent : { ...sent, firstReaders: { [key]: 'Anders' } };
}

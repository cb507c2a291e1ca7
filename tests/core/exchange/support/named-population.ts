import { openPackage } from '#core/exchange/package-file.ts';
import type { ResultPayload } from '#shared/domain/exchange/package.ts';
import type { SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { bytesOf, type Office, openOffice, review, spoken } from './offices.ts';

const children = [
  'Sigrid',
  'Asger',
  'Bølge',
  'Åslaug',
  'Tjalfe',
  'Ærlig',
  'Yrsa',
  'Gorm',
  'Rønnaug',
  'Ebbe',
  'Ødis',
  'Villads',
];
export const childNames = children.map((name) => `${name} Hemmeligborg`);
export const caseworkers = ['Ulla Rådsen-Skjult', 'Bodil Sagström', 'Knud Tavshøj'];
const cprs = children.map((_, index) => `0${(index % 9) + 1}0115-42${index + 10}`);
export const caseIds = children.map((_, index) => `2025-${7741 + index}`);
export const exportText = [
  'Sagsnr.;CPR-nr.;Barnets navn;Sagsbehandler;Team;Status;Sagstype;Opmærksomhedsdato',
  ...children.map((_, index) =>
    [
      caseIds[index],
      cprs[index],
      childNames[index],
      caseworkers[index % 3],
      index % 2 ? 'Nord' : 'Syd',
      'Åben',
      'Barn',
      '01-08-2025',
    ].join(';'),
  ),
].join('\r\n');
/** By caseworker, with a condition on them, so that the draw's record names them too. */
export const plan: SamplingPlanInput = {
  asOf: '2025-11-03',
  seed: '4711',
  parts: [{ kind: 'random', size: 9, stratifyBy: 'caseworker', where: [{ field: 'caseworker', noneOf: ['Ingen'] }] }],
};

export interface Population extends Office {
  readonly roundId: string;
  readonly ids: readonly string[];
}

export async function drawn(reviewer = 'Hanne Leder'): Promise<Population> {
  const office = await openOffice(reviewer);
  const { importId } = await office.app['importing.run']({ file: office.addFile('sager.csv', exportText) });
  const { roundId } = await office.app['sampling.draw']({ importId, plan, templateId: 'underretninger' });
  const ids = (await office.app['review.queue']({ roundId })).map(({ caseId }) => caseId);
  return { ...office, roundId, ids };
}

/** Everything that a person may write, with the names and numbers of the round's own and other cases in it. */
export async function writeNames(office: Office, roundId: string, ids: readonly string[]): Promise<void> {
  const { app } = office;
  const at = (caseId: string) => caseIds.indexOf(caseId);
  const [first = '', second = '', third = ''] = ids;
  const { template } = await app['review.open']({ roundId, caseId: first });
  const items = template.sections.flatMap((section) => section.items.map(({ id }) => id));
  const [itemId = '', other = ''] = items;
  const tell = (caseId: string) =>
    `${childNames[at(caseId)]} (${cprs[at(caseId)]}), sag ${caseId}, ${caseworkers[at(caseId) % 3]}`;
  await app['review.answer']({
    roundId,
    caseId: first,
    itemId,
    value: 'no',
    note: `Om ${tell(first)} og ${tell(second)}`,
    evidence: tell(third),
  });
  await app['review.answer']({
    roundId,
    caseId: first,
    itemId: other,
    value: 'yes',
    goodPractice: `Som ${tell(second)}`,
  });
  await app['review.saveConversation']({
    roundId,
    caseId: first,
    conversation: {
      held: '2025-12-01',
      praise: `Ros til ${tell(first)}`,
      agreement: `Aftale ${tell(second)}`,
      due: null,
    },
  });
  await app['review.saveComment']({
    roundId,
    caseId: first,
    itemId,
    comment: { stance: 'agree', text: `Bemærkning ${tell(first)}` },
  });
  const draft = { kind: 'case' as const, due: '2026-02-01', category: null, itemId, roundId };
  const own = caseworkers[at(first) % 3] ?? '';
  await app['review.saveAction']({
    id: null,
    action: { ...draft, caseId: first, text: `Ring til ${tell(first)}`, owner: own },
  });
  await app['review.saveAction']({ id: null, action: { ...draft, caseId: second, text: 'Følg op', owner: own } });
  await review(office, roundId, third);
}

export const secrets = [
  ...childNames,
  ...children,
  ...caseworkers,
  ...cprs,
  ...cprs.map((cpr) => cpr.replace('-', '')),
  ...caseIds,
];

export async function resultIn(office: Office, name: string): Promise<ResultPayload> {
  const payload = await openPackage(await bytesOf(office, name), { passphrase: spoken });
  if (payload.kind !== 'result') throw new Error('cases');
  return payload;
}

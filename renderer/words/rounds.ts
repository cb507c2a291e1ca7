import type { RoundSummary } from '#shared/contract/sampling.ts';

/** What a round from another workspace is marked with, so that nobody takes it for one that was drawn here. */
const roles: Readonly<Record<RoundSummary['role'], string>> = {
  own: '',
  received: 'modtaget',
  'second-reading': 'modtaget til andenlæsning',
  collected: 'samlet ind',
};

/** `modtaget, Team Nord`; '' for a round that was drawn here. */
export function roundMark({ role, unit }: Pick<RoundSummary, 'role' | 'unit'>): string {
  return role === 'own' ? '' : [roles[role], unit].filter(Boolean).join(', ');
}

/** A round in a list: its name, and where it came from. */
export function roundLabel(round: Pick<RoundSummary, 'name' | 'role' | 'unit'>): string {
  const mark = roundMark(round);
  return mark === '' ? round.name : `${round.name} (${mark})`;
}

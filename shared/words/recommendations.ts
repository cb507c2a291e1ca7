import type { Recommendation } from '../domain/review/action.ts';

/** The eight recommendations of the national Task Force to municipalities, in their short form. */
export const recommendationWords: Readonly<Record<Recommendation, string>> = {
  leadership: 'Faglig ledelse af sagsbehandlingen',
  'management-follow-up': 'Ledelsesopfølgning på den konkrete lovmæssige og faglige kvalitet',
  competence: 'Rådgivernes socialfaglige og juridiske kompetencer',
  'follow-up-in-cases': 'Opfølgning på indsatsen som led i det personrettede tilsyn',
  workflows: 'Klare arbejdsgange',
  implementation: 'Omsætning af lov og politik til praksis',
  'shared-methods': 'Fælles fagligt grundlag med metode og systematik',
  'journal-practice': 'Hensigtsmæssig journalpraksis',
};

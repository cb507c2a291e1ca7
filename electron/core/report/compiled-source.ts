import { AppError } from '#shared/contract/errors.ts';
import { figureUnits } from '#shared/domain/report/compile/compile-round.ts';
import { compiledSource, type SetRound } from '#shared/domain/report/compiled-source.ts';
import { proposeWords } from '#shared/domain/report/propose-words.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportAgreement, ReportSource } from '#shared/domain/report/source.ts';
import { readingAgreement, totalAgreement } from '#shared/domain/review/second-reading.ts';
import { type ChecklistTemplate, templateItems } from '#shared/domain/review/template.ts';

import { roundOf } from '../review/queue.ts';
import { closedPair, pickedIds } from '../review/round-agreement.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Tables } from '../store/tables.ts';
import type { KnownRound, KnownRounds } from './answer-table.ts';
import { earlierSets } from './earlier-sets.ts';
import { loadRound, type SourceSurroundings } from './load-source.ts';
import { countsHere } from './set-of-rounds.ts';

/**
 * Everything the reports over several rounds draw on, with proposed words. Throws `compile-different-templates` where
 * the checklists are not editions of one, and `report-not-of-part` for a round that was received.
 */
export function loadCompiledSource(
  tables: Tables,
  shelf: TemplateShelf,
  surroundings: SourceSurroundings,
  known: KnownRounds,
  { roundIds, team }: { readonly roundIds: readonly string[]; readonly team: string | null },
): ReportSource {
  if (roundIds.some((roundId) => !countsHere(tables, roundId))) {
    throw new AppError('report-not-of-part', 'a round of the set was received: its answers count where it was drawn');
  }
  const set = roundIds.map((roundId) => setRound(tables, shelf, surroundings, known.round(tables, roundId)));
  const alone = compiledSource(set, { earlier: [] });
  if (alone === null) throw new AppError('compile-different-templates', 'the checklists are not editions of one');
  const secondReading = setAgreement(tables, roundIds, alone.template);
  return {
    ...alone,
    ...(secondReading === null ? {} : { secondReading }),
    earlier: earlierSets(tables, known, roundIds),
    words: tables.words.getOfSet(roundIds) ?? proposeWords(figuresOf(alone), alone.template, alone.threshold),
    team,
  };
}

function setRound(tables: Tables, shelf: TemplateShelf, surroundings: SourceSurroundings, round: KnownRound): SetRound {
  const { roundId, unit } = round;
  const { createdAt, importId } = roundOf(tables, roundId);
  return {
    roundId,
    unit,
    units: figureUnits(round),
    createdAt,
    importId,
    readers: tables.reviews.list(roundId).map(({ reader }) => reader),
    source: loadRound(tables, shelf, surroundings, roundId),
  };
}

/** How far two readers agree over all the rounds; null where no case is read twice. */
function setAgreement(
  tables: Tables,
  roundIds: readonly string[],
  template: ChecklistTemplate,
): ReportAgreement | null {
  const ids = templateItems(template).map(({ id }) => id);
  const picked = roundIds.flatMap((roundId) => pickedIds(tables, roundId).map((caseId) => ({ roundId, caseId })));
  const pairs = picked.flatMap(({ roundId, caseId }) => {
    const pair = closedPair(tables, roundId, caseId);
    return pair === null ? [] : [{ first: pair.first.answers, second: pair.second.answers }];
  });
  return picked.length === 0
    ? null
    : {
        picked: picked.length,
        bothClosed: pairs.length,
        total: totalAgreement(ids, pairs),
        items: readingAgreement(ids, pairs),
      };
}

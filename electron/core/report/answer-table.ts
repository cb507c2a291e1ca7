import { areaCodes } from '#shared/domain/report/compile/area-codes.ts';
import type { CompileRound } from '#shared/domain/report/compile/compile-round.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import type { TemplateShelf } from '../review/template-shelf.ts';
import { roundOf, itemsOf } from '../review/queue.ts';
import type { LogMark } from '../store/compile-rows.ts';
import type { Tables } from '../store/tables.ts';
import { countConflicts } from './count-conflicts.ts';

/** A round in memory, as it stood after its last change. */
export interface KnownRound extends CompileRound {
  readonly importId: string;
  readonly conflicts: number;
}

interface Known {
  mark: LogMark;
  readonly rounds: Map<string, KnownRound>;
  readonly areas: WeakMap<KnownRound, Map<ChecklistTemplate, Uint8Array>>;
}

/**
 * Rounds read as tables of answers, once for as long as they do not change and the workspace is open: putting together a
 * year asks for the same rounds again after every choice on the page.
 */
export interface KnownRounds {
  /** Throws `round-not-found`. */
  round(tables: Tables, roundId: string): KnownRound;
  areaCodes(tables: Tables, template: ChecklistTemplate, round: CompileRound): Uint8Array;
}

export function createKnownRounds(shelf: TemplateShelf): KnownRounds {
  const ofTables = new WeakMap<Tables, Known>();
  const current = (tables: Tables): Known => {
    const mark = tables.answerTables.mark();
    const known = ofTables.get(tables) ?? { mark, rounds: new Map(), areas: new WeakMap() };
    ofTables.set(tables, known);
    if (known.mark.hash !== mark.hash) forgetChanged(known, tables.answerTables.targetsSince(known.mark));
    known.mark = mark;
    return known;
  };
  return {
    round: (tables, roundId) => {
      const { rounds } = current(tables);
      const round = rounds.get(roundId) ?? readRound(tables, shelf, roundId);
      rounds.set(roundId, round);
      return round;
    },
    areaCodes: (tables, template, round) => {
      const { rounds, areas } = current(tables);
      const known = rounds.get(round.roundId);
      if (known !== round || known === undefined) return areaCodes(template, round.table);
      const byTemplate = areas.get(known) ?? new Map<ChecklistTemplate, Uint8Array>();
      areas.set(known, byTemplate);
      const codes = byTemplate.get(template) ?? areaCodes(template, round.table);
      byTemplate.set(template, codes);
      return codes;
    },
  };
}

/** A target is a round, or something in a round: `round/case/item`. */
function forgetChanged({ rounds }: Known, targets: readonly string[] | null): void {
  if (targets === null) rounds.clear();
  else for (const target of targets) rounds.delete(target.split('/', 1)[0] ?? '');
}

function readRound(tables: Tables, shelf: TemplateShelf, roundId: string): KnownRound {
  const { name, example, createdAt, importId, record, templateId, templateEdition } = roundOf(tables, roundId);
  const template = shelf.edition(tables, templateId, templateEdition);
  const { asOf, plan, strata, replaced } = record;
  return {
    roundId,
    name,
    unit: tables.origins.get(roundId)?.unit ?? '',
    asOf,
    createdAt,
    example,
    importId,
    template,
    record: { plan, strata, replaced },
    table: tables.answerTables.of(
      roundId,
      itemsOf(template).map(({ id }) => id),
    ),
    conflicts: countConflicts(tables, roundId),
  };
}

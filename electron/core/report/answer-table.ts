import { areaCodes } from '#shared/domain/report/compile/area-codes.ts';
import type { CompileRound } from '#shared/domain/report/compile/compile-round.ts';
import type { TimedRound } from '#shared/domain/report/compile/rounds-before.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { sentUnits } from '../exchange/sent-units.ts';
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

/** What a round is, without its answers. */
export interface RoundOutline extends TimedRound {
  readonly name: string;
  readonly template: ChecklistTemplate;
}

interface Known {
  mark: LogMark;
  readonly outlines: Map<string, RoundOutline>;
  readonly rounds: Map<string, KnownRound>;
  readonly areas: WeakMap<KnownRound, WeakMap<ChecklistTemplate, Uint8Array>>;
}

/**
 * Rounds read as tables of answers, once for as long as they do not change and the workspace is open: putting together a
 * year asks for the same rounds again after every choice on the page.
 */
export interface KnownRounds {
  /** Reads no answers: most rounds of a workspace are only looked at for their day and unit. Throws `round-not-found`. */
  outline(tables: Tables, roundId: string): RoundOutline;
  /** Throws `round-not-found`. */
  round(tables: Tables, roundId: string): KnownRound;
  areaCodes(tables: Tables, template: ChecklistTemplate, round: CompileRound): Uint8Array;
}

export function createKnownRounds(shelf: TemplateShelf): KnownRounds {
  const ofTables = new WeakMap<Tables, Known>();
  const current = (tables: Tables): Known => {
    const mark = tables.answerTables.mark();
    const known = ofTables.get(tables) ?? { mark, outlines: new Map(), rounds: new Map(), areas: new WeakMap() };
    ofTables.set(tables, known);
    if (known.mark.hash !== mark.hash) forgetChanged(known, tables.answerTables.targetsSince(known.mark));
    known.mark = mark;
    return known;
  };
  return {
    outline: (tables, roundId) => {
      const { outlines } = current(tables);
      const outline = outlines.get(roundId) ?? readOutline(tables, shelf, roundId);
      outlines.set(roundId, outline);
      return outline;
    },
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
      const byTemplate = areas.get(known) ?? new WeakMap<ChecklistTemplate, Uint8Array>();
      areas.set(known, byTemplate);
      const codes = byTemplate.get(template) ?? areaCodes(template, round.table);
      byTemplate.set(template, codes);
      return codes;
    },
  };
}

/** A target is a round, or something in a round: `round/case/item`. */
function forgetChanged({ outlines, rounds }: Known, targets: readonly string[] | null): void {
  for (const known of [outlines, rounds]) {
    if (targets === null) known.clear();
    else for (const target of targets) known.delete(target.split('/', 1)[0] ?? '');
  }
}

function readOutline(tables: Tables, shelf: TemplateShelf, roundId: string): RoundOutline {
  const { name, example, createdAt, record, templateId, templateEdition } = roundOf(tables, roundId);
  const template = shelf.edition(tables, templateId, templateEdition);
  const unit = tables.origins.get(roundId)?.unit ?? '';
  return { roundId, name, unit, asOf: record.asOf, createdAt, example, template };
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
    ...sentUnits(tables, roundId),
    table: tables.answerTables.of(
      roundId,
      itemsOf(template).map(({ id }) => id),
    ),
    conflicts: countConflicts(tables, roundId),
  };
}

import type { Action } from '../../review/action.ts';
import { type ChecklistTemplate, templateItems } from '../../review/template.ts';
import type { AreaFigure, ItemFigure } from '../figures.ts';
import type { Change } from '../trend/change.ts';
import { isAnswered } from './answer-table.ts';
import { areaCodes } from './area-codes.ts';
import { type CaseGroup, everyCase, type GroupedBy, groupOf, groupsOf } from './case-group.ts';
import { changeSince, type Compared } from './change-since.ts';
import { commonTemplate, type LeftOut } from './common-template.ts';
import { compileErrors, type ItemErrors } from './compile-errors.ts';
import { type AreaCodesOf, compileFigures } from './compile-figures.ts';
import { type CompileRound, figureUnits, inTime, unitOfCase } from './compile-round.ts';
import { differentReaders, roundsThatCount, roundTitle, setTitle } from './set-of-rounds.ts';
import { unitCoverage, type UnitCoverage } from './coverage.ts';
import { unitGroup } from './unit-group.ts';

/** An open action on something critical. `late`: it should have been done before today. */
export interface OpenCritical extends Action {
  readonly unit: string;
  readonly late: boolean;
}

/** A kind of problem in the data a unit drew on. `of` null: the count is a part of nothing that was counted. */
export interface UnitQuality {
  readonly unit: string;
  readonly code: string;
  readonly count: number;
  readonly of: number | null;
}

/** Rounds put together: every figure over all their strata. */
export interface Compilation {
  readonly title: string;
  /** The checklists of the rounds that are in, the newest first. */
  readonly editions: readonly { readonly id: string; readonly edition: number; readonly title: string }[];
  readonly leftOut: readonly LeftOut[];
  /** Units with several rounds in the set: a case may have been read in each, and counts each time. */
  readonly repeated: readonly string[];
  /**
   * The rounds in which the chosen unit is only some of what was drawn, by name: its figures are of the cases that were
   * sent to it, and their intervals are shares. Empty where no unit is chosen.
   */
  readonly sharedOut: readonly string[];
  /** Different people who read. */
  readonly readers: number;
  /** With their standing cases; none where everything stands together. '' is a group that says nothing. */
  readonly groups: readonly { readonly name: string; readonly cases: number }[];
  readonly areas: readonly (AreaFigure & { readonly name: string; readonly change: Change | null })[];
  readonly items: readonly (ItemFigure & {
    readonly question: string;
    readonly areaId: string;
    readonly change: Change | null;
  })[];
  /** Of the whole set, whatever the group. */
  readonly coverage: readonly UnitCoverage[];
  /** Of the group's cases; what concerns no single case only for all and for a unit. Late ones first, then by deadline. */
  readonly openCritical: readonly OpenCritical[];
  readonly registerErrors: readonly ItemErrors[];
  /** Of the whole set, each import once. */
  readonly quality: readonly UnitQuality[];
  /** Answers and other entries of the set that two people wrote differently and nobody has decided. */
  readonly conflicts: number;
  readonly compared: Compared | null;
}

export interface CompileInput {
  readonly rounds: readonly CompileRound[];
  /** By unit: see `roundsBefore`. */
  readonly before: ReadonlyMap<string, CompileRound>;
  readonly by: GroupedBy;
  readonly group: string | null;
  readonly actions: readonly Action[];
  readonly quality: readonly UnitQuality[];
  readonly conflicts: number;
  /** ISO day in Denmark. */
  readonly today: string;
  readonly areaCodesOf?: AreaCodesOf;
}

/** Null where the checklists of the rounds are not editions of one. */
export function compile(input: CompileInput): Compilation | null {
  const { rounds, leftOut } = roundsThatCount(input.rounds.toSorted(inTime), isRead);
  const common = commonTemplate(rounds);
  if (common === null) return null;
  const { by, group: name } = input;
  const group = chosenGroup(by, name);
  const isUnit = by === 'unit' && name !== null;
  const inGroup = isUnit ? rounds.filter((round) => figureUnits(round).has(name)) : rounds;
  return {
    title: setTitle(rounds.map((round) => ({ ...round, units: figureUnits(round) }))),
    editions: editionsOf(rounds),
    leftOut: [...leftOut, ...common.leftOut],
    ...factsOf(rounds),
    groups: groupsOf(rounds, by),
    sharedOut: isUnit ? inGroup.filter((round) => isDomain(round, group)).map(roundTitle) : [],
    ...figuresOf(isUnit ? withoutOthers(input, name) : input, inGroup, common.template, group),
    coverage: unitCoverage(input.rounds.toSorted(inTime)),
    openCritical: openCritical(input, inGroup, group),
    registerErrors: compileErrors(inGroup, common.template, group),
    quality: input.quality,
    conflicts: input.conflicts,
  };
}

function chosenGroup(by: GroupedBy, name: string | null): CaseGroup {
  if (by === 'all' || name === null) return everyCase;
  return by === 'unit' ? unitGroup(name) : groupOf(by, name);
}

/** A unit is compared with rounds that it had cases in. */
function withoutOthers(input: CompileInput, unit: string): CompileInput {
  return { ...input, before: new Map([...input.before].filter(([, round]) => figureUnits(round).has(unit))) };
}

function isDomain(round: CompileRound, group: CaseGroup): boolean {
  const { strata } = round.record;
  return strata.some((stratum) => stratum.part === 'random' && group.stratum(round, stratum) === 'mixed');
}

function isRead({ table }: CompileRound): boolean {
  return table.cases.some((row, at) => row.replacedBy === null && isAnswered(table, at));
}

function editionsOf(rounds: readonly CompileRound[]): Compilation['editions'] {
  const newestFirst = rounds.toReversed().map(({ template: { id, edition, title } }) => ({ id, edition, title }));
  return [...new Map(newestFirst.map((each) => [`${each.edition} ${each.id}`, each])).values()];
}

function factsOf(rounds: readonly CompileRound[]): Pick<Compilation, 'repeated' | 'readers'> {
  const units = rounds.flatMap((round) => [...figureUnits(round)]);
  const readers = rounds.flatMap(({ table }) => table.cases.map(({ reader }) => reader));
  return {
    repeated: [...Map.groupBy(units, (unit) => unit)].flatMap(([unit, own]) => (own.length > 1 ? [unit] : [])),
    readers: differentReaders(readers),
  };
}

function figuresOf(
  { before, areaCodesOf = (by, { table }) => areaCodes(by, table) }: CompileInput,
  rounds: readonly CompileRound[],
  template: ChecklistTemplate,
  group: CaseGroup,
): Pick<Compilation, 'areas' | 'items' | 'compared'> {
  const figures = compileFigures(rounds, template, group, areaCodesOf);
  const since = changeSince({ rounds, before, template, group, figures, areaCodesOf });
  const names = new Map(template.areas.map(({ id, name }) => [id, name]));
  const items = new Map(templateItems(template).map((item) => [item.id, item]));
  return {
    areas: figures.areas.map((area) => ({ ...area, name: names.get(area.id) ?? area.id, change: since.of(area) })),
    items: figures.items.map((figure) => {
      const item = items.get(figure.id);
      return { ...figure, question: item?.question ?? '', areaId: item?.area ?? '', change: since.of(figure) };
    }),
    compared: since.compared,
  };
}

function openCritical(
  { actions, today, by, group: name }: CompileInput,
  rounds: readonly CompileRound[],
  group: CaseGroup,
): readonly OpenCritical[] {
  const byId = new Map(rounds.map((round) => [round.roundId, round]));
  const isHeld = ({ caseId }: Action, round: CompileRound) => {
    if (group === everyCase) return true;
    if (caseId === null) return by === 'unit' && roundUnit(round) === name;
    return round.table.cases.some((row) => row.caseId === caseId && group.holds(row, round));
  };
  return actions
    .flatMap((action): OpenCritical[] => {
      const round = byId.get(action.roundId);
      if (round === undefined || !action.critical || action.done !== null || !isHeld(action, round)) return [];
      const unit = action.caseId === null ? roundUnit(round) : unitOfCase(round, action.caseId);
      return [{ ...action, unit, late: action.due !== null && action.due < today }];
    })
    .toSorted((a, b) => Number(b.late) - Number(a.late) || ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
}

/** Whose a round is as a whole: that of its only unit; of one that was shared out its own. */
function roundUnit(round: CompileRound): string {
  const [only = round.unit, ...others] = figureUnits(round);
  return others.length === 0 ? only : round.unit;
}

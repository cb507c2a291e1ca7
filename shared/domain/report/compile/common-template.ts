import { activeTemplate, type ChecklistTemplate, templateItems } from '../../review/template.ts';
import { type BreakReason, itemBreak } from '../trend/breaks.ts';
import { type CompileRound, inTime } from './compile-round.ts';

/** Why a round, or some of its items, are not in the figures. `example`: invented cases among real ones. */
export type LeftOutReason = BreakReason | 'not-asked' | 'example' | 'nothing-read';

/** `itemIds` null: the whole round. */
export interface LeftOut {
  readonly roundId: string;
  readonly itemIds: readonly string[] | null;
  /** In the order of `itemIds`, in the words of that round's edition where it asks. */
  readonly questions: readonly string[];
  readonly reason: LeftOutReason;
}

export interface CommonTemplate {
  readonly template: ChecklistTemplate;
  readonly leftOut: readonly LeftOut[];
}

type TemplateRound = Pick<CompileRound, 'roundId' | 'asOf' | 'createdAt' | 'template'>;

/**
 * The edition of the last round, without the items that another edition of the set words otherwise, judges by another
 * rule or does not ask: what is added up was answered to the same question. Null where the checklists are not editions
 * of one, or have no item in common. With one edition it is that template itself.
 */
export function commonTemplate(rounds: readonly TemplateRound[]): CommonTemplate | null {
  const main = rounds.toSorted(inTime).at(-1)?.template;
  if (main === undefined) return null;
  const leftOut = rounds.flatMap((round) => leftOutOf(round, main));
  if (leftOut.some(({ reason }) => reason === 'other-checklist')) return null;
  const dropped = new Set(leftOut.flatMap(({ itemIds }) => itemIds ?? []));
  const template = without(main, dropped);
  return template.sections.length === 0 ? null : { template, leftOut };
}

/** The items of a round that cannot be added to those of the main edition, by why. */
function leftOutOf({ roundId, template }: TemplateRound, main: ChecklistTemplate): readonly LeftOut[] {
  if (isSameEdition(template, main)) return [];
  const questions = new Map(
    [main, template].flatMap((each) => templateItems(activeTemplate(each)).map((item) => [item.id, item.question])),
  );
  const reasons = [...questions.keys()].flatMap((id) => {
    const reason = reasonFor(template, main, id);
    return reason === null ? [] : [{ id, reason }];
  });
  return [...Map.groupBy(reasons, ({ reason }) => reason)].map(([reason, items]) => ({
    roundId,
    itemIds: items.map(({ id }) => id),
    questions: items.map(({ id }) => questions.get(id) ?? id),
    reason,
  }));
}

function reasonFor(template: ChecklistTemplate, main: ChecklistTemplate, id: string): LeftOutReason | null {
  const [before, after] = isLater(template, main) ? [main, template] : [template, main];
  const reason = itemBreak({ template: before }, { template: after }, id);
  if (reason === 'other-checklist') return reason;
  return [template, main].every((each) => asks(each, id)) ? reason : 'not-asked';
}

function asks(template: ChecklistTemplate, id: string): boolean {
  return templateItems(activeTemplate(template)).some((item) => item.id === id);
}

function isLater(one: ChecklistTemplate, other: ChecklistTemplate): boolean {
  if (one.basedOn?.id === other.id && one.basedOn.edition === other.edition) return true;
  return one.id === other.id && one.edition > other.edition;
}

function isSameEdition(one: ChecklistTemplate, other: ChecklistTemplate): boolean {
  return one.id === other.id && one.edition === other.edition;
}

function without(template: ChecklistTemplate, dropped: ReadonlySet<string>): ChecklistTemplate {
  if (dropped.size === 0) return template;
  const sections = template.sections
    .map((section) => ({ ...section, items: section.items.filter(({ id }) => !dropped.has(id)) }))
    .filter(({ items }) => items.length > 0);
  return { ...template, sections };
}

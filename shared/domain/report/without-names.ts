import { hiddenNameWords as words } from '../../words/hidden-names.ts';
import type { Action } from '../review/action.ts';
import type { ItemAnswer } from '../review/answer.ts';
import { lowerWords } from '../review/find-person-text.ts';
import { templateItems } from '../review/template.ts';
import type { CaseTalk } from './case-page.ts';
import { type HideNames, isName, namesHider } from './hide-names.ts';
import type { ReportCase, ReportSource } from './source.ts';

/** `people`: children and caseworkers. `children`: the caseworker of a case may be named in it. */
export type HiddenPeople = 'people' | 'children';

/**
 * The same round without the names of its children (and its caseworkers) and without CPR numbers in what people have
 * written: notes, evidence, good practice, actions, talks, reasons. An action's owner who is the caseworker becomes
 * "Sagens rådgiver". Of several rounds: what is written in each is without the names of all.
 */
export function withoutNames(source: ReportSource, people: HiddenPeople): ReportSource {
  const ordinary = new Set(templateItems(source.template).flatMap(({ question }) => lowerWords(question)));
  const fields = people === 'people' ? (['child_name', 'caseworker'] as const) : (['child_name'] as const);
  const cases = [...source.cases, ...(source.leftOutCases ?? [])];
  const hide = namesHider(namesOf(cases, fields), ordinary);
  const caseworkers = people === 'people' ? namesOf(cases, ['caseworker']) : null;
  const { together, notTogether } = source;
  return {
    ...hiddenIn(source, hide, caseworkers),
    ...(together === undefined
      ? {}
      : {
          together: together.map((round) => ({
            ...round,
            label: hide(round.label),
            source: hiddenIn(round.source, hide, caseworkers),
          })),
        }),
    ...(notTogether === undefined
      ? {}
      : { notTogether: notTogether.map((each) => ({ ...each, label: hide(each.label) })) }),
  };
}

/** `caseworkers`: those of all cases, who are not named either; null where they may be. */
function hiddenIn(source: ReportSource, hide: HideNames, caseworkers: readonly string[] | null): ReportSource {
  const ownerOf =
    caseworkers === null ? ({ owner }: Action) => hide(owner) : ownerHider(source.cases, caseworkers, hide);
  const action = (each: Action): Action => ({ ...each, text: hide(each.text), owner: ownerOf(each) });
  return {
    ...source,
    record: withoutNamesInReasons(source.record, hide),
    reviews: source.reviews.map((review) => ({
      ...review,
      answers: review.answers.map((answer) => withoutNamesIn(answer, hide)),
    })),
    actions: source.actions.map(action),
    ...(source.talks === undefined ? {} : { talks: withoutNamesInTalks(source.talks, hide) }),
    earlier: source.earlier.map((round) => ({ ...round, actions: round.actions.map(action) })),
  };
}

function namesOf(cases: readonly ReportCase[], fields: readonly ('child_name' | 'caseworker')[]): readonly string[] {
  const names = cases.flatMap(({ case: { values, activities } }) =>
    [values, ...activities.map((activity) => activity.values)].flatMap((each) =>
      fields.map((field) => each[field]?.trim() ?? ''),
    ),
  );
  return [...new Set(names)].filter((name) => name !== '');
}

function ownerHider(
  cases: readonly ReportCase[],
  caseworkers: readonly string[],
  hide: HideNames,
): (action: Action) => string {
  const own = new Map(cases.map((row) => [row.drawn.caseId, namesOf([row], ['caseworker'])]));
  return ({ owner, caseId }) => {
    if (caseId !== null && isName(owner, own.get(caseId) ?? [])) return words.caseworker;
    return isName(owner, caseworkers) ? words.otherCaseworker : hide(owner);
  };
}

function withoutNamesIn(answer: ItemAnswer, hide: HideNames): ItemAnswer {
  const { note, evidence, goodPractice, override } = answer;
  return {
    ...answer,
    note: hide(note),
    evidence: hide(evidence),
    ...(goodPractice === undefined ? {} : { goodPractice: hide(goodPractice) }),
    ...(override === undefined ? {} : { override: { ...override, text: hide(override.text) } }),
  };
}

function withoutNamesInTalks(
  talks: NonNullable<ReportSource['talks']>,
  hide: HideNames,
): NonNullable<ReportSource['talks']> {
  const talk = ({ conversation, comments }: CaseTalk): CaseTalk => ({
    conversation:
      conversation === null
        ? null
        : { ...conversation, praise: hide(conversation.praise), agreement: hide(conversation.agreement) },
    comments: Object.fromEntries(
      Object.entries(comments).map(([itemId, comment]) => [itemId, { ...comment, text: hide(comment.text) }]),
    ),
  });
  return Object.fromEntries(Object.entries(talks).map(([caseId, each]) => [caseId, talk(each)]));
}

function withoutNamesInReasons(record: ReportSource['record'], hide: HideNames): ReportSource['record'] {
  const { redrawReason, excluded, enlargements } = record;
  return {
    ...record,
    redrawReason: redrawReason === null ? null : hide(redrawReason),
    excluded: excluded.map((each) => ({ ...each, reason: hide(each.reason) })),
    ...(enlargements === undefined
      ? {}
      : {
          enlargements: enlargements.map((each) => ({
            ...each,
            reason: each.reason === null ? null : hide(each.reason),
          })),
        }),
  };
}

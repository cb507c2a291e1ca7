import { lowerWords } from '../../review/find-person-text.ts';
import { type ChecklistTemplate, templateItems } from '../../review/template.ts';
import type { CaseRecord } from '../../population/case.ts';
import { namesHider } from '../hide-names.ts';

/** What a person has written about an example for the catalogue. */
export interface PracticeWords {
  readonly what: string;
  readonly why: string;
  readonly ask: string;
  readonly hidden: boolean;
}

/** A starred answer as its review holds it. */
export interface StarredAnswer {
  readonly caseId: string;
  readonly itemId: string;
  /** The reader's line on what worked; may be empty. */
  readonly line: string;
  /** Where another unit than the round's has read the case. */
  readonly unit?: string;
}

/** The stars of one round, with all it takes to say whose they are and to leave names out. */
export interface StarredRound {
  readonly roundId: string;
  readonly name: string;
  readonly asOf: string;
  readonly example: boolean;
  /** Empty where the round's unit is not known. */
  readonly unit: string;
  readonly template: ChecklistTemplate;
  readonly starred: readonly StarredAnswer[];
  /** Of all the round's cases: a note on one child may name another. */
  readonly cases: readonly CaseRecord[];
  /** By `practiceKey`. */
  readonly written: ReadonlyMap<string, PracticeWords>;
}

/** One example of good practice. Names of children and caseworkers and CPR numbers are hidden in every text. */
export interface GoodPractice extends PracticeWords {
  readonly roundId: string;
  readonly caseId: string;
  readonly itemId: string;
  readonly areaId: string;
  readonly area: string;
  readonly question: string;
  readonly unit: string;
  readonly round: string;
  readonly asOf: string;
  readonly example: boolean;
  /** A name or a CPR number was hidden in one of its texts. */
  readonly named: boolean;
  /** A person has written about it for the catalogue. */
  readonly edited: boolean;
}

export interface PracticeSearch {
  readonly text: string;
  readonly areaId: string | null;
}

export function practiceKey(caseId: string, itemId: string): string {
  return `${caseId} ${itemId}`;
}

/**
 * Every starred answer of some rounds as an example without names, newest round first, then in the order of the
 * checklist. What nobody has written yet begins as the reader's line, an empty reason, and the unit to ask.
 */
export function catalogueOf(rounds: readonly StarredRound[]): readonly GoodPractice[] {
  return [...rounds].sort((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0)).flatMap(entriesOf);
}

function entriesOf(round: StarredRound): readonly GoodPractice[] {
  const items = templateItems(round.template);
  const places = new Map(items.map(({ id }, index) => [id, index]));
  const areas = new Map(round.template.areas.map(({ id, name }) => [id, name]));
  const hide = namesHider(namesOf(round.cases), new Set(items.flatMap(({ question }) => lowerWords(question))));
  const { roundId, name, asOf, example } = round;
  return [...round.starred]
    .sort((a, b) => (places.get(a.itemId) ?? 0) - (places.get(b.itemId) ?? 0))
    .flatMap(({ caseId, itemId, line, unit = round.unit }): GoodPractice[] => {
      const item = items.find(({ id }) => id === itemId);
      if (item === undefined) return [];
      const written = round.written.get(practiceKey(caseId, itemId));
      const said = written ?? { what: line, why: '', ask: unit, hidden: false };
      const [what, why, ask] = [hide(said.what), hide(said.why), hide(said.ask)];
      return [
        {
          roundId,
          caseId,
          itemId,
          areaId: item.area,
          area: areas.get(item.area) ?? item.area,
          question: item.question,
          unit,
          round: name,
          asOf,
          example,
          what,
          why,
          ask,
          hidden: said.hidden,
          named:
            what !== said.what.normalize('NFC') ||
            why !== said.why.normalize('NFC') ||
            ask !== said.ask.normalize('NFC'),
          edited: written !== undefined,
        },
      ];
    });
}

/** Children and caseworkers of some cases and of their activities. */
export function namesOf(cases: readonly CaseRecord[]): readonly string[] {
  const names = cases.flatMap(({ values, activities }) =>
    [values, ...activities.map((activity) => activity.values)].flatMap(({ child_name, caseworker }) => [
      child_name?.trim() ?? '',
      caseworker?.trim() ?? '',
    ]),
  );
  return [...new Set(names)].filter((name) => name !== '');
}

/** The examples of an area that hold every word of a text somewhere, in any case; a part of a word is enough. */
export function searchPractice(
  entries: readonly GoodPractice[],
  { text, areaId }: PracticeSearch,
): readonly GoodPractice[] {
  const wanted = text.normalize('NFC').toLocaleLowerCase('da').split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => {
    if (areaId !== null && entry.areaId !== areaId) return false;
    const { what, why, ask, area, question, unit, round } = entry;
    const all = [what, why, ask, area, question, unit, round].join('\n').normalize('NFC').toLocaleLowerCase('da');
    return wanted.every((each) => all.includes(each));
  });
}

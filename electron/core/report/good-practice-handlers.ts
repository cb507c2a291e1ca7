import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import {
  catalogueOf,
  type GoodPractice,
  namesOf,
  practiceKey,
  searchPractice,
  type StarredRound,
} from '#shared/domain/report/good-practice/catalogue.ts';
import { figureUnit } from '#shared/domain/report/compile/compile-round.ts';
import { practiceWorkbook, shownOf } from '#shared/domain/report/good-practice/practice-workbook.ts';
import { findPersonText, lowerWords, peopleNamed } from '#shared/domain/review/find-person-text.ts';
import { templateItems } from '#shared/domain/review/template.ts';

import { sentUnits } from '../exchange/sent-units.ts';
import type { Ports } from '../ports.ts';
import { currentCaseOf, templateOf } from '../review/queue.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import { writeWorkbook } from './write-workbook.ts';

type GoodPracticeHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `goodPractice.${string}`>>;

/**
 * The catalogue of good practice over all rounds of the workspace, its words, and its sheet. The sheet names no child,
 * caseworker or case, so a policy that keeps reports of cases in the program does not stop it.
 */
export function createGoodPracticeHandlers(ports: Ports, store: Store, shelf: TemplateShelf): GoodPracticeHandlers {
  return {
    'goodPractice.list': (search) => {
      const all = store.read((tables) => catalogueOf(starredRounds(tables, shelf)));
      return Promise.resolve({ entries: searchPractice(all, search), areas: areasOf(all), total: all.length });
    },
    'goodPractice.save': async ({ roundId, caseId, itemId, ...words }) => {
      const before = store.read((tables) => {
        currentCaseOf(tables, roundId, caseId);
        refuseNames(tables, shelf, roundId, [words.what, words.why, words.ask]);
        return tables.goodPractice.list().find((row) => row.roundId === roundId && isOf(row, caseId, itemId)) ?? null;
      });
      const after = { roundId, caseId, itemId, ...words };
      const entry = { kind: 'good-practice.saved', target: `${roundId}/${caseId}`, before, after };
      await store.change(entry, (tables) => tables.goodPractice.put(after));
      ports.announce({ name: 'stage-changed', stage: 'report' });
      return null;
    },
    'goodPractice.write': async ({ target, ...search }) => {
      const found = store.read((tables) => searchPractice(catalogueOf(starredRounds(tables, shelf)), search));
      await ports.files.write(target, await writeWorkbook(practiceWorkbook(found, ports.clock.now())));
      return { name: target.name, entries: shownOf(found).length };
    },
  };
}

function isOf(row: { readonly caseId: string; readonly itemId: string }, caseId: string, itemId: string): boolean {
  return row.caseId === caseId && row.itemId === itemId;
}

/** Every round that has a star in a case that still counts. */
function starredRounds(tables: Tables, shelf: TemplateShelf): readonly StarredRound[] {
  const starred = Map.groupBy(tables.goodPractice.starred(), ({ roundId }) => roundId);
  const written = Map.groupBy(tables.goodPractice.list(), ({ roundId }) => roundId);
  const origins = tables.origins.list();
  const { department } = tables.profile.get();
  return tables.rounds.list().flatMap(({ id, name, example, record }): StarredRound[] => {
    const stars = starred.get(id);
    if (stars === undefined) return [];
    const cases = tables.sample.list(id);
    const { sentTo, people } = sentUnits(tables, id);
    const unit = origins.get(id)?.unit ?? department;
    const replaced = new Set(cases.flatMap(({ drawn, replacedBy }) => (replacedBy === null ? [] : [drawn.caseId])));
    return [
      {
        roundId: id,
        name,
        asOf: record.asOf,
        example,
        unit,
        template: templateOf(tables, shelf, id),
        starred: stars
          .filter(({ caseId }) => !replaced.has(caseId))
          .map((star) => ({ ...star, unit: figureUnit({ unit, sentTo, people }, star.caseId) })),
        cases: cases.map((row) => row.case),
        written: new Map((written.get(id) ?? []).map((row) => [practiceKey(row.caseId, row.itemId), row])),
      },
    ];
  });
}

/** The areas of the examples with how many each has, the fullest first. */
function areasOf(entries: readonly GoodPractice[]) {
  return [...Map.groupBy(entries, ({ areaId }) => areaId)]
    .map(([id, own]) => ({ id, name: own[0]?.area ?? id, entries: own.length }))
    .toSorted((a, b) => b.entries - a.entries);
}

/** Throws `report-contains-person-data`: what is written for all units names nobody of any round. */
function refuseNames(tables: Tables, shelf: TemplateShelf, roundId: string, texts: readonly string[]): void {
  const cases = tables.rounds.list().flatMap(({ id }) => tables.sample.list(id).map((row) => row.case));
  const ordinary = templateItems(templateOf(tables, shelf, roundId)).flatMap(({ question }) => lowerWords(question));
  const people = peopleNamed(namesOf(cases), new Set(ordinary));
  const hits = texts.flatMap((text) => findPersonText(text, people));
  const [first] = hits;
  if (first === undefined) return;
  throw new AppError('report-contains-person-data', `${hits.length} places name a person`, {
    places: hits.length,
    kind: first.kind,
    found: first.found,
  });
}

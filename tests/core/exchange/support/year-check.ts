import { expect } from 'vitest';

import { blank } from './answer-history.ts';
import { cellsOf, isHere, placesOf } from './year.ts';
import { noCall, shownIn, type YearOffice } from './year-office.ts';
import type { Base } from './year-steps.ts';

/** The conflicts that the consultant is shown, by the names of the history. */
export async function conflictsAt(base: Base, office: YearOffice) {
  const found = [];
  for (const [round, { at: places }] of base.rounds.entries()) {
    const here = places.karen!;
    if (!(await isHere(office, here.roundId))) continue;
    for (const { cell, caseId, what, versions } of await office.app['exchange.conflicts'](
      { roundId: here.roundId },
      noCall,
    )) {
      const name = `${round}/${here.caseIds.indexOf(caseId ?? '')}`;
      const itemId = what === 'answer' ? decodeURIComponent(cell.split('/')[3] ?? '') : 'review';
      const sides = versions.map(({ versionId, content }) => ({ versionId, content: sideOf(content) }));
      found.push({ roundId: here.roundId, stored: cell, name, cell: `${name}/${itemId}`, sides });
    }
  }
  return found;
}

function sideOf(
  content: Awaited<ReturnType<YearOffice['app']['exchange.conflicts']>>[number]['versions'][number]['content'],
): string {
  if (content.what === 'review') return `${content.reader}/${content.state}`;
  if (content.what !== 'answer') throw new Error(content.what);
  const { itemId: _, ...answer } = content.answer;
  const { value, note, evidence, ...rest } = answer;
  return value === null && note === '' && evidence === '' && Object.keys(rest).length === 0
    ? blank
    : JSON.stringify(answer);
}

/** Every answer and every conflict is what the history says; what was typed since is settled only in the comparison. */
export async function check(base: Base, office: YearOffice): Promise<void> {
  const { history } = office;
  const settled = new (history.constructor as new () => typeof history)();
  settled.known = history.known;
  history.given.forEach((content, cell) => settled.given.set(cell, content));
  history.shown.forEach((content, cell) => settled.shown.set(cell, content));
  const expected = new Map<string, readonly string[]>();
  for (const place of placesOf(base, 'karen')) {
    if (!(await isHere(office, place.roundId))) continue;
    const tables = await shownIn(office, place);
    for (const cell of cellsOf(base, place.name)) {
      if (!cell.endsWith('/review')) expect([cell, tables.get(cell)]).toEqual([cell, history.shown.get(cell) ?? blank]);
      // Only a cell that was in conflict when something was merged waits; typing alone makes none.
      if (!history.isConflict(cell)) continue;
      settled.settle([cell]);
      expected.set(cell, settled.contents(cell));
    }
    const isUndecided = cellsOf(base, place.name).some((cell) => !cell.endsWith('/review') && history.isConflict(cell));
    if (isUndecided) expect(tables.get(`${place.name}/review`)).not.toMatch(/\/done$/u);
  }
  const waiting = await conflictsAt(base, office);
  expect(
    new Map(waiting.map(({ cell, sides }) => [cell, [...new Set(sides.map(({ content }) => content))].toSorted()])),
  ).toEqual(expected);
  const status = await office.app['exchange.status']({}, noCall);
  expect(status.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBe(expected.size);
}

import { expect } from 'vitest';

import { blank, type Known } from './answer-history.ts';
import { cellsOf, cellsOfRound, isHere, placeOf, placesOf, type Year } from './year.ts';
import { conflictsAt } from './year-check.ts';
import { noCall, restart, shownIn, type YearOffice } from './year-office.ts';
import { type Base, spoken, type Step } from './year-steps.ts';

/** What a person's own act left in their tables is taken as they left it. */
async function look(office: YearOffice, place: NonNullable<ReturnType<typeof placeOf>>): Promise<void> {
  for (const [cell, content] of await shownIn(office, place)) office.history.shown.set(cell, content);
}

async function write(year: Year, todo: Extract<Step, { at: number }>): Promise<boolean> {
  const { base } = year;
  const office = year.offices[todo.who];
  const place = placeOf(base, todo.who, todo.at);
  if (place === null || !(await isHere(office, place.roundId))) return false;
  const key = { roundId: place.roundId, caseId: place.caseId, reading: 1 as const };
  const { state, canUndo, canRedo } = await office.app['review.open'](key, noCall);
  if (todo.kind === 'view') await office.app['review.viewed'](key, noCall);
  else if (state === 'done') return false;
  else if (todo.kind === 'answer') {
    await office.app['review.answer']({ ...key, itemId: base.items[todo.item]!, value: todo.value }, noCall);
  } else if (todo.kind === 'close') {
    const answers = Object.fromEntries(base.items.map((id) => [id, { value: 'yes' as const }]));
    const reviews = [{ caseId: place.caseId, answers, close: true }];
    await office.app['review.answerFile'](
      { roundId: place.roundId, answers: { template: 'underretninger', reviews } },
      noCall,
    );
  } else {
    const can = todo.kind === 'undo' ? canUndo : canRedo;
    const done = office.app[`review.${todo.kind}`](key, noCall);
    await (can ? done : expect(done).rejects.toMatchObject({ code: `nothing-to-${todo.kind}` }));
  }
  await look(office, place);
  return true;
}

async function send(year: Year, { who: from, round }: Extract<Step, { kind: 'send' }>): Promise<boolean> {
  const { base } = year;
  const office = year.offices[from];
  const here = base.rounds[round]?.at[from];
  if (here === undefined) return false;
  const target = { ref: 'svar.ltp', name: 'svar.ltp' };
  const secret = round === 2 ? spoken : null;
  const result = { roundId: here.roundId, unit: from, withNames: false, passphrase: secret, target };
  await office.app['exchange.sendResult'](result, noCall);
  office.history.settle(cellsOfRound(base, round));
  const known = new Map([...office.history.known].filter(([cell]) => cell.startsWith(`${round}/`)));
  year.packages.push({ from, round, known, bytes: office.files.get(target.ref)!, passphrase: secret });
  return true;
}

/** What the tables are to hold of an answer: nothing while two people say two things. */
function answerOf({ history }: YearOffice, cell: string): string {
  const [content = blank, ...others] = history.contents(cell);
  return others.length > 0 ? blank : content;
}

/** The tables were given what the history says; of two readers' reviews one stands, open while an answer is missing. */
async function given(base: Base, office: YearOffice, round: number): Promise<void> {
  for (const place of placesOf(base, 'karen').filter((each) => each.round === round)) {
    for (const [cell, content] of await shownIn(office, place)) {
      const told = cell.endsWith('/review') ? content : answerOf(office, cell);
      office.history.given.set(cell, told);
      office.history.shown.set(cell, told);
    }
  }
}

/** A package comes home, for the first time or again; false where there is none. */
export async function collect(year: Year, office: YearOffice, index: number): Promise<boolean> {
  const { base } = year;
  const sent = year.packages[index];
  if (sent === undefined) return false;
  const { history } = office;
  const file = { ref: 'svar.ltp', name: 'svar.ltp' };
  office.files.set(file.ref, sent.bytes);
  const line = `${sent.from}/${sent.round}`;
  const isNewest = index > (year.collected.get(line) ?? -1);
  const isNews = knows(history.known, sent.known);
  if (isNews || isNewest) history.settle(cellsOfRound(base, sent.round));
  history.learn(sent.known);
  const outcome = await office.app['exchange.collect']({ file, passphrase: sent.passphrase }, noCall);
  const isFirstOfOwn = sent.round === 2 && !year.collected.has(line);
  expect(outcome.outcome).toBe(isNews || isFirstOfOwn ? 'merged' : 'nothing-new');
  if (isNewest) year.collected.set(line, index);
  if (isNews || isNewest) await given(base, office, sent.round);
  return true;
}

const knows = (known: Known, other: Known): boolean =>
  [...other].some(([cell, entries]) => entries.some((entry) => known.get(cell)?.includes(entry) !== true));

async function decide(year: Year, { conflict, side }: Extract<Step, { kind: 'decide' }>): Promise<boolean> {
  const { base } = year;
  const { karen } = year.offices;
  const waiting = await conflictsAt(base, karen);
  const chosen = waiting[conflict % Math.max(1, waiting.length)];
  if (chosen === undefined) return false;
  const { versionId, content } = chosen.sides[side % chosen.sides.length]!;
  karen.history.settle(cellsOf(base, chosen.name));
  await karen.app['exchange.decide']({ roundId: chosen.roundId, cell: chosen.stored, versionId }, noCall);
  karen.history.decide(chosen.cell, content);
  const place = placesOf(base, 'karen').find(({ name }) => name === chosen.name)!;
  for (const [cell, shown] of await shownIn(karen, place)) {
    const told = cell.endsWith('/review') ? shown : answerOf(karen, cell);
    karen.history.given.set(cell, told);
    karen.history.shown.set(cell, told);
  }
  return true;
}

/** One step of the year, in the programs and in the history; false where it cannot be taken. */
export async function act(year: Year, todo: Step): Promise<boolean> {
  switch (todo.kind) {
    case 'send':
      return send(year, todo);
    case 'collect':
      return collect(year, year.offices.karen, year.packages.length - 1 - todo.back);
    case 'decide':
      return decide(year, todo);
    case 'restart':
      await restart(year.offices[todo.who]);
      return true;
    case 'answer':
    case 'close':
    case 'redo':
    case 'undo':
    case 'view':
      return write(year, todo);
  }
}

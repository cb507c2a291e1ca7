import {
  type CellContent,
  cellKey,
  type CellNow,
  type ReviewContent,
  unanswered,
} from '../../../shared/domain/exchange/cells.ts';
import { reduceVersions } from '../../../shared/domain/exchange/reduce-versions.ts';
import { rekey } from '../../../shared/domain/exchange/rekey.ts';
import {
  conflictsOf,
  decide,
  merge,
  project,
  type RoundVersions,
  stamp,
} from '../../../shared/domain/exchange/round-versions.ts';
import { type Edit, type Known, NaiveHistory, saidOnly } from './naive-history.ts';
import { testHash } from './test-hash.ts';

export const caseKeys = ['2026-1', '2026-2'] as const;
export const hideText = (text: string): string => text.replaceAll(/Sofie|Emma/gu, '[navn]');

/** Hides names by hand, as the history understands it. */
function hideContent(content: CellContent): CellContent {
  if (content === null) return content;
  if ('note' in content) return { ...content, note: hideText(content.note) };
  return 'owner' in content ? { ...content, text: hideText(content.text) } : content;
}

export interface Package {
  readonly from: string;
  readonly round: number;
  readonly versions: RoundVersions;
  readonly known: Known;
}

/** A round in one workspace: its tables as SQL keeps them, what it remembers of versions, and what it truly knows. */
export interface RoundState {
  readonly rows: ReadonlyMap<string, CellNow>;
  readonly versions: RoundVersions;
  readonly known: Known;
}

const emptyRound: RoundState = { rows: new Map(), versions: new Map(), known: new Map() };

/** Several workspaces that share nothing but packages, beside a history that is written on its own. */
export class Workspaces {
  readonly history = new NaiveHistory(hideContent);
  readonly packages: Package[] = [];
  readonly #rounds = new Map<string, RoundState>();
  readonly #copies = new Map<string, RoundState>();
  readonly #ids = new Map<number, string>();
  readonly #made = new Set<string>();
  readonly #typed = new Map<string, number>();
  #time = 0;

  round(who: string, round: number): RoundState {
    return this.#rounds.get(`${who} ${round}`) ?? emptyRound;
  }

  #keep(who: string, round: number, state: RoundState): void {
    this.#rounds.set(`${who} ${round}`, state);
  }

  #now(): string {
    this.#time += 1;
    return new Date(Date.UTC(2026, 0, 1) + this.#time * 1_000).toISOString();
  }

  /** Somebody types something: a row of the tables, or no row where nothing is left to say. */
  write(who: string, round: number, cell: string, content: CellContent): void {
    const state = this.round(who, round);
    const rows = new Map(state.rows);
    if (isNoRow(content)) rows.delete(cell);
    else rows.set(cell, { content, by: who, at: this.#now() });
    this.#keep(who, round, { ...state, rows });
  }

  /** Looking at a case takes time and says nothing. */
  look(who: string, round: number, cell: string): void {
    const now = this.round(who, round).rows.get(cell);
    if (now?.content === undefined || now.content === null || !('seconds' in now.content)) return;
    const state = this.round(who, round);
    const content = { ...now.content, seconds: now.content.seconds + 7 };
    this.#keep(who, round, { ...state, rows: new Map(state.rows).set(cell, { ...now, content }) });
  }

  copy(who: string, round: number): void {
    this.#copies.set(`${who} ${round}`, this.round(who, round));
  }

  restore(who: string, round: number): void {
    const copy = this.#copies.get(`${who} ${round}`);
    if (copy !== undefined) this.#keep(who, round, copy);
  }

  send(who: string, round: number, withNames: boolean): void {
    this.stamp(who, round);
    const { versions, known } = this.round(who, round);
    const travelling = withNames ? { versions, known } : this.#withoutNames(versions, known);
    this.packages.push({ from: who, round, ...travelling });
  }

  #withoutNames(versions: RoundVersions, known: Known): Pick<Package, 'versions' | 'known'> {
    const reduced = reduceVersions(versions, { text: hideText, owner: (owner) => owner });
    const isHome = (number: number) => this.history.edit(number).cell.startsWith('co');
    return {
      versions: rekey(reduced.versions, (key) => `hmac-${key}`).versions,
      known: new Map([...known.keys()].filter((number) => !isHome(number)).map((number) => [number, 'reduced'])),
    };
  }

  deliver(index: number, to: string): void {
    const parcel = this.packages[index];
    if (parcel === undefined) return;
    const { round } = parcel;
    this.stamp(to, round);
    const state = this.round(to, round);
    const { versions, unknown } = rekey(parcel.versions, (key) => key.replace(/^hmac-/u, ''));
    if (unknown.length > 0) throw new Error('a case of the round is unknown');
    this.#settle(to, round, merge(state.versions, versions), NaiveHistory.together(state.known, parcel.known));
  }

  /** Somebody chooses a side of a conflict; the first conflict and side counted from these numbers. */
  decide(who: string, round: number, conflict: number, side: number): void {
    this.stamp(who, round);
    const state = this.round(who, round);
    const conflicts = conflictsOf(state.versions);
    const chosen = conflicts[conflict % Math.max(1, conflicts.length)];
    if (chosen === undefined) return;
    const { cell, versions } = chosen;
    const version = versions[side % versions.length]!;
    const after = decide(state.versions, { cell, versionId: version.id }, { by: who, at: this.#now() }, testHash);
    if (after === null) throw new Error('the conflict is gone');
    const replaces = this.history.standing(cell, state.known);
    const { content } = version;
    const number = this.#record(after, { cell, content, replaces });
    this.#settle(who, round, after, new Map(state.known).set(number, 'whole'));
  }

  /** What was typed becomes versions; the history judges by itself what was typed. */
  stamp(who: string, round: number): void {
    const state = this.round(who, round);
    const removed = { by: who, at: this.#now() };
    const versions = stamp(state.rows, state.versions, testHash, removed);
    const known = new Map(state.known);
    const cells = new Set([...state.rows.keys(), ...this.history.cells(known)]);
    for (const cell of cells) {
      const typed = state.rows.get(cell)?.content ?? emptyFor(cell);
      const given = this.expected(cell, state);
      if (typed === undefined || saidOnly(typed) === saidOnly(given ?? emptyFor(cell) ?? null)) continue;
      const standing = this.history.standing(cell, state.known);
      const isDisputed = this.history.isDisputed(cell, state.known);
      const isSaid = standing.some((number) => saidOnly(this.history.content(number, state.known)) === saidOnly(typed));
      if (isDisputed && isSaid) continue;
      const all = this.history.ofCell(cell, state.known);
      const replaces = isDisputed ? all.filter((number) => !standing.includes(number)) : standing;
      const at = state.rows.get(cell)?.at ?? removed.at;
      known.set(this.#recordOnce(at, versions, { cell, content: typed, replaces }), 'whole');
    }
    this.#settle(who, round, versions, known);
  }

  /** What was typed at one instant and replaces the same is one edit, also when a copy was restored in between. */
  #recordOnce(at: string, versions: RoundVersions, edit: Edit): number {
    const key = JSON.stringify([edit.cell, at, edit.replaces.toSorted((a, b) => a - b)]);
    const number = this.#typed.get(key) ?? this.#record(versions, edit);
    this.#typed.set(key, number);
    return number;
  }

  /** An edit goes into the history under the id that the product gave it: the head that is new. */
  #record(versions: RoundVersions, edit: Edit): number {
    const number = this.history.add(edit);
    const fresh = (versions.get(edit.cell) ?? []).filter(({ id }) => !this.#made.has(`${edit.cell} ${id}`));
    if (fresh.length !== 1) throw new Error(`${fresh.length} new versions in ${edit.cell} after one edit`);
    this.#ids.set(number, fresh[0]!.id);
    this.#made.add(`${edit.cell} ${fresh[0]!.id}`);
    return number;
  }

  id(number: number): string {
    return this.#ids.get(number)!;
  }

  #settle(who: string, round: number, versions: RoundVersions, known: Known): void {
    const rows = new Map(this.round(who, round).rows);
    for (const [cell, now] of project(versions)) {
      if (isNoRow(now.content)) rows.delete(cell);
      else rows.set(cell, now);
    }
    this.#keep(who, round, { rows, versions, known });
  }

  /** What the tables are to hold by the history; undefined where it has nothing on the cell. */
  expected(cell: string, state: RoundState): CellContent | undefined {
    const { history } = this;
    const standing = history.standing(cell, state.known);
    if (standing.length === 0) return undefined;
    if (!history.isDisputed(cell, state.known))
      return this.#reopened(cell, state, history.content(standing[0]!, state.known));
    if (cell.startsWith('answer/')) return unanswered;
    // Which of several that are equally unfinished stands is the product's choice, made by ids.
    const contents = standing.map((number) => history.content(number, state.known));
    const open = contents.filter(isOpen);
    const candidates = (open.length > 0 ? open : contents).map((content) => this.#reopened(cell, state, content));
    const shown = project(state.versions).get(cell)?.content ?? null;
    return candidates.find((content) => saidOnly(content) === saidOnly(shown)) ?? candidates[0];
  }

  #reopened(cell: string, state: RoundState, content: CellContent): CellContent {
    if (content === null || !('state' in content) || content.state !== 'done') return content;
    const answers = this.history
      .cells(state.known)
      .filter((each) => each.startsWith(cell.replace('review/', 'answer/')));
    const isMissing = (each: string): boolean => {
      const answer = this.expected(each, state);
      return answer !== undefined && answer !== null && 'value' in answer && answer.value === null;
    };
    const open: ReviewContent = { ...content, state: 'reopened', closedAt: null };
    return answers.some(isMissing) ? open : content;
  }
}

function isOpen(content: CellContent): boolean {
  if (content === null) return false;
  if ('state' in content) return content.state !== 'done';
  if ('done' in content) return content.done === null;
  return 'held' in content && content.held === null;
}

function emptyFor(cell: string): CellContent | undefined {
  return cell.startsWith('answer/') ? unanswered : cell.startsWith('comment/') ? null : undefined;
}

function isNoRow(content: CellContent): boolean {
  return content === null || saidOnly(content) === saidOnly(unanswered);
}

const [first, second] = caseKeys;

/** Few cells, so that people meet in them. */
export const cells: readonly string[] = [
  cellKey({ kind: 'answer', caseKey: first, reading: 1, itemId: 'plan' }),
  cellKey({ kind: 'answer', caseKey: first, reading: 1, itemId: 'barnets-stemme' }),
  cellKey({ kind: 'review', caseKey: first, reading: 1 }),
  cellKey({ kind: 'conversation', caseKey: first }),
  cellKey({ kind: 'comment', caseKey: first, itemId: 'plan' }),
  cellKey({ kind: 'action', actionId: 'a1' }),
  cellKey({ kind: 'answer', caseKey: second, reading: 1, itemId: 'plan' }),
];

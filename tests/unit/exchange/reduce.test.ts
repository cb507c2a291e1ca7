import { describe, expect, it } from 'vitest';

import { type ActionContent, cellKey, parseCell } from '../../../shared/domain/exchange/cells.ts';
import { recordText } from '../../../shared/domain/exchange/record-hash.ts';
import { recordForReader } from '../../../shared/domain/exchange/record-for-reader.ts';
import { reduceCase } from '../../../shared/domain/exchange/reduce-case.ts';
import { reduceRecord } from '../../../shared/domain/exchange/reduce-record.ts';
import { reduceVersions } from '../../../shared/domain/exchange/reduce-versions.ts';
import { rekey } from '../../../shared/domain/exchange/rekey.ts';
import { merge, project, type RoundVersions, stamp } from '../../../shared/domain/exchange/round-versions.ts';
import { samplingNumber } from '../../../shared/domain/exchange/sampling-number.ts';
import { drawRecord, type DrawRecord } from '../../../shared/domain/sampling/draw-record.ts';
import { enlargeSample } from '../../../shared/domain/sampling/enlarge-sample.ts';
import { replaceCase } from '../../../shared/domain/sampling/replace-case.ts';
import { aRecord, at } from '../sampling/a-record.ts';
import { population } from './a-package.ts';
import { anAnswer, answerCell, edit, reviewCell } from './some-versions.ts';
import { testHash } from './test-hash.ts';

const hide = (text: string): string => text.replaceAll(/Sofie Holm|Sofie|Bente Juhl|Carl Krog|Bente/gu, '[navn]');

const byCaseworker = {
  parts: [
    { kind: 'random' as const, size: 8, stratifyBy: 'caseworker' as const },
    {
      kind: 'targeted' as const,
      size: 3,
      rule: { name: 'Sager hos Bente', where: [{ field: 'caseworker' as const, oneOf: ['Bente Juhl'] }] },
      where: [{ field: 'case_id' as const, noneOf: ['2026-0002'] }],
    },
  ],
  exclude: {
    cases: [{ caseId: '2026-0003', reason: 'Sofie Holm er i familie' }],
    ownCaseworkers: ['Bente Juhl'],
    where: [{ where: [{ field: 'team' as const, oneOf: ['Øst'] }], reason: 'flyttet fra Bente' }],
  },
};

/** A record with everything in it that may name somebody, after a replacement and an enlargement. */
function aFullRecord(): DrawRecord {
  const { record, frame } = aRecord(population, byCaseworker);
  const drawn = { ...record, redrawReason: 'Bente bad om det', excluded: byCaseworker.exclude.cases };
  const out = drawn.cases[0]!;
  const { record: replaced } = replaceCase(drawn, frame, { caseId: out.caseId, reason: 'transferred', at });
  return enlargeSample(replaced, frame, { partIndex: 0, size: 12, reason: 'Bente vil se flere', at }).record;
}

describe('the sampling number', () => {
  const full = aFullRecord();

  it('says part, stratum and rank, and names one case of the round', () => {
    const numbers = full.cases.map((drawn) => samplingNumber(drawn, full.strata));
    expect(new Set(numbers).size).toBe(full.cases.length);
    expect(numbers).toContain('1-1-001');
    expect(numbers.every((number) => /^[12]-[12]-\d{3}$/u.test(number))).toBe(true);
    expect(samplingNumber({ partIndex: 0, stratum: 'Nord', rank: 1234 }, [{ partIndex: 0, name: 'Nord' }])).toBe(
      '1-1-1234',
    );
  });

  it('stays when the sample is enlarged', () => {
    const { record, frame } = aRecord(population, byCaseworker);
    const larger = enlargeSample(record, frame, { partIndex: 0, size: 20, reason: null, at }).record;
    const numberIn = (from: DrawRecord) =>
      new Map(from.cases.map((drawn) => [drawn.caseId, samplingNumber(drawn, from.strata)]));
    const after = numberIn(larger);
    const random = record.cases.filter(({ part }) => part === 'random');
    for (const { caseId } of random) expect(after.get(caseId)).toBe(numberIn(record).get(caseId));
    expect(new Set(after.values()).size).toBe(larger.cases.length);
  });
});

describe('a record without names', () => {
  const full = aFullRecord();
  const reduced = reduceRecord(full, hide);
  const text = JSON.stringify(reduced);

  it('holds no case number, no ticket and no name', () => {
    for (const { id } of population) expect(text).not.toContain(id);
    for (const { ticket } of full.cases) expect(text).not.toContain(ticket);
    for (const name of ['Sofie', 'Holm', 'Bente', 'Juhl', 'Carl', 'Krog']) expect(text).not.toContain(name);
    expect(JSON.stringify(full)).toContain('Bente');
  });

  it('is a record, with the same sizes and cases in the same order', () => {
    expect(drawRecord.parse(reduced)).toEqual(reduced);
    expect(reduced.strata.map(({ size, drawn }) => [size, drawn])).toEqual(full.strata.map((s) => [s.size, s.drawn]));
    expect(reduced.cases.map(({ caseId }) => caseId)).toEqual(
      full.cases.map((drawn) => samplingNumber(drawn, full.strata)),
    );
    expect(reduced.strata.map(({ name }) => name)).toEqual(['Rådgiver 1', 'Rådgiver 2', 'Sager hos [navn]']);
    for (const { partIndex, stratum } of reduced.cases) {
      expect(reduced.strata).toContainEqual(expect.objectContaining({ partIndex, name: stratum }));
    }
    const known = new Set(reduced.cases.map(({ caseId }) => caseId));
    for (const { caseId, replacedBy } of reduced.replaced) {
      expect(known).toContain(caseId);
      expect(known).toContain(replacedBy);
    }
    expect(reduced.excluded).toHaveLength(full.excluded.length);
    expect(reduceRecord(reduced, hide).cases.map(({ caseId }) => caseId)).toEqual([...known]);
  });

  it('has no fingerprint against which few case numbers could be tried', () => {
    expect(full.frames.some(({ size }) => size < 20)).toBe(true);
    expect(reduced.frames.every(({ size }) => size >= 20)).toBe(true);
    expect(reduced.populationFingerprint).toBe(full.populationFingerprint);
    expect(reduceRecord({ ...full, populationSize: 19 }, hide).populationFingerprint).toBe('');
  });

  it('keeps teams as strata, and conditions on them', () => {
    const { record } = aRecord(population, {
      parts: [{ kind: 'random', size: 4, stratifyBy: 'team', where: [{ field: 'team', oneOf: ['Nord', 'Syd'] }] }],
    });
    expect(reduceRecord(record, hide).strata).toEqual(record.strata);
    expect(reduceRecord(record, hide).plan).toEqual(record.plan);
  });
});

describe('what never changes in a record', () => {
  it('stays when cases are replaced and added, and differs for another draw', () => {
    const { record } = aRecord(population, byCaseworker);
    expect(recordText(aFullRecord())).toBe(recordText(record));
    expect(recordText(aRecord(population, byCaseworker, '4712').record)).not.toBe(recordText(record));
    expect(recordText(aRecord(population.slice(1), byCaseworker).record)).not.toBe(recordText(record));
    for (const other of [{ drawnAt: '2025-11-04T09:00:00.000Z' }, { asOf: '2025-11-04' }]) {
      expect(recordText({ ...record, ...other })).not.toBe(recordText(record));
    }
    const shuffled = Object.fromEntries(Object.entries(record).toReversed()) as DrawRecord;
    expect(recordText(shuffled)).toBe(recordText(record));
  });

  it('is the same of what is sent without names, or to one reader', () => {
    const full = aFullRecord();
    const kept = new Set(full.cases.slice(0, 2).map(({ caseId }) => caseId));
    for (const sent of [reduceRecord(full, hide), recordForReader(full, { kept, hideNames: hide })]) {
      expect(sent).not.toEqual(full);
      expect(recordText(sent)).toBe(recordText(full));
    }
  });

  it('says nothing that guessed names or numbers of a short list could be tried against', () => {
    const draw = (cases: typeof population) => {
      const { record } = aRecord(cases, byCaseworker);
      return { ...record, frames: record.frames.map((frame) => ({ ...frame, size: cases.length })) };
    };
    const other = (count: number) => population.slice(0, count).map((each, at) => ({ ...each, id: `ANDET-${at}` }));
    expect(draw(other(19)).populationFingerprint).not.toBe(draw(population.slice(0, 19)).populationFingerprint);
    expect(recordText(draw(other(19)))).toBe(recordText(draw(population.slice(0, 19))));
    expect(recordText(draw(other(20)))).not.toBe(recordText(draw(population.slice(0, 20))));
    for (const name of ['Bente', 'Juhl', 'Sofie', '2026-0002']) expect(recordText(aFullRecord())).not.toContain(name);
  });
});

describe('a case without names', () => {
  it('holds what cases are compared by and nothing else', () => {
    const [one] = population;
    const activities = [{ row: 2, values: one!.values }];
    const whole = { ...one!, facts: { Mor: 'Anna Holm' }, activities };
    expect(reduceCase(whole, '1-1-001')).toEqual({
      id: '1-1-001',
      values: { team: 'Nord' },
      facts: {},
      activities: [],
    });
    const values = { team: 'Nord', case_type: 'A', legal_basis: '§ 32', placement_form: 'pleje', status: 'x' };
    const { status: _, ...kept } = values;
    expect(reduceCase({ ...whole, values }, 'x').values).toEqual(kept);
  });
});

const action: ActionContent = {
  caseKey: '2026-1',
  itemId: 'plan',
  kind: 'case',
  text: 'Sofie indkaldes',
  owner: 'Bente Juhl',
  due: null,
  critical: true,
  created: at,
  done: null,
  category: null,
  measured: null,
};
const hiding = {
  text: hide,
  owner: (owner: string, caseKey: string | null) => (caseKey === '2026-1' ? 'Rådgiveren' : owner),
};
const talk = { held: null, praise: 'Bente er god', agreement: '', due: null };
const noted = {
  ...anAnswer('no', 'Sofie'),
  goodPractice: 'Bente ringede',
  override: { reason: 'date-wrong' as const, text: 'Sofie' },
};
const versions: RoundVersions = new Map([
  [answerCell(), [edit(noted)]],
  [answerCell('2026-1', 'frist'), [edit(anAnswer('yes', 'set i journalen'))]],
  [reviewCell(), [edit({ reader: 'Mette', state: 'draft', closedAt: null, seconds: 4 })]],
  [cellKey({ kind: 'conversation', caseKey: '2026-1' }), [edit(talk)]],
  [cellKey({ kind: 'comment', caseKey: '2026-1', itemId: 'plan' }), [edit({ stance: 'agree', text: 'enig' })]],
  [cellKey({ kind: 'action', actionId: 'a1' }), [edit(action)]],
]);

describe('versions without names', () => {
  const { versions: reduced, hidden } = reduceVersions(versions, hiding);

  it('keep their ids, and are marked where something was hidden', () => {
    expect(hidden).toBe(2);
    expect([...reduced.keys()].map((cell) => parseCell(cell)?.kind)).toEqual(['answer', 'answer', 'review', 'action']);
    const [first] = reduced.get(answerCell())!;
    expect(first).toMatchObject({ id: versions.get(answerCell())![0]!.id, reduced: true });
    expect(first?.content).toEqual({
      ...noted,
      note: '[navn]',
      goodPractice: '[navn] ringede',
      override: { reason: 'date-wrong', text: '[navn]' },
    });
    expect(reduced.get('action/a1')?.[0]?.content).toMatchObject({ text: '[navn] indkaldes', owner: 'Rådgiveren' });
    expect(reduced.get(answerCell('2026-1', 'frist'))).toEqual(versions.get(answerCell('2026-1', 'frist')));
    expect(reduceVersions(reduced, hiding)).toEqual({ versions: reduced, hidden: 0 });
  });

  it('are no edit where they are received, and give way to the same with names', () => {
    const removed = { by: 'Anders', at };
    expect(stamp(project(reduced), reduced, testHash, removed)).toEqual(reduced);
    const whole = merge(reduced, versions);
    expect(whole.get(answerCell())).toEqual(versions.get(answerCell()));
    expect(merge(versions, reduced).get(answerCell())).toEqual(versions.get(answerCell()));
  });
});

describe('cases that are called otherwise elsewhere', () => {
  const hmac = (key: string): string => testHash(key);
  const home = (key: string): string | null => ['2026-1', '2026-2'].find((each) => hmac(each) === key) ?? null;

  it('come back under their own names, in cells and in actions, with the ids they had', () => {
    const away = rekey(versions, hmac);
    expect(away.unknown).toEqual([]);
    expect(JSON.stringify([...away.versions])).not.toContain('2026-1');
    expect(away.versions.get('action/a1')?.[0]?.id).toBe(versions.get('action/a1')?.[0]?.id);
    expect(rekey(away.versions, home)).toEqual({ versions, unknown: [] });
    expect(merge(versions, rekey(away.versions, home).versions)).toEqual(versions);
  });

  it('are told where they are unknown, and nothing of them is kept', () => {
    const { versions: kept, unknown } = rekey(versions, () => null);
    expect(unknown).toEqual(['2026-1']);
    expect([...kept]).toEqual([]);
    const onNoCase = new Map([['action/a2', [edit({ ...action, caseKey: null })]]]);
    expect(rekey(onNoCase, () => null)).toEqual({ versions: onNoCase, unknown: [] });
  });

  it('are one case under two names of it, and nothing is lost', () => {
    const both = merge(versions, rekey(new Map([[answerCell(), [edit(anAnswer('na'))]]]), hmac).versions);
    const { versions: together } = rekey(both, (key) => home(key) ?? key);
    expect(together.get(answerCell())).toHaveLength(2);
  });

  it('may be called anything', () => {
    for (const caseKey of ['a/b', '%2F', 'Å 7', '..', '__proto__', 'a%', '\u{1F600}']) {
      const cell = { kind: 'answer', caseKey, reading: 2, itemId: 'x/y' } as const;
      expect(parseCell(cellKey(cell))).toEqual(cell);
    }
  });
});

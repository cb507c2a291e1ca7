import { describe, expect, it } from 'vitest';

import { readTemplate } from '#shared/domain/review/read-template.ts';
import { rollUpGaps } from '#shared/domain/review/roll-up.ts';
import { activeTemplate, templateItems } from '#shared/domain/review/template.ts';

import { builtIn } from './templates.ts';

describe.each([
  ['barnets-lov', 45],
  ['serviceloven', 41],
  ['underretninger', 12],
  ['anbringelser', 22],
  ['kort-maanedligt-tilsyn', 18],
] as const)('the template %s', (id, count) => {
  const template = builtIn(id);
  const items = templateItems(template);

  it(`is sound and has ${count} items, each with an id of its own`, () => {
    expect(readTemplate({ draft: template }).problems).toEqual([]);
    expect(items).toHaveLength(count);
    expect(new Set(items.map((item) => item.id)).size).toBe(count);
    expect(rollUpGaps(template.rollUp)).toEqual([]);
  });

  it('says of every item what yes and partly mean, and where it stands in the law', () => {
    for (const item of items) {
      expect([item.id, item.yesWhen?.length ?? 0]).toEqual([item.id, expect.any(Number)]);
      expect((item.yesWhen ?? '').length, item.id).toBeGreaterThan(30);
      expect((item.partlyWhen ?? '').length, item.id).toBeGreaterThan(20);
      expect((item.references ?? []).length, item.id).toBeGreaterThan(0);
      for (const { law, from, until } of item.references ?? []) {
        if (law === 'barnets-lov') expect([from, until]).toEqual(['2024-01-01', null]);
        if (law === 'serviceloven') expect(until).toBe('2023-12-31');
      }
    }
  });

  it('has every area it names, and no other', () => {
    expect(template.areas.map((area) => area.id).toSorted()).toEqual(
      [...new Set(items.map((item) => item.area))].toSorted(),
    );
  });
});

describe('serviceloven', () => {
  const old = new Map(templateItems(builtIn('serviceloven')).map((item) => [item.id, item]));
  const now = new Map(templateItems(builtIn('barnets-lov')).map((item) => [item.id, item]));

  it('has the ids and areas of barnets lov, without what the old law did not have', () => {
    for (const [id, item] of old) expect(now.get(id)?.area).toBe(item.area);
    expect([...now.keys()].filter((id) => !old.has(id)).toSorted()).toEqual([
      'aeresrelateret-risikovurdering',
      'opfoelgning-kadence',
      'screening-dokumenteret',
      'udredning-rette-niveau',
    ]);
  });

  it('asks what the old law asked: 12 years, the six areas, six months, a plan before the decision', () => {
    expect(old.get('partsstatus-10')?.question).toContain('12 år');
    expect(old.get('bfu-helhed')?.question).toContain('seks områder');
    expect(old.get('opfoelgning-loebende')?.question).toContain('6 måneders');
    expect(old.get('plan-frist')?.question).toContain('før afgørelsen');
    for (const [id, { law }] of old) expect([id, law]).not.toEqual([id, expect.stringMatching(/\bBL\b/u)]);
  });
});

describe('an item that is switched off', () => {
  it('stays in the edition but is not asked, and an empty section goes with it', () => {
    const template = builtIn('barnets-lov');
    const off = {
      ...template,
      sections: template.sections.map((section, index) => ({
        ...section,
        items: section.items.map((item) => (index === 0 || item.id === 'journal' ? { ...item, active: false } : item)),
      })),
    };
    expect(templateItems(off)).toHaveLength(45);
    const asked = activeTemplate(off);
    expect(templateItems(asked)).toHaveLength(45 - 6 - 1);
    expect(asked.sections.map(({ title }) => title)).not.toContain('9 Samlet');
    expect(activeTemplate(template)).toBe(template);
  });
});

import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { templateItems } from '#shared/domain/review/template.ts';

import { builtIn } from './templates.ts';

interface SourceItem {
  readonly section: string;
  readonly id: string;
  readonly question: string;
  readonly type: string;
  readonly ref: string;
  readonly applies: string;
  readonly evidence: string;
  readonly rule: string;
  readonly severity: string;
  readonly area: string;
  readonly conf: string;
}
const source = JSON.parse(readFileSync(new URL('../../fixtures/checklists.json', import.meta.url), 'utf8')) as {
  readonly areas: Readonly<Record<string, string>>;
  readonly barnets_lov: readonly SourceItem[];
  readonly underretning: readonly SourceItem[];
};
const writtenInFieldNames = /_|>=|R\d\d|'barnets-stemme'|bfu/u;
const types: Record<string, string> = { krav: 'legal', faglig: 'professional' };
const severities: Record<string, string> = { kritisk: 'critical', væsentlig: 'significant', mindre: 'minor' };

/** Conditions that the source wrote with field and rule names; a template says them in words. */
const technical = /[a-z]_[a-z]|\bR\d\d\b|>=|^bfu_|'/;

describe.each([
  ['barnets-lov', source.barnets_lov, 45],
  ['underretninger', source.underretning, 12],
] as const)('the checklist %s', (id, items, count) => {
  const template = builtIn(id);

  it(`holds the ${count} items of the source, word for word and in order`, () => {
    expect(items).toHaveLength(count);
    const found = template.sections.flatMap((section) =>
      section.items.map(
        ({ id: itemId, question, type, law, applies, evidence, rule, severity, area, lawyerCheck }) => ({
          section: section.title,
          id: itemId,
          question,
          type,
          law,
          applies,
          evidence,
          rule,
          severity,
          area,
          lawyerCheck,
        }),
      ),
    );
    expect(found).toEqual(
      items.map((item) => ({
        section: item.section,
        id: item.id,
        question: item.question,
        type: types[item.type],
        law: item.ref,
        // Conditions that the source writes in field names stand in plain words on the page.
        applies: writtenInFieldNames.test(item.applies) ? expect.not.stringMatching(writtenInFieldNames) : item.applies,
        evidence: item.evidence,
        rule: item.rule === 'ingen' ? null : item.rule,
        severity: severities[item.severity],
        area: item.area,
        lawyerCheck: /[MP]/.test(item.conf),
      })),
    );
  });

  it('has an id of its own for every item, and names every area it uses', () => {
    const all = templateItems(template);
    expect(new Set(all.map((item) => item.id)).size).toBe(count);
    expect(template.areas.map((area) => area.id).toSorted()).toEqual(
      [...new Set(all.map((item) => item.area))].toSorted(),
    );
    for (const { applies } of all) expect(applies).not.toMatch(technical);
    for (const area of template.areas) {
      expect(area.name).toBe(source.areas[area.id]);
      expect(all.some((item) => item.area === area.id && item.type === 'legal')).toBe(true);
    }
  });

  it('says what a lawyer must check', () => {
    expect(template).toMatchObject({ id, edition: 1 });
    expect(template.note).toContain('bør kontrolleres af jurist');
    expect(templateItems(template).some((item) => item.lawyerCheck)).toBe(true);
  });
});

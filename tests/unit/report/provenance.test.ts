import { describe, expect, it } from 'vitest';

import { provenanceLine, provenanceRows } from '#shared/domain/report/provenance.ts';

import { reportSource } from './report-fixture.ts';

describe('the provenance of a report', () => {
  const source = reportSource();
  const facts = Object.fromEntries(provenanceRows(source).map(({ cells }) => [cells[0]!.value, cells[1]!.value]));

  it('says with what and from what the report was made', () => {
    expect(facts).toEqual({
      Program: 'Ledelsestilsyn 0.1.0',
      Tjekliste: `${source.template.title}, udgave ${source.template.edition}`,
      'Udtrækkets aftryk': '8a1d f02e c7de 1071',
      'Frø (startværdi)': '20260115-4711',
      'Trækning nr.': 1,
      'Data pr.': { date: '2026-01-20' },
    });
  });

  it('says the same in one line', () => {
    expect(provenanceLine(source)).toBe(
      `Ledelsestilsyn 0.1.0 · ${source.template.title}, udgave ${source.template.edition} · udtrækkets aftryk 8a1d f02e c7de 1071 · frø (startværdi) 20260115-4711 · trækning nr. 1 · data pr. 20-01-2026`,
    );
  });

  it('keeps a seed back where the report may not show it, and masks a CPR number that was typed as one', () => {
    const text = (seed?: string | null) =>
      `${JSON.stringify(provenanceRows({ ...source, record: { ...source.record, seed: '120315-1234' } }, seed))}`;
    expect(text(null)).toContain('vises ikke');
    expect(text(null)).not.toContain('120315');
    expect(text()).toContain('120315-••••');
    expect(text()).not.toContain('120315-1234');
  });
});

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';

import { aPart, aPreview, choose, lastPlan, openPlan, press, tick, write } from './plan-page.ts';

const group = (name: string, size: number, drawn: number) => ({ name, size, drawn });

describe('exclusions', () => {
  it('are told with their counts, and changed where the sentence says so', async () => {
    const fake = await openPlan();
    const counts = await screen.findByRole('list', { name: 'Holdt ude af planen' });
    expect(counts.textContent).toBe('20 sager holdt ude: Gennemgået inden for de seneste 12 måneder');
    choose('Gennemgået før', '0');
    await waitFor(() => expect(lastPlan(fake).exclude).toEqual({}));
  });

  it('hold own cases, a kind of cases and single cases out, each with its reason', async () => {
    const fake = await openPlan();
    press('Hold flere sager ude');
    tick('Åse Bæk (83)');
    press('Hold en slags sager ude');
    const kind = within(screen.getByRole('group', { name: 'Sager, der holdes ude, 1' }));
    await waitFor(() => expect(document.activeElement).toBe(kind.getByLabelText('Felt', { selector: 'select' })));
    expect(screen.getByText('Vælg, hvad der kendetegner de sager, der holdes ude.')).toBeTruthy();
    tick('Lukket (84)', kind);
    expect(screen.getByText('Skriv, hvorfor sagerne holdes ude.')).toBeTruthy();
    write('Grund', 'Overflyttet', kind);
    press('Hold en enkelt sag ude');
    write('Sagsnummer', '2025-00012');
    expect(screen.getByText('Skriv, hvorfor sag 2025-00012 holdes ude.')).toBeTruthy();
    const single = within(screen.getByRole('region', { name: 'Enkelte sager' }));
    write('Grund', 'Klagesag', single);
    await waitFor(() =>
      expect(lastPlan(fake).exclude).toEqual({
        reviewedWithinMonths: 12,
        ownCaseworkers: ['Åse Bæk'],
        where: [{ where: [{ field: 'status', oneOf: ['Lukket'] }], reason: 'Overflyttet' }],
        cases: [{ caseId: '2025-00012', reason: 'Klagesag' }],
      }),
    );
    expect(
      await screen.findByText('Ingen sager i udtrækket passer på det, der er holdt ude med grunden »Klagesag«.'),
    ).toBeTruthy();
    press('Fjern sag 2025-00012');
    await waitFor(() => expect(lastPlan(fake).exclude).not.toHaveProperty('cases'));
    expect(document.activeElement?.textContent).toBe('Hold en enkelt sag ude');
  });
});

describe('what stands in the way of a draw', () => {
  it('is said of an unfinished plan, and the core is not asked', async () => {
    const fake = await openPlan();
    await screen.findByRole('button', { name: 'Træk 30 sager' });
    const times = fake.inputsOf('sampling.preview').length;
    write('Antal sager', '');
    expect(await screen.findByText('Planen er ikke færdig')).toBeTruthy();
    expect(screen.getByText('Planen mangler et antal sager.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Træk 30 sager' }).disabled).toBe(true);
    expect(screen.getByRole('region', { name: '400 sager, 30 trækkes' })).toBeTruthy();
    expect(fake.inputsOf('sampling.preview')).toHaveLength(times);
  });

  it.each<[AppError, string]>([
    [
      new AppError('sample-larger-than-frame', 'part 1 wants 500 cases of 420', { part: 1, wanted: 500, size: 420 }),
      'Del 1 af planen beder om 500 sager, men der er kun 420 at trække fra',
    ],
    [
      new AppError('frame-empty', 'part 2 has no cases', { part: 2 }),
      'Del 2 af planen har ingen sager at trække fra: ingen opfylder betingelserne',
    ],
    [
      new AppError('overlapping-parts', 'parts 1 and 2', { part: 1, otherPart: 2, shared: 40 }),
      'Del 1 og del 2 af planen kan trække de samme 40 sager',
    ],
    [
      new AppError('plan-invalid', 'part 1 of the plan', {
        part: 1,
        problem: 'the minimum per stratum takes more than the size',
        least: 12,
        size: 10,
      }),
      'Del 1 af planen: det mindste antal fra hver gruppe kræver 12 sager, men der skal kun trækkes 10',
    ],
  ])('is said with its part and its numbers: %s', async (error, sentence) => {
    await openPlan(() => {
      throw error;
    });
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Træk \d/u })).toBeNull();
  });
});

describe('what is worth knowing before the draw', () => {
  it('is said of empty groups, of groups smaller than their number and of cases without the group’s field', async () => {
    const strata = [
      group('(ikke oplyst)', 12, 2),
      group('Nord', 200, 2),
      group('Syd', 1, 1),
      group('Vest', 1, 1),
      group('Øst', 3, 0),
    ];
    await openPlan(() => aPreview({ parts: [aPart({ strata, drawn: 6 })] }));
    choose('Fordeling', 'perStratum');
    write('Antal sager fra hver gruppe', '2');
    expect(await screen.findByText('12 sager står uden team i udtrækket. De er gruppen (ikke oplyst).')).toBeTruthy();
    expect(screen.getByText(/^Gruppen Øst får ingen sager i stikprøven/u)).toBeTruthy();
    expect(
      await screen.findByText(
        'Grupperne Syd og Vest har færre sager, end der skal trækkes derfra. Alle deres sager tages.',
      ),
    ).toBeTruthy();
  });

  it('is said where the export has nothing to share over', async () => {
    await openPlan(() => aPreview({ parts: [aPart({ strata: [group('(ikke oplyst)', 400, 30)] })] }));
    expect(
      await screen.findByText(
        'Udtrækket siger ikke noget om team, så sagerne kan ikke deles op. De trækkes som én gruppe.',
      ),
    ).toBeTruthy();
  });

  it('names the part where there are several, and says where a rule finds few or none', async () => {
    const hits = (partIndex: number, size: number) =>
      aPart({ partIndex, kind: 'targeted', frameSize: size, drawn: size, strata: [group('tema-frister', size, size)] });
    await openPlan(({ parts }) => aPreview({ parts: [aPart(), hits(1, 3), hits(2, 0)].slice(0, parts.length) }));
    press('Tilføj målrettet del');
    press('Tilføj målrettet del');
    expect(await screen.findByText('Del 2: Der er kun 3 sager, så alle tages. Der var bedt om 5.')).toBeTruthy();
    expect(screen.getByText('Del 3: Ingen sager passer. Delen trækker ingen.')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Del 2: 3 sager, højst 3 trækkes' })).toBeTruthy();
  });
});

describe('the seed', () => {
  it('of blanks is refused with a sentence before the draw', async () => {
    const fake = await openPlan();
    fireEvent.click(await screen.findByRole('button', { name: 'Træk 30 sager' }));
    const dialog = within(await screen.findByRole('dialog'));
    const draw = dialog.getByRole<HTMLButtonElement>('button', { name: 'Træk' });
    await waitFor(() => expect(draw.disabled).toBe(false));
    write('Frø', '   ', dialog);
    expect(dialog.getByText(/^Frøet er kun mellemrum\./u)).toBeTruthy();
    expect(draw.disabled).toBe(true);
    write('Frø', '5 3 6 1 2 2', dialog);
    expect(draw.disabled).toBe(false);
    expect(dialog.getByText(/^Der trækkes med det, der står her/u)).toBeTruthy();
    expect(fake.inputsOf('sampling.draw')).toEqual([]);
  });
});

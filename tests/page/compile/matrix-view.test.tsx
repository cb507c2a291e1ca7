import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { aWorkbook, figures } from '../report/report-room.ts';
import { compileRounds, criticalAction, muchToSay } from './some-rounds.ts';
import { newest, open, table, region, select, choose, rowOf } from './matrix-room.ts';

describe('the matrix', () => {
  const made = compileRounds({ roundIds: newest, by: 'all', group: null });

  it('has every question under its area with n, the answers, the share, the interval and the change in words', async () => {
    open();
    const held = await table('Tilfældige sager');
    const columns = within(held).getAllByRole('columnheader');
    expect(columns.map(({ textContent }) => textContent)).toEqual([
      'Område og spørgsmål',
      'n',
      'Ja',
      'Delvist',
      'Nej',
      'Ikke relevant',
      'Kan ikke ses',
      'Ikke besvaret',
      'Andel ja',
      'Spænd',
      'Ændring siden sidst, procentpoint',
    ]);
    const item = made.items.find(({ part, change }) => part === 'random' && change?.verdict === 'rise')!;
    const [n, yes, partly, no, na, cannotTell, unanswered, rate, interval, change] = rowOf(held, item.question);
    const counted = [item.n, item.yes, item.partly, item.no, item.na, item.cannotTell, item.unanswered];
    expect([n, yes, partly, no, na, cannotTell, unanswered]).toEqual(counted.map(String));
    expect(rate).toBe(`${Math.round(item.rate! * 100)}\u00a0%`);
    expect(interval).toMatch(/til \d+ % af|mellem \d+ og \d+ af de/u);
    const { before } = item.change!;
    expect(change).toMatch(/^\+\d+,\d \(\d+,\d til \d+,\d\)tydelig stigning/u);
    expect(change).toContain(`før ${before.met} af ${before.n}`);
    expect(within(held).getAllByRole('row')).toHaveLength(
      1 + [...made.areas, ...made.items].filter(({ part }) => part === 'random').length,
    );
  });

  it('has the cases of an area beside its name, headers that say what they are for, and is reached by keyboard', async () => {
    open();
    const held = await table('Tilfældige sager');
    const area = made.areas.find(({ part }) => part === 'random')!;
    const { outcomes } = area;
    expect(rowOf(held, area.name).slice(0, 7)).toEqual(
      [area.n, outcomes.met, outcomes['partly-met'], outcomes['not-met'], outcomes['not-relevant']]
        .map(String)
        .concat('', String(outcomes.unfinished)),
    );
    const scopes = [...held.querySelectorAll('th')].map(({ scope }) => scope);
    expect(new Set(scopes)).toEqual(new Set(['col', 'rowgroup', 'row']));
    expect((await region('Tilfældige sager')).tabIndex).toBe(0);
  });

  it('keeps targeted cases apart, without share, interval and change', async () => {
    open();
    await table('Tilfældige sager');
    fireEvent.click(screen.getByRole('radio', { name: 'Målrettede sager' }));
    const held = await table('Målrettede sager');
    expect(within(held).getAllByRole('columnheader')).toHaveLength(8);
    expect(held.textContent).not.toContain('%');
    expect(screen.queryByRole('table', { name: 'Tilfældige sager' })).toBeNull();
    expect(screen.getByText(/^Sagerne er udvalgt med vilje/u)).toBeTruthy();
  });

  it('says what it is compared with, and who has nothing to be compared with', async () => {
    open();
    await table('Tilfældige sager');
    expect(screen.getByText(/^Sammenlignet med 3\. kvartal 2025 \(3 runder\)\./u).textContent).toContain(
      'uden Center for Børn og Unge med handicap',
    );
    await choose('Periode', '2025-q2');
    expect(await screen.findByText('Der er ingen tidligere runder at sammenligne med.')).toBeTruthy();
    expect(screen.queryByRole('columnheader', { name: /^Ændring/u })).toBeNull();
  });

  it('is of one team, unit or measure where that is asked', async () => {
    const fake = open();
    await table('Tilfældige sager');
    fireEvent.click(screen.getByRole('radio', { name: 'Et team' }));
    const team = await select('Team');
    await waitFor(() =>
      expect([...team.options].map(({ text }) => text)).toEqual([
        'Alle team',
        'Modtagelsen (40 sager)',
        'Team Anbringelse (24 sager)',
      ]),
    );
    fireEvent.change(team, { target: { value: '=Team Anbringelse' } });
    await waitFor(() =>
      expect(fake.inputsOf('compile.matrix').at(-1)).toEqual({
        roundIds: newest,
        by: 'team',
        group: 'Team Anbringelse',
      }),
    );
    fireEvent.click(screen.getByRole('radio', { name: 'Alle samlet' }));
    await waitFor(() => expect(fake.inputsOf('compile.matrix').at(-1)).toMatchObject({ by: 'all', group: null }));
    expect(screen.queryByRole('combobox', { name: 'Team' })).toBeNull();
  });
});

describe('around the matrix', () => {
  it('is the coverage of each unit: drawn, begun, closed, missing', async () => {
    open();
    const held = await within(await region('Dækning pr. enhed')).findByRole('table');
    expect(rowOf(held, 'Familieafdeling Syd')).toEqual(['16', '11', '11', '5', '0', '0', '0', '0']);
    expect(rowOf(held, 'I alt')).toEqual(['60', '55', '55', '5', '4', '4', '4', '0']);
  });

  it('are the open critical actions: what, who, when; late ones told in words', async () => {
    open();
    const panel = await region('Åbne kritiske handlinger');
    expect(rowOf(panel, criticalAction.text)).toEqual([
      'Afdelingsleder',
      'Over frist: 10-11-2025',
      'Familieafdeling Nord',
      criticalAction.caseId,
    ]);
    expect(rowOf(panel, 'Hold samtale med barnet').slice(0, 2)).toEqual(['ingen ansvarlig', '15-01-2026']);
    fireEvent.click(within(panel).getByRole('button', { name: 'Gå til Handlinger' }));
    await screen.findByRole('heading', { level: 1, name: 'Handlinger' });
  });

  it('shows the first of many actions, and all of them when asked', async () => {
    const [late] = compileRounds({ roundIds: newest, by: 'all', group: null }).openCritical;
    open({ openCritical: Array.from({ length: 30 }, (_, index) => ({ ...late!, id: `a${index}` })) });
    const panel = await region('Åbne kritiske handlinger');
    expect(within(panel).getAllByRole('row')).toHaveLength(13);
    fireEvent.click(within(panel).getByRole('button', { name: 'Vis alle 30' }));
    expect(within(panel).getAllByRole('row')).toHaveLength(31);
  });

  it('are errors of the register, what the data lack, and what was left out and why', async () => {
    open(muchToSay);
    expect(rowOf(await region('Fejl i registrerede datoer'), 'Er underretningen vurderet inden 24 timer?')).toEqual([
      '7',
      '41',
    ]);
    expect(rowOf(await region('Data, der mangler'), 'Egne runder')).toEqual([
      'Linjer, der ikke kunne læses',
      '9',
      '437',
    ]);
    const left = await region('Ikke talt med');
    expect(left.textContent).toContain(
      'Center for Børn og Unge med handicap, 4. kvartal 2025: hele runden. Intet er læst',
    );
    expect(left.textContent).toContain('1 spørgsmål. Spørgsmålet er formuleret om mellem udgaverne.');
    expect(left.textContent).toContain('Er barnet hørt, inden der er truffet afgørelse?');
  });

  it('are what two people wrote differently, with the way to decide it', async () => {
    open({ conflicts: 2 }, { 'exchange.status': async () => [] });
    expect(
      await screen.findByText('2 steder har to personer skrevet forskelligt, og det er ikke afgjort.'),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Afgør dem under Send og saml' }));
    await screen.findByRole('heading', { level: 1, name: 'Send og saml' });
  });

  it('says nothing of what there is nothing to say of', async () => {
    open({ openCritical: [] });
    await region('Åbne kritiske handlinger');
    expect(screen.getByText('Ingen åbne kritiske handlinger.')).toBeTruthy();
    expect(screen.queryByText(/skrevet forskelligt/u)).toBeNull();
    expect(screen.queryByRole('region', { name: 'Ikke talt med' })).toBeNull();
  });

  it('hides names: who owns an action', async () => {
    const [late] = compileRounds({ roundIds: newest, by: 'all', group: null }).openCritical;
    open({ openCritical: [{ ...late!, owner: 'Åse Bæk' }] });
    const panel = await region('Åbne kritiske handlinger');
    expect(panel.textContent).toContain('Åse Bæk');
    fireEvent.keyDown(document.body, { key: 'F9' });
    await waitFor(() => expect(panel.textContent).not.toContain('Åse Bæk'));
    expect(panel.textContent).toContain(criticalAction.text);
  });
});

describe('a report over these rounds', () => {
  it('is one click away, and Back returns to the same rounds', async () => {
    const fake = open(
      {},
      {
        'report.preview': async ({ kind }) => ({ workbook: aWorkbook(kind), figures, hits: [] }),
        'report.settings': async () => ({ threshold: 5 }),
        'report.words': async () => {
          const words = { conclusion: '', works: [], improve: [], recommendation: '' };
          return { words, proposal: words };
        },
      },
    );
    await table('Tilfældige sager');
    await choose('Periode', '2025-q3');
    await screen.findByText('3 runder fra 3 enheder. 48 af 48 sager er lukket.');
    fireEvent.click(screen.getByRole('button', { name: 'Skriv rapport over disse runder' }));
    await screen.findByText('Indhold political');
    expect(fake.inputsOf('report.preview').at(-1)).toMatchObject({ roundId: 'r12', with: ['r11', 'r10'] });
    expect(screen.getByText('3 runder fra 3 enheder. 48 af 48 sager er lukket.')).toBeTruthy();
    window.history.back();
    await table('Tilfældige sager');
    expect((await select('Periode')).value).toBe('2025-q3');
  });
});

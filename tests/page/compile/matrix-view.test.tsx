import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { Compilation } from '#shared/domain/report/compile/compilation.ts';

import { renderApp } from '../render-app.tsx';
import { aWorkbook, figures } from '../report/report-room.ts';
import { choices, compileRounds, criticalAction, matrixHandlers, muchToSay } from './some-rounds.ts';

const newest = ['r23', 'r22', 'r21', 'r20'];

const open = (more: Partial<Compilation> = {}, handlers: Partial<Handlers> = {}) =>
  renderApp({ ...matrixHandlers(more), ...handlers }, { page: 'compile', params: { part: 'matrix' } });
const table = (name: string) => screen.findByRole('table', { name });
const region = (name: string) => screen.findByRole('region', { name });
const select = (name: string) => screen.findByRole<HTMLSelectElement>('combobox', { name });
const choose = async (name: string, value: string): Promise<void> => {
  fireEvent.change(await select(name), { target: { value } });
};
const rowOf = (held: HTMLElement, name: string): readonly (string | null)[] => {
  const header = within(held).getByRole('rowheader', { name });
  return within(header.closest('tr')!)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
};

describe('the rounds', () => {
  it('are proposed: everything of the newest quarter', async () => {
    const fake = open();
    await table('Tilfældige sager');
    expect((await select('Periode')).selectedOptions[0]?.text).toBe('4. kvartal 2025 (4 runder)');
    expect(screen.getByText('4 runder fra 4 enheder. 59 af 64 sager er lukket.')).toBeTruthy();
    expect(fake.inputsOf('compile.matrix').at(-1)).toEqual({ roundIds: newest, by: 'all', group: null });
  });

  it('are chosen by period and unit, also those that were drawn here', async () => {
    const fake = open();
    await table('Tilfældige sager');
    await choose('Periode', '2025');
    await choose('Enhed', '=');
    await screen.findByText('3 runder fra 1 enhed. 36 af 36 sager er lukket.');
    expect((await select('Enhed')).selectedOptions[0]?.text).toBe('Egne runder');
    await waitFor(() =>
      expect(fake.inputsOf('compile.matrix').at(-1)).toMatchObject({ roundIds: ['r20', 'r10', 'r00'] }),
    );
  });

  it('are picked one by one, or a quarter at a time; none asks nothing', async () => {
    const fake = open();
    await table('Tilfældige sager');
    fireEvent.click(screen.getByRole('button', { name: 'Vælg enkeltvis' }));
    const picks = screen.getByRole('group', { name: 'Runder, valgt enkeltvis' });
    fireEvent.click(within(picks).getByRole('checkbox', { name: /^Familieafdeling Nord, 4\. kvartal/u }));
    await waitFor(() =>
      expect(fake.inputsOf('compile.matrix').at(-1)).toMatchObject({ roundIds: ['r23', 'r22', 'r20'] }),
    );
    expect((await select('Periode')).selectedOptions[0]?.text).toBe('Valgt enkeltvis');
    const quarter = within(picks).getByRole<HTMLInputElement>('checkbox', { name: 'Alle i 4. kvartal 2025' });
    fireEvent.click(quarter);
    await waitFor(() => expect(quarter.checked).toBe(true));
    fireEvent.click(quarter);
    expect(await screen.findByText('Vælg mindst én runde, så står tallene her.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Skriv rapport over disse runder' })).toBeNull();
    expect(
      fake.inputsOf('compile.matrix').every((input) => (input as { roundIds: string[] }).roundIds.length > 0),
    ).toBe(true);
  });

  it('of a unit that is some of a draw for several say so, and of which', async () => {
    open({ sharedOut: ['Marts', 'April'] });
    await table('Tilfældige sager');
    expect(screen.getByText(/^Enheden er en del af det, der er trukket i Marts, April\. Her tæller kun/u)).toBeTruthy();
    cleanup();
    open();
    await table('Tilfældige sager');
    expect(screen.queryByText(/^Enheden er en del/u)).toBeNull();
  });

  it('without a spread say why there is none, once below the table', async () => {
    const why = /^Intet spænd: usikkerheden kan først beregnes/u;
    open();
    await table('Tilfældige sager');
    expect(screen.queryByText(why)).toBeNull();
    cleanup();
    const made = compileRounds({ roundIds: newest, by: 'all', group: null });
    const areas = made.areas.map((area) => ({
      ...area,
      weighted: true,
      interval: null,
      noInterval: 'one-per-stratum' as const,
    }));
    open({ areas });
    await table('Tilfældige sager');
    expect(screen.getAllByText(why)).toHaveLength(1);
  });

  it('of different checklists are not added up: one checklist can be taken', async () => {
    const other = choices.map((round, index) =>
      index === 0 ? { ...round, templateId: 'andet', templateTitle: 'Vores liste' } : round,
    );
    const fake = open(
      {},
      {
        'compile.choices': async () => ({ rounds: other }),
        'compile.matrix': async (input) => {
          if (input.roundIds.includes('r23')) throw new AppError('compile-different-templates', 'two checklists');
          return compileRounds(input);
        },
      },
    );
    expect(await screen.findByText('De valgte runder er besvaret i forskellige tjeklister')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: `Vis kun ${choices[1]?.templateTitle}` }));
    await table('Tilfældige sager');
    expect(fake.inputsOf('compile.matrix').at(-1)).toMatchObject({ roundIds: ['r22', 'r21', 'r20'] });
  });

  it('send one to draw or to collect while there are none', async () => {
    open({}, { 'compile.choices': async () => ({ rounds: [] }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Træk en stikprøve' }));
    await screen.findByRole('heading', { level: 1, name: 'Stikprøve' });
  });
});

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

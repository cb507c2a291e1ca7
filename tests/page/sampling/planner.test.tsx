import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { type ComponentProps, StrictMode, useState } from 'react';
import { describe, expect, it } from 'vitest';

import type { ReadingPace } from '#shared/contract/sampling.ts';

import { ApplicationProvider } from '../../../renderer/hooks/application.tsx';
import { TellsPanel } from '../../../renderer/pages/sampling/tells-panel.tsx';
import { fakeApplication } from '../fake-application.ts';

type PanelProps = ComponentProps<typeof TellsPanel>;

/** The panel in a plan that reads what it is told to, as the plan page does. Returns the sizes that were chosen. */
function open(props: PanelProps, pace: ReadingPace = { cases: 0, medianMinutes: null }): readonly number[] {
  const chosen: number[] = [];
  function Plan() {
    const [read, setRead] = useState(props.read);
    const onRead = (size: number): void => {
      chosen.push(size);
      setRead(size);
    };
    return <TellsPanel {...props} read={read} onRead={onRead} />;
  }
  const { context } = fakeApplication({ 'sampling.pace': async () => pace });
  render(
    <StrictMode>
      <MantineProvider env="test">
        <ApplicationProvider value={context}>
          <Plan />
        </ApplicationProvider>
      </MantineProvider>
    </StrictMode>,
  );
  return chosen;
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const write = (name: string, value: string): void => {
  fireEvent.change(field(name), { target: { value } });
};
const ten = { frame: 60, read: 10, stratified: false };

describe('what 10 of 60 can tell', () => {
  it('stands in whole cases for half, four of five and all in order', () => {
    open(ten);
    expect(screen.getAllByText(/^mellem \d/u).map(({ textContent }) => textContent)).toEqual([
      'mellem 13 og 47',
      'mellem 29 og 58',
      'mellem 43 og 60',
    ]);
    expect(screen.getByText(/^Resultaterne kan ikke skelnes/u).textContent).toContain('i mindst 95 af 100 udtræk');
  });

  it('says which results it cannot tell apart, and which it can', async () => {
    open(ten);
    write('Sager at læse', '15');
    expect((await screen.findByText(/^Kan ikke skelne/u)).textContent).toContain(
      'Kan ikke skelne 8 fra 12 eller 12 fra 15 i orden af 15: begge kan komme fra den samme liste. ' +
        'Kan skelne 8 fra 15 i orden af 15.',
    );
    write('Sager at læse', '50');
    expect(await screen.findByText(/^Resultaterne kan skelnes fra hinanden/u)).toBeTruthy();
  });

  it('grows with the slider at once, and the plan reads what was chosen', async () => {
    const chosen = open(ten);
    const slider = screen.getByRole('slider', { name: 'Antal sager at læse' });
    for (let step = 0; step < 5; step += 1) fireEvent.keyDown(slider, { key: 'ArrowRight' });
    expect(await screen.findByText('mellem 34 og 56')).toBeTruthy();
    expect(chosen.at(-1)).toBe(15);
    expect(field('Sager at læse').value).toBe('15');
  });

  it('takes a written number when the writing is done, and never more than the list', async () => {
    const chosen = open(ten);
    write('Sager at læse', '20');
    expect(await screen.findByText('mellem 37 og 55')).toBeTruthy();
    expect(chosen).toEqual([]);
    fireEvent.blur(field('Sager at læse'));
    expect(chosen).toEqual([20]);
    write('Sager at læse', '600');
    fireEvent.keyDown(field('Sager at læse'), { key: 'Enter' });
    expect(await screen.findByText('Alle 60 sager læses. Der er ingen stikprøveusikkerhed.')).toBeTruthy();
    expect(chosen).toEqual([20, 60]);
  });

  it('keeps the number while the field is empty', () => {
    const chosen = open(ten);
    write('Sager at læse', '');
    expect(screen.getByText('mellem 29 og 58')).toBeTruthy();
    fireEvent.blur(field('Sager at læse'));
    expect(field('Sager at læse').value).toBe('10');
    expect(chosen).toEqual([]);
  });
});

describe('group by group', () => {
  const strata = [
    { name: 'Team Nord', size: 40, drawn: 7 },
    { name: 'Team Syd', size: 18, drawn: 3 },
    { name: '', size: 2, drawn: 0 },
  ];
  const rows = () =>
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent);

  it('says what is read of each, in cases, or that it is too few for a number', () => {
    open({ ...ten, stratified: true, strata });
    expect(rows()).toEqual(['Team Nord7 af 4019 til 39 sager', 'Team Syd3 af 18for få til et tal', expect.any(String)]);
  });

  it('follows the slider before the plan has answered, shared out as the plan does', async () => {
    open({ ...ten, stratified: true, strata });
    write('Sager at læse', '30');
    await screen.findByText(/^20 af 40$/u);
    expect(rows()[1]).toMatch(/^Team Syd9 af 18\d+ til \d+ sager$/u);
    write('Sager at læse', '60');
    await screen.findByText(/^40 af 40$/u);
    expect(rows()).toEqual(['Team Nord40 af 40alle læses', 'Team Syd18 af 18alle læses', 'Alle sager2 af 2alle læses']);
  });

  it('is left out where nothing divides the list', () => {
    open({ ...ten, strata: [{ name: '', size: 60, drawn: 10 }] });
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('the time there is', () => {
  it('becomes cases by the minutes that past reviews took', async () => {
    const chosen = open(ten, { cases: 24, medianMinutes: 21.5 });
    expect(await screen.findByText(/^Målt: medianen af 24 gennemgange/u)).toBeTruthy();
    expect(field('Minutter pr. sag').value).toBe('21,5');
    write('Minutter pr. måned', '300');
    expect(screen.getByText('Det er tid til 13 sager.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Brug 13' }));
    expect(chosen).toEqual([13]);
  });

  it('needs a number to reckon with where nothing was reviewed yet', async () => {
    open(ten);
    expect(await screen.findByText(/^Der er endnu ingen gennemgange/u)).toBeTruthy();
    write('Minutter pr. måned', '300');
    expect(screen.queryByText(/^Det er tid til/u)).toBeNull();
    write('Minutter pr. sag', '45');
    expect(screen.getByText('Det er tid til 6 sager.')).toBeTruthy();
  });
});

describe('what one wants to be able to say', () => {
  it('names the cases that a precision takes, in points or in cases', () => {
    const chosen = open({ frame: 120, read: 10, stratified: false });
    expect(screen.getByText('læs 54 sager.')).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: 'Regnet i' }), { target: { value: 'cases' } });
    write('Højst ved siden af', '12');
    expect(screen.getByText('læs 54 sager.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Brug 54' }));
    expect(chosen).toEqual([54]);
    write('Højst ved siden af', '');
    expect(screen.queryByText(/^læs \d/u)).toBeNull();
  });

  it('tells the chance of seeing an error at least once, and what it takes to be nearly sure', () => {
    open(ten);
    write('Sager med fejlen', '6');
    expect(screen.getByText('68 % chance for at se den mindst én gang i 10 sager.')).toBeTruthy();
    expect(screen.getByText(/For 95 % chance: læs 23 sager\./u)).toBeTruthy();
    write('Sager med fejlen', '59');
    expect(screen.getByText(/^100 % chance/u)).toBeTruthy();
    write('Sager med fejlen', '45');
    expect(screen.getByText(/^99 % chance/u)).toBeTruthy();
  });
});

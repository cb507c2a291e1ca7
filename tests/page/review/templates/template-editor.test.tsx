import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { TemplateDraft } from '#shared/contract/templates.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';

import type { FakeApplication } from '../../fake-application.ts';
import {
  builtIn,
  button,
  choose,
  field,
  key,
  openOwn,
  openShelf,
  ownFirst,
  part,
  press,
  settled,
  write,
} from './templates-room.ts';

const receipt = /^Har underretter fået bekræftet/u;
const hours = /^Er det inden 24 timer/u;
const planDate = /^Forelå planen i tide/u;

interface Saved {
  readonly template: TemplateDraft;
  readonly changes: Readonly<Record<string, string>>;
}
const lastSaved = (fake: FakeApplication): Saved => fake.inputsOf('review.saveTemplate').at(-1) as Saved;
const items = ({ template }: Saved): readonly TemplateItem[] => template.sections.flatMap((section) => section.items);
const saved = (fake: FakeApplication, id: string): TemplateItem =>
  items(lastSaved(fake)).find((item) => item.id === id)!;
const save = async (edition: number): Promise<void> => {
  press(`Gem udgave ${edition}`);
  await screen.findByText(/^Gemt: .*udgave/u);
};
const preview = () => part('Sådan ser det ud i gennemgangen');

describe('an edition', () => {
  it('is made by keyboard: an item off, a word changed, an item moved, a new one added', async () => {
    const fake = await openOwn();
    button(hours).focus();
    key('j');
    expect(document.activeElement).toBe(button(receipt));
    key('s');
    expect(screen.getByText('5 af 6 spørgsmål bruges')).toBeTruthy();
    key('ArrowDown', { shiftKey: true });
    key('k');
    key('k');
    fireEvent.click(document.activeElement!);
    expect(document.activeElement).toBe(field('Spørgsmål'));
    write('Spørgsmål', 'Er barnet vurderet inden 24 timer?');
    key('Escape');
    key('n');
    expect(document.activeElement).toBe(field('Spørgsmål'));
    write('Spørgsmål', 'Er søskende spurgt?');
    write('Se efter i sagen', 'Samtalenotat');
    key('s', { ctrlKey: true });
    await screen.findByText('Gemt: Barnets lov, vores, udgave 2. Den kan vælges, næste gang der trækkes sager.');
    const [first, second, third, fourth] = items(lastSaved(fake));
    expect(first).toMatchObject({ id: 'underretning-24-timer', question: 'Er barnet vurderet inden 24 timer?' });
    expect(second).toMatchObject({ question: 'Er søskende spurgt?', type: 'professional', area: 'R' });
    expect(third).toMatchObject({ id: 'underretning-vurdering' });
    expect(fourth).toMatchObject({ id: 'underretning-kvittering', active: false });
    expect(lastSaved(fake).template).toMatchObject({ id: 'barnets-lov-lokal', title: 'Barnets lov, vores' });
  });

  it('of a built-in template becomes the own first one, and says so before', async () => {
    const fake = openShelf([builtIn], { id: 'barnets-lov', edition: '1' });
    await screen.findByText('Barnets lov, vores udgave', { selector: 'h1' });
    expect(screen.getByText('Den indbyggede skabelon ændres ikke. Gemmes som jeres egen, udgave 1.')).toBeTruthy();
    expect(button('Gem udgave 1')).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByLabelText(/^Brug: Er det inden 24 timer/u));
    await save(1);
    expect(lastSaved(fake).template).toMatchObject({ id: 'barnets-lov', title: 'Barnets lov, vores udgave' });
  });

  it('of a built-in template that has an own one already is a new template, and leads to the own one', async () => {
    const fake = openShelf([builtIn, ownFirst], { id: 'barnets-lov', edition: '1' });
    await screen.findByText('Gemmes som en ny skabelon, udgave 1.');
    fireEvent.click(screen.getByLabelText(/^Brug: Er det inden 24 timer/u));
    await save(1);
    expect(lastSaved(fake).template).toMatchObject({ id: null, title: 'Barnets lov, kopi' });
  });

  it('says what became of each item: proposed, and the person may say otherwise', async () => {
    const fake = await openOwn();
    fireEvent.click(button(receipt));
    expect(screen.queryByRole('radiogroup')).toBeNull();
    choose('Alvor', 'critical');
    const change = () => within(screen.getByRole('radiogroup', { name: 'Siden udgave 1 er spørgsmålet' }));
    expect(change().getByRole('radio', { name: 'Det samme' })).toHaveProperty('checked', true);
    write('Spørgsmål', 'Fik underretter svar?');
    expect(change().getByRole('radio', { name: 'Omformuleret' })).toHaveProperty('checked', true);
    choose('Datoregel til forslag', 'R03');
    expect(change().getByRole('radio', { name: 'En ny regel' })).toHaveProperty('checked', true);
    fireEvent.click(change().getByRole('radio', { name: 'Det samme' }));
    await save(2);
    expect(lastSaved(fake).changes).toEqual({ 'underretning-kvittering': 'same' });
    expect(saved(fake, 'underretning-kvittering')).toMatchObject({ rule: 'R03', severity: 'critical' });
  });

  it('is not saved while a field is wrong: each says what, and every correction counts', async () => {
    const fake = await openOwn();
    write('Spørgsmål', '');
    write('Se efter i sagen', 'Se <b>her</b>');
    press('Gem udgave 2');
    expect(screen.getByText('2 felter skal rettes, før udgaven kan gemmes')).toBeTruthy();
    expect(screen.getByText('Feltet mangler.')).toBeTruthy();
    expect(screen.getByText('Teksten indeholder HTML (<b>), som ikke vises.')).toBeTruthy();
    write('Se efter i sagen', 'Journalen');
    expect(screen.getByText('1 felt skal rettes, før udgaven kan gemmes')).toBeTruthy();
    expect(fake.inputsOf('review.saveTemplate')).toEqual([]);
  });

  it('keeps what is not saved while the person looks at other pages, and lets go of it only when told', async () => {
    await openOwn();
    write('Spørgsmål', 'Kladdens spørgsmål');
    press('Alle skabeloner');
    await screen.findByText('Ændringer er ikke gemt');
    fireEvent.click(within(screen.getByRole('navigation', { name: 'Sider' })).getByText('Overblik'));
    await screen.findByRole('heading', { level: 1, name: 'Overblik' });
    fireEvent.click(within(screen.getByRole('navigation', { name: 'Sider' })).getByText('Indstillinger'));
    press('Ret skabeloner');
    fireEvent.click(await screen.findByRole('button', { name: 'Åbn: Barnets lov, vores, udgave 1' }));
    await screen.findByText('Ikke gemt endnu');
    expect(field('Spørgsmål').value).toBe('Kladdens spørgsmål');
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    press('Kassér ændringer');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('1 ændring i kladden går tabt. Den gemte udgave ændres ikke.')).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: 'Kassér ændringer' }));
    await settled();
    expect(screen.queryByText('Ikke gemt endnu')).toBeNull();
    expect(field('Spørgsmål').value).toMatch(hours);
    const free = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(free);
    expect(free.defaultPrevented).toBe(false);
  });

  it('undoes and redoes word by word and step by step', async () => {
    await openOwn();
    for (const text of ['E', 'Er ', 'Er d', 'Er de']) {
      write('Spørgsmål', text);
    }
    choose('Alvor', 'minor');
    key('z', { ctrlKey: true });
    expect(screen.getByLabelText('Alvor', { selector: 'select' })).toHaveProperty('value', 'critical');
    key('z', { ctrlKey: true });
    expect(field('Spørgsmål').value).toBe('Er ');
    key('z', { ctrlKey: true });
    expect(field('Spørgsmål').value).toMatch(hours);
    key('y', { ctrlKey: true });
    expect(field('Spørgsmål').value).toBe('Er ');
  });
});

describe('the law, the sections and the preview of an item', () => {
  it('takes paragraphs with their days, and the date that decides', async () => {
    const fake = await openOwn();
    press('Tilføj paragraf');
    const third = part('Paragraf 3');
    choose('Lov', 'forvaltningsloven', third);
    fireEvent.change(third.getByLabelText('Paragraf og stykke'), { target: { value: '§ 24' } });
    fireEvent.change(third.getByLabelText('Gælder fra'), { target: { value: '1/1-26' } });
    choose('Loven følger datoen for', 'decision_date');
    await save(2);
    const { references, event } = saved(fake, 'underretning-24-timer');
    expect(references?.at(-1)).toEqual({
      law: 'forvaltningsloven',
      paragraph: '§ 24',
      from: '2026-01-01',
      until: null,
    });
    expect(event).toEqual(['decision_date', 'opened']);
  });

  it('moves to another section and to a new one, and shows what the reviewer will see', async () => {
    const fake = await openOwn();
    fireEvent.click(button(receipt));
    choose('Svar', 'degree');
    expect(preview().getByText('I høj grad')).toBeTruthy();
    write('Spørgsmål', 'Fik underretter svar?');
    expect(preview().getByText('Fik underretter svar?')).toBeTruthy();
    choose('Afsnit', '2');
    press('Om skabelonen');
    write('Afsnit 3', 'Lokalt');
    write('Navn', 'Vores tjekliste');
    await save(2);
    const { template } = lastSaved(fake);
    expect(template.title).toBe('Vores tjekliste');
    expect(template.sections.at(-1)).toMatchObject({
      title: 'Lokalt',
      items: [{ id: 'underretning-kvittering', scale: 'degree' }],
    });
  });
});

describe('when an item is relevant', () => {
  const conditions = () => part('Betingelser');

  it('is built from the list: all or any, not, groups, and the answers to other items', async () => {
    const fake = await openOwn();
    choose('Spørgsmålet er relevant', 'any');
    fireEvent.click(conditions().getAllByText('Tilføj betingelse').at(-1)!.closest('button')!);
    const second = part('der er truffet en afgørelse');
    choose('Betingelse', 'age-at-least', second);
    const age = part(/^barnet har nået en alder/u);
    fireEvent.change(age.getByLabelText('År'), { target: { value: '15' } });
    choose('Passer eller passer ikke', 'no', age);
    fireEvent.click(conditions().getAllByText('Tilføj gruppe').at(-1)!.closest('button')!);
    const inner = part('der er truffet en afgørelse');
    choose('Betingelse', 'answered', inner);
    await save(2);
    expect(saved(fake, 'underretning-24-timer').condition).toEqual({
      any: [
        { fact: 'report-received' },
        { not: { fact: 'age-at-least', years: 15, at: 'decision' } },
        { any: [{ answered: { item: 'underretning-kvittering', values: ['no', 'partly'] } }] },
      ],
    });
  });

  it('shows nested groups, and keeps in words what is nested deeper than it can show', async () => {
    const fake = openShelf([builtIn, ownFirst], { id: ownFirst.id, edition: '1' }, {});
    await screen.findByText(ownFirst.title, { selector: 'h1' });
    fireEvent.click(button(planDate));
    expect(conditions().getAllByLabelText('Gruppen passer')).toHaveLength(2);
    expect(preview().getByText(/^Vises, når barnet er eller har været anbragt eller \(/u)).toBeTruthy();
    choose('Passer eller passer ikke', 'no', part('barnet er eller har været anbragt'));
    await save(2);
    expect(saved(fake, 'plan-frist').condition).toMatchObject({
      any: [{ not: { fact: 'placed' } }, { all: [{}, { any: [{}, {}] }] }],
    });
  });

  it('in every case takes the condition away; one that is not filled in stops the saving at its place', async () => {
    const fake = await openOwn();
    choose('Betingelse', 'read-in-file', conditions());
    press('Gem udgave 2');
    expect(conditions().getByText(/^Betingelsen er ikke udfyldt rigtigt/u)).toBeTruthy();
    choose('Spørgsmålet er relevant', '');
    await save(2);
    expect(saved(fake, 'underretning-24-timer')).not.toHaveProperty('condition');
  });
});

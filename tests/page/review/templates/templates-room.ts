import { act, fireEvent, screen, within } from '@testing-library/react';

import type { Handlers } from '#shared/contract/operations.ts';
import type { TemplateLine } from '#shared/contract/templates.ts';

import { type FakeApplication, type FakeFiles } from '../../fake-application.ts';
import { demoShelf, shortTemplate } from '../../harness/demo-shelf.ts';
import { renderApp } from '../../render-app.tsx';

export const builtIn: TemplateLine = {
  id: 'barnets-lov',
  edition: 1,
  title: 'Barnets lov',
  items: 6,
  source: 'built-in',
  newest: true,
};
export const ownFirst: TemplateLine = {
  ...builtIn,
  id: 'barnets-lov-lokal',
  title: 'Barnets lov, vores',
  source: 'own',
};

/** Skabeloner on a shelf in memory that checks and keeps editions as the core does. */
export function openShelf(
  lines: readonly TemplateLine[] = [builtIn, ownFirst],
  params: Readonly<Record<string, string>> = {},
  more: Partial<Handlers> = {},
  files: FakeFiles = {},
): FakeApplication {
  const announce = (): void => fake.announce({ name: 'stage-changed', stage: 'review' });
  const fake = renderApp(
    { ...demoShelf(lines, announce, shortTemplate), ...more },
    { page: 'templates', params },
    files,
  );
  return fake;
}

export const openOwn = async (): Promise<FakeApplication> => {
  const fake = openShelf([builtIn, ownFirst], { id: ownFirst.id, edition: '1' });
  await screen.findByText(ownFirst.title, { selector: 'h1' });
  return fake;
};

/** By its words alone: asking for roles is slow where a page has hundreds of choices. */
export const button = (name: string | RegExp): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].filter((each) => {
    const said =
      each.getAttribute('aria-label') ?? each.textContent.replace(/(?:Ctrl S|Skift [↑↓]|(?<=spørgsmål)N)$/u, '');
    return typeof name === 'string' ? said === name : name.test(said);
  });
  if (found.length !== 1) throw new Error(`${found.length} buttons are called ${name}`);
  return found[0]!;
};
export const press = (name: string | RegExp): void => {
  fireEvent.click(button(name));
};

export const key = (name: string, part: { readonly ctrlKey?: boolean; readonly shiftKey?: boolean } = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, bubbles: true, ...part });
};
export const write = (label: string, value: string): void => {
  fireEvent.change(field(label), { target: { value } });
};
export const field = (label: string): HTMLInputElement => screen.getByLabelText(label, { selector: 'input, textarea' });
type Root = Pick<ReturnType<typeof within>, 'getByLabelText'>;
export const choose = (label: string, value: string, root: Root = screen): void => {
  fireEvent.change(root.getByLabelText(label, { selector: 'select' }), { target: { value } });
};
/** A part of the page by its label. */
export const part = (label: string | RegExp) => {
  const found = screen.getAllByLabelText(label, { selector: 'section, fieldset, nav' });
  return within(found.at(-1)!);
};

/** Lets everything happen that follows at once, calls on the wire included. */
export const settled = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      await Promise.resolve();
    }
  });

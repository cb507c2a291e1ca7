import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import type { DataColumn, RowSource } from '../../../renderer/components/data-columns.ts';
import { DataTable } from '../../../renderer/components/data-table.tsx';

interface Person {
  readonly name: string;
  readonly age: number | null;
}

const columns: readonly DataColumn<Person>[] = [
  { id: 'name', header: 'Navn', cell: ({ name }) => name, sortValue: ({ name }) => name },
  { id: 'age', header: 'Alder', numeric: true, cell: ({ age }) => age ?? '', sortValue: ({ age }) => age },
];
const people: readonly Person[] = [
  { name: 'Åse', age: 9 },
  { name: 'Bo', age: 10 },
  { name: 'Ærø', age: null },
];

function show(props: Partial<Parameters<typeof DataTable<Person>>[0]>) {
  return render(
    <MantineProvider env="test">
      <DataTable label="Personer" columns={columns} rows={people} rowKey={({ name }) => name} {...props} />
    </MantineProvider>,
  );
}

function firstCells(): readonly string[] {
  return within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('td')?.textContent ?? '');
}

describe('DataTable', () => {
  it('sorts the Danish way and says the direction', () => {
    show({});
    expect(firstCells()).toEqual(['Åse', 'Bo', 'Ærø']);
    fireEvent.click(screen.getByRole('button', { name: 'Navn' }));
    expect(firstCells()).toEqual(['Bo', 'Ærø', 'Åse']);
    expect(screen.getByRole('columnheader', { name: 'Navn' }).getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(screen.getByRole('button', { name: 'Navn' }));
    expect(firstCells()).toEqual(['Åse', 'Ærø', 'Bo']);
  });

  it('draws only the rows in sight of 100,000 and asks for those', () => {
    const need = vi.fn<RowSource<Person>['need']>();
    const rows: RowSource<Person> = { total: 100_000, at: (index) => ({ name: `P${index}`, age: index }), need };
    show({ rows, height: '400px' });
    expect(firstCells().length).toBeLessThan(60);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('100001');
    expect(need).toHaveBeenLastCalledWith(0, firstCells().length - 1);
  });

  it('shows the place of a row that has not arrived', () => {
    show({ rows: { total: 2, at: (index) => (index === 0 ? people[0] : undefined), need: () => undefined } });
    expect(firstCells()).toEqual(['Åse', '…']);
  });

  it('is one stop for Tab; arrows move between the rows and Enter opens', () => {
    const opened = vi.fn<(person: Person) => void>();
    show({ onOpen: opened });
    const button = (name: string): HTMLElement => screen.getByRole('button', { name });
    expect(button('Åse').tabIndex).toBe(0);
    expect(button('Bo').tabIndex).toBe(-1);
    act(() => button('Åse').focus());
    fireEvent.keyDown(button('Åse'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(button('Bo'));
    fireEvent.keyDown(button('Bo'), { key: 'End' });
    expect(document.activeElement).toBe(button('Ærø'));
    fireEvent.keyDown(button('Ærø'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(button('Ærø'));
    fireEvent.click(button('Ærø'));
    expect(opened).toHaveBeenCalledExactlyOnceWith(people[2]);
  });

  it('says what to do when there is nothing', () => {
    show({ rows: [], empty: 'Ingen passer.' });
    expect(screen.getByText('Ingen passer.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

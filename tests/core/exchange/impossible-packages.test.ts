import { describe, expect, it } from 'vitest';

import { answeredDesk, bend } from './support/desk.ts';
import { collect, spoken } from './support/offices.ts';
import type { Bent } from './support/packages.ts';

const on = answeredDesk();

const firstOf = (each: Bent, kind: string) => each.versions.find(([cell]) => cell.startsWith(`${kind}/`))!;

describe('A package that no program writes', () => {
  it.each<[string, (payload: Bent) => void]>([
    ['an unknown key', (each) => (each['mere'] = 1)],
    ['an unknown kind', (each) => (each['kind'] = 'andet')],
    ['no cells', (each) => delete (each as Record<string, unknown>)['versions']],
    ['a cell without a name', (each) => each.versions.push(['', []])],
    ['a cell of an item that is not there', (each) => (firstOf(each, 'answer')[0] += 'x')],
    ['a cell twice', (each) => each.versions.push(structuredClone(each.versions[0]!))],
    [
      'an answer without its review',
      (each) => (each.versions = each.versions.filter(([c]) => !c.startsWith('review/'))),
    ],
    ['a value that is none', (each) => ((firstOf(each, 'answer')[1][0]!['content'] as Bent)['value'] = 'måske')],
    [
      'a closed review without its instant',
      (each) => ((firstOf(each, 'review')[1][0]!['content'] as Bent)['closedAt'] = null),
    ],
    ['an id that is none', (each) => (firstOf(each, 'answer')[1][0]!['id'] = 'x')],
    [
      'a version that replaces itself',
      (each) => (firstOf(each, 'answer')[1][0]!['ancestors'] = [firstOf(each, 'answer')[1][0]!['id']]),
    ],
    ['two cases of one number', (each) => (each.cases[1]!['number'] = each.cases[0]!['number'])],
    ['a case that is another', (each) => ((each.cases[0]!['case'] as Bent)['id'] = 'en anden')],
    ['a case replaced by none', (each) => (each.cases[0]!['replacedBy'] = 'ingen')],
    [
      'a note of a megabyte',
      (each) => ((firstOf(each, 'answer')[1][0]!['content'] as Bent)['note'] = 'x'.repeat(1_000_000)),
    ],
    [
      'a note that no table can hold',
      (each) => ((firstOf(each, 'answer')[1][0]!['content'] as Bent)['note'] = 'a\u0000b'),
    ],
    ['half a character', (each) => ((firstOf(each, 'answer')[1][0]!['content'] as Bent)['note'] = '\ud83d')],
    ['a record that is none', (each) => (each.record['seed'] = 7)],
  ])('is refused whole: %s', async (_, how) => {
    const { consultant } = on.desk;
    const file = await bend(on.desk, how);
    const before = consultant.onDisk();
    await expect(collect(consultant, file, spoken)).rejects.toMatchObject({
      code: expect.stringMatching(/^package-(?:damaged|outside-round)$/u),
    });
    expect(consultant.onDisk()).toEqual(before);
  });
});

import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { parsePolicy } from '#shared/domain/policy.ts';

import { fuses } from './fuses.ts';

const read = (name: string) => readFileSync(`docs/${name}.md`, 'utf8');
/** The first two cells of the rows of tables whose first cell is one word. */
const rows = (text: string) => [...text.matchAll(/^\| `?(\w+)`? +\| +(\S[^|]*?) +\|/gm)];

describe('docs/policy.md', () => {
  const text = read('policy');
  const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

  it('gives an example that the program understands', () => {
    expect(parsePolicy(example, 'policy.json')).toEqual({
      forcePassphrase: true,
      retentionMonths: 24,
      forbidInternalExport: false,
      allowScreenCapture: false,
      lockAfterMinutes: 15,
      source: 'policy.json',
    });
  });

  it('describes every field there is, and no other', () => {
    const fields = Object.keys(parsePolicy('{}', '') ?? {}).filter((name) => name !== 'source');
    expect(fields.length).toBeGreaterThan(4);
    const described = rows(text.slice(text.indexOf('| field'))).map(([, name = '']) => name);
    expect(described.filter((name) => name !== 'field').toSorted()).toEqual(fields.toSorted());
  });

  it('says what becomes of a misspelt rule, and it is so', () => {
    expect(text).toContain('`policy-invalid`');
    expect(parsePolicy('{"forcePassprase":true}', '')).toBeNull();
  });
});

describe('docs/signing.md', () => {
  it('has the table of fuses as they are set', () => {
    const text = read('signing');
    const table = rows(text.slice(text.indexOf('## Fuses'))).filter(([, name]) => name !== 'fuse');
    expect(table.map(([, name, set]) => ({ name, on: set === 'on' }))).toEqual(fuses);
  });
});

describe('docs/packaging.md', () => {
  it('names the identities that are in the configuration', () => {
    const config = readFileSync('electron-builder.yml', 'utf8');
    const named = [/guid: (\S+)/, /upgradeCode: (\S+)/].map((pattern) => pattern.exec(config)?.[1] ?? 'missing');
    for (const name of named) {
      expect(read('packaging')).toContain(name);
    }
  });
});

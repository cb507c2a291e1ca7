import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { projectFolder } from '../project-folder.ts';
import type { BundledPackage } from './bundled-packages.ts';
import { usedLicence } from './licences.ts';

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

/**
 * The bill of materials (CycloneDX 1.5) of what is in the product: the bundled packages, Electron and the font. Not made by
 * `npm sbom`, which names packages that are not shipped and, with `--omit dev`, leaves out those that a tool uses too.
 * Without a serial number, and without a time unless SOURCE_DATE_EPOCH gives one, so that the same sources give the same bytes.
 */
export function softwareBill(
  packages: readonly BundledPackage[],
  electron: BundledPackage,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const { name, version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as BundledPackage;
  const lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as Lockfile;
  const components = [
    component(electron, lock, 'framework'),
    ...packages.map((found) => component(found, lock, 'library')),
    {
      type: 'file',
      'bom-ref': 'font:source-sans-3',
      name: 'Source Sans 3',
      licenses: [{ license: { id: 'OFL-1.1' } }],
    },
  ];
  const seconds = environment['SOURCE_DATE_EPOCH'];
  const timestamp = seconds === undefined ? {} : { timestamp: new Date(Number(seconds) * 1_000).toISOString() };
  const product = `${name}@${version}`;
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      ...timestamp,
      component: { type: 'application', 'bom-ref': product, name, version, licenses: [{ license: { id: 'MIT' } }] },
    },
    components,
    dependencies: [{ ref: product, dependsOn: components.map((part) => part['bom-ref']) }],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function component(found: BundledPackage, lock: Lockfile, type: 'framework' | 'library') {
  const { name, version, folder } = found;
  const place = relative(projectFolder, folder).split(sep).join('/');
  const integrity = lock.packages[place]?.integrity ?? '';
  const [, sha512 = ''] = /^sha512-(.+)$/.exec(integrity) ?? [];
  const hash = { alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') };
  return {
    type,
    'bom-ref': `${name}@${version}`,
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: [{ expression: usedLicence(found) ?? found.licence }],
    ...(sha512 === '' ? {} : { hashes: [hash] }),
  };
}

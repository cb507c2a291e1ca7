import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { projectFolder } from '../../scripts/project-folder.ts';
import { electronDefaults, fuses } from './fuses.ts';

/** electron-builder's own parts, of the version that makes the installers. */
const ofBuilder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'));

interface Config {
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly [part: string]: unknown;
}
interface Schema {
  readonly definitions: Readonly<Record<string, { readonly properties: Readonly<Record<string, unknown>> }>>;
}
type Validate = ((config: unknown) => boolean) & { readonly errors?: readonly { readonly message?: string }[] | null };

let config: Config;
let schema: Schema;
let validate: Validate;

beforeAll(() => {
  const { load } = ofBuilder('js-yaml') as { load: (text: string) => unknown };
  const { default: Ajv } = ofBuilder('ajv') as {
    default: new (options: object) => { compile(schema: object): Validate };
  };
  schema = ofBuilder('./scheme.json') as Schema;
  config = load(readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8')) as Config;
  validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
}, 60_000);

describe('electron-builder.yml', () => {
  it("is what electron-builder's own schema allows", () => {
    expect(validate(config) ? [] : validate.errors).toEqual([]);
  });

  it('would not be with a misspelt option', () => {
    expect(validate({ ...config, nsis: { perMachne: true } })).toBe(false);
    expect(validate({ ...config, electronFuses: { runAsNode: 'no' } })).toBe(false);
  });

  it('packs the built program and nothing else', () => {
    expect(config).toMatchObject({
      asar: true,
      publish: null,
      appId: 'dk.ledelsestilsyn.app',
      files: ['dist/shell/**', 'dist/page/**', 'package.json', '!**/node_modules/**', '!**/*.{map,ts,tsx,mts,cts}'],
    });
    expect(config).not.toHaveProperty('electronDownload');
    expect(config).not.toHaveProperty('asarUnpack');
  });

  it('installs on Windows for the machine, without questions, and leaves the data at uninstalling', () => {
    expect(config).toMatchObject({
      nsis: {
        oneClick: false,
        perMachine: true,
        allowToChangeInstallationDirectory: false,
        deleteAppDataOnUninstall: false,
        differentialPackage: false,
        runAfterFinish: false,
      },
      msi: { perMachine: true, runAfterFinish: false },
      win: { requestedExecutionLevel: 'asInvoker', signtoolOptions: { signingHashAlgorithms: ['sha256'] } },
    });
  });

  it('keeps the two identities that Windows knows the program by', () => {
    expect(config).toMatchObject({
      nsis: { guid: 'beec68b4-c97d-51ab-bece-28f159d26e15' },
      msi: { upgradeCode: '76735D1C-FEA5-53A0-B8DB-AAED86A8F42F' },
    });
  });

  it('asks macOS for compiling at run time and for nothing else', () => {
    const text = readFileSync(join(projectFolder, 'build', 'entitlements.mac.plist'), 'utf8');
    expect([...text.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit']);
    expect(config).toMatchObject({ mac: { hardenedRuntime: true, entitlements: 'build/entitlements.mac.plist' } });
  });
});

describe('fuses', () => {
  const own = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

  it('sets every fuse that electron-builder knows as the table says', () => {
    const known = Object.keys(schema.definitions['FuseOptionsV1']!.properties);
    expect(Object.keys(config.electronFuses).toSorted()).toEqual(
      known.filter((name) => name !== 'resetAdHocDarwinSignature').toSorted(),
    );
    for (const [name, on] of Object.entries(config.electronFuses)) {
      expect([name, on]).toEqual([name, fuses.find((fuse) => fuse.name === name)?.on]);
    }
  });

  it('knows no fewer than the tool that sets them', () => {
    const { FuseV1Options } = ofBuilder('@electron/fuses') as {
      FuseV1Options: Readonly<Record<string, string | number>>;
    };
    const names = Object.entries(FuseV1Options).filter(([, place]) => typeof place === 'number');
    for (const [name, place] of names) {
      expect(own(name)).toBe(fuses[Number(place)]?.name);
    }
    // wasmTrapHandlers: the tool does not know it, and Electron has it on, which is what the program wants.
    expect(fuses.length - names.length).toBe(1);
    expect(fuses.at(-1)).toEqual({ name: 'wasmTrapHandlers', on: true });
    expect(electronDefaults.at(-1)).toBe('1');
  });
});

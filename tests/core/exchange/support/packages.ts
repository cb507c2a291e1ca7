import { openPackage, type PackageSeal, sealPackage } from '#core/exchange/package-file.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { PackagePayload, ResultPayload } from '#shared/domain/exchange/package.ts';

import { bytesOf, lay, type Office, spoken } from './offices.ts';

/** A JSON value that a test bends out of shape. */
export type Bent = Record<string, unknown> & {
  round: Record<string, unknown>;
  record: Record<string, unknown>;
  cases: Record<string, unknown>[];
  versions: [string, Record<string, unknown>[]][];
};

/** What a package with the spoken passphrase holds. */
export async function resultIn(office: Office, file: FileRef): Promise<ResultPayload> {
  const payload = await openPackage(await bytesOf(office, file.name), { passphrase: spoken });
  if (payload.kind !== 'result') throw new Error('no result');
  return payload;
}

/** The return key of an exchange that was sent from an office. */
export function sealOf(office: Office, exchangeId: string): Promise<PackageSeal> {
  return office.fromDisk((store) => {
    const keys = store.read((tables) => tables.exchanges.get(exchangeId)?.keys);
    return { returnKey: keys?.returnKey ?? '', exchangeId };
  });
}

/** A package as somebody who knows how it is opened could forge it. */
export async function forge(
  office: Office,
  payload: unknown,
  how: PackageSeal = { passphrase: spoken },
  name = 'forfalsket.ltp',
): Promise<FileRef> {
  return lay(office, name, await sealPackage(payload as PackagePayload, how, office.ports));
}

export const bent = (payload: ResultPayload, bend: (payload: Bent) => void): Bent => {
  const copy = structuredClone(payload) as unknown as Bent;
  bend(copy);
  return copy;
};

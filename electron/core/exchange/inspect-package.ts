import { AppError } from '#shared/contract/errors.ts';
import type { Input, Output } from '#shared/contract/operations.ts';
import type { PackagePayload } from '#shared/domain/exchange/package.ts';

import type { ReviewRoom } from '../review/reading-case.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Tables } from '../store/tables.ts';
import { editionHere } from './edition-here.ts';
import { openPackage, readPackageHeader } from './package-file.ts';

const unopened = { kind: null, unit: '', period: '', municipality: '', head: '', madeAt: '', cases: 0, template: '' };

/** What a package says of itself, as far as it can be opened here; nothing is merged. */
export async function inspectPackage(
  { ports, store, shelf }: ReviewRoom,
  { file, passphrase }: Input<'exchange.inspect'>,
): Promise<Output<'exchange.inspect'>> {
  const bytes = await ports.files.read(file);
  const { exchangeId, needsPassphrase } = readPackageHeader(bytes);
  const typed = passphrase ?? '';
  if (needsPassphrase && typed.trim() === '') return { ...unopened, needsPassphrase };
  const returnKey = exchangeId === null ? null : store.read((tables) => returnKeyOf(tables, exchangeId));
  const payload = await openPackage(bytes, returnKey === null ? { passphrase: typed } : { returnKey });
  return store.read((tables) => ({ ...told(tables, shelf, payload), needsPassphrase }));
}

/** The one who sent the cases has the key, and so has the one who got them. Throws `package-unknown-sender`. */
function returnKeyOf(tables: Tables, exchangeId: string): string {
  const received = [...tables.origins.list().values()].find((origin) => origin.exchangeId === exchangeId);
  const keys = tables.exchanges.get(exchangeId)?.keys ?? received?.keys ?? null;
  if (keys === null)
    throw new AppError('package-unknown-sender', 'The package answers one that was not sent from here');
  return keys.returnKey;
}

function told(tables: Tables, shelf: TemplateShelf, payload: PackagePayload) {
  const { kind, round, municipality, head, madeAt, cases } = payload;
  // What comes home without names does not say a unit that is a person; here it is known.
  const unit = tables.exchanges.get(payload.exchangeId ?? '')?.unit ?? payload.unit;
  const template = 'template' in payload ? payload.template : editionHere(tables, shelf, round);
  return {
    kind,
    unit,
    period: round.name,
    municipality,
    head,
    madeAt,
    cases: cases.filter(({ replacedBy }) => replacedBy === null).length,
    template: template?.title ?? round.templateId,
  };
}

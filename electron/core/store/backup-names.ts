import { backupKinds, type BackupKind } from '#shared/contract/backups.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';

const kinds = backupKinds.filter((kind) => kind !== 'daily');
const pattern = new RegExp(`^tilsyn-(\\d{4}-\\d{2}-\\d{2})(?:-(${kinds.join('|')})(?:-[0-9a-f]+)?)?\\.ltdb$`);

/** The name of the one copy of a day. */
export function dailyName(day: string): string {
  return `tilsyn-${day}.ltdb`;
}

/** `mark` tells copies of the same kind and day apart: hexadecimal digits. */
export function backupName(day: LocalDate, kind: Exclude<BackupKind, 'daily'>, mark: string): string {
  return `tilsyn-${day}-${kind}-${mark}.ltdb`;
}

/** Null for a name that this program gave no copy. */
export function readBackupName(name: string): { readonly day: string; readonly kind: BackupKind } | null {
  const found = pattern.exec(name);
  const kind = backupKinds.find((known) => known === (found?.[2] ?? 'daily'));
  return found?.[1] === undefined || kind === undefined ? null : { day: found[1], kind };
}

/** Where the journal of a copied workspace lies, if it had one. */
export function journalBeside(path: string): string {
  return path.replace(/\.ltdb$/, '.ltdj');
}

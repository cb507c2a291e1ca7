import type { LocalDate } from '../../calendar/local-date.ts';
import type { FieldValues } from '../../importing/fields.ts';
import { lawAt, type LawVersion } from './law.ts';

/** What a decision is about, read from the paragraph it names. */
export type BasisKind = 'support' | 'placement-consent' | 'placement-no-consent' | 'youth';

/**
 * Reads "§ 32, stk. 1, nr. 5", "BL § 46", "SEL § 52, stk. 3, nr. 7" or "52.3.7". A law that is not named follows the date
 * of the event. Paragraphs 32, 46 and 47 of an older event are read as barnets lov, since serviceloven used none of them
 * for such decisions; § 52 with a number of a newer event as serviceloven, since barnets lov has no numbers there. Null
 * where nothing is recognised.
 */
export function readLegalBasis(text: string | undefined, event: LocalDate): BasisKind | null {
  if (text === undefined) return null;
  const key = `${lawAt(event)} ${text}`;
  const known = readBefore.get(key);
  if (known !== undefined) return known;
  const kind = recogniseBasis(text, event);
  if (readBefore.size >= mostRemembered) readBefore.clear();
  readBefore.set(key, kind);
  return kind;
}

/** A municipality writes its decisions in a few hundred ways; a check over all cases reads each of them once. */
const readBefore = new Map<string, BasisKind | null>();
const mostRemembered = 2_000;

function recogniseBasis(text: string, event: LocalDate): BasisKind | null {
  const [first, , third] = [...text.matchAll(/\d+/g)].map(Number);
  const paragraph = Number(/§+\s*(\d+)/.exec(text)?.[1] ?? first);
  const number = Number(/nr\.?\s*(\d+)/i.exec(text)?.[1] ?? third);
  const named = namedLaw(text);
  if (named !== null) return kindOf(named, paragraph, number);
  if (lawAt(event) === 'serviceloven') {
    return kindOf('serviceloven', paragraph, number) ?? kindOf('barnets-lov', paragraph, number);
  }
  const old = paragraph === 52 && !Number.isNaN(number);
  return kindOf(old ? 'serviceloven' : 'barnets-lov', paragraph, number);
}

/** The kind of decision of a case, where a placement is told by its date when the paragraph says nothing. */
export function placementBasis(values: FieldValues, event: LocalDate): BasisKind | 'placement' | null {
  const basis = readLegalBasis(values.legal_basis, event);
  if (basis !== null || values.placement_start === undefined) return basis;
  if (values.consent_flag === undefined) return 'placement';
  return values.consent_flag ? 'placement-consent' : 'placement-no-consent';
}

/** True where the dates or the paragraph say that the child is or was placed. */
export function isPlacement(values: FieldValues, event: LocalDate): boolean {
  return values.placement_start !== undefined || (placementBasis(values, event) ?? '').startsWith('placement');
}

function namedLaw(text: string): LawVersion | null {
  if (/\bSEL\b|\bservicelov/i.test(text)) return 'serviceloven';
  return /\bBL\b|\bbarnets\s+lov/i.test(text) ? 'barnets-lov' : null;
}

function kindOf(law: LawVersion, paragraph: number, number: number): BasisKind | null {
  if (law === 'barnets-lov') {
    if (paragraph === 32) return 'support';
    if (paragraph === 46) return 'placement-consent';
    if (paragraph === 47) return 'placement-no-consent';
    return [114, 115, 116, 120].includes(paragraph) ? 'youth' : null;
  }
  if (paragraph === 52) return number === 7 ? 'placement-consent' : 'support';
  if (paragraph === 58) return 'placement-no-consent';
  return paragraph === 76 ? 'youth' : null;
}

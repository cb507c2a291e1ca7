import type { ErrorCode, ErrorData } from '../contract/errors.ts';
import { counted, formatCount } from '../domain/calendar/format.ts';
import { isFieldId } from '../domain/importing/fields.ts';
import { fieldWords } from './importing.ts';

type Detail = Readonly<Record<string, string | number>>;
/** A failure as it crosses the boundary or as it is thrown. */
export interface ToldError {
  readonly code: ErrorCode;
  readonly detail?: ErrorData['detail'] | undefined;
}

type Sentence = (detail: Detail) => string;

const cases = (count: unknown): string => counted(Number(count), ['sag', 'sager']);
const part = ({ part: number }: Detail): string => `Del ${String(number)} af planen`;

/** What does not hang together in a plan, by the problem that the domain names; each without its full stop. */
const problems: Readonly<Record<string, Sentence>> = {
  'no size': (detail) => `${part(detail)} mangler et antal sager`,
  'no number per stratum': (detail) => `${part(detail)} mangler et antal fra hver gruppe`,
  'a number per stratum but nothing to stratify by': (detail) =>
    `${part(detail)} har et antal fra hver gruppe, men ingen grupper`,
  'everything cannot be drawn at an interval': (detail) =>
    `${part(detail)} tager alle sager, så der er ingen fast afstand mellem dem`,
  'a minimum goes with proportional and equal only': (detail) =>
    `${part(detail)} har et mindste antal fra hver gruppe, men fordeles ikke efter sager eller lige`,
  'the minimum per stratum takes more than the size': (detail) =>
    `${part(detail)}: det mindste antal fra hver gruppe kræver ${cases(detail['least'])}, men der skal kun trækkes ${formatCount(Number(detail['size']))}`,
  'neither a rule nor a condition': (detail) => `${part(detail)} siger ikke, hvilke sager der skal vælges`,
  "an own rule has the name of one of the program's": (detail) =>
    `${part(detail)}: den egne regel har samme navn som en af programmets`,
  'a condition names a child': ({ field }) =>
    `En betingelse nævner ${fieldName(field)}. En plan må ikke pege på et barn, fordi den står i kontrolarket`,
  'the case number is the CPR number': ({ cases: count }) =>
    `${cases(count)} har barnets CPR-nummer som sagsnummer. Sagsnummeret står i kontrolark og rapporter`,
  'the seed has characters that do not show': () =>
    'Frøet har tegn, der ikke kan ses på papir (for eksempel et hårdt mellemrum). Den, der skriver det af, ville få andre sager',
  'no such part': (detail) => `${part(detail)} findes ikke`,
  'not larger than the sample': (detail) => `${part(detail)} kan kun udvides til flere sager, end den har`,
  'everything is in the sample already': (detail) => `${part(detail)} har allerede alle sager med`,
};

const byCode: Partial<Readonly<Record<ErrorCode, (detail: Detail) => string | undefined>>> = {
  'plan-invalid': (detail) => problems[String(detail['problem'])]?.(detail),
  'sample-larger-than-frame': (detail) =>
    has(detail, 'part', 'wanted', 'size')
      ? `${part(detail)} beder om ${cases(detail['wanted'])}, men der er kun ${formatCount(Number(detail['size']))} at trække fra`
      : undefined,
  'frame-empty': (detail) =>
    has(detail, 'part') ? `${part(detail)} har ingen sager at trække fra: ingen opfylder betingelserne` : undefined,
  'overlapping-parts': (detail) =>
    has(detail, 'part', 'otherPart', 'shared')
      ? `Del ${String(detail['part'])} og del ${String(detail['otherPart'])} af planen kan trække de samme ${cases(detail['shared'])}`
      : undefined,
};

/**
 * What is wrong with a plan, which part it is and in which numbers; without its full stop. Undefined where the failure
 * says no more than its code.
 */
export function planError({ code, detail }: ToldError): string | undefined {
  return detail === undefined ? undefined : byCode[code]?.(detail);
}

function has(detail: Detail, ...names: readonly string[]): boolean {
  return names.every((name) => Object.hasOwn(detail, name));
}

function fieldName(field: unknown): string {
  return typeof field === 'string' && isFieldId(field) ? fieldWords[field] : 'barnet';
}

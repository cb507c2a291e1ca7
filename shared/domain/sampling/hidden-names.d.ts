import type { CaseRecord } from '../population/case.ts';
import type { DrawRecord } from './draw-record.ts';
/**
 * What stands for a caseworker's name in a saved record: the hex SHA-256 of the UTF-8 text `LT1|seed|name`. It keeps
 * names out of files; it is no secret from somebody who has a list of names to try.
 */
export declare function hiddenName(seed: string, name: string): string;
/** The record as it leaves the program: caseworkers' names, in strata and in conditions, are hidden. */
export declare function hideNames(record: DrawRecord): DrawRecord;
/** The record with the names that the list knows; what the list does not know stays hidden. */
export declare function showNames(record: DrawRecord, cases: readonly CaseRecord[]): DrawRecord;

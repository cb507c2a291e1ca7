import { z } from 'zod';

import { fill } from '../../words/fill.ts';
import { problemSentences } from '../../words/review-template-file.ts';
import { checkCondition } from './check-condition.ts';
import { conditionCycle, condition as conditionSchema } from './conditions.ts';
import type { Path } from './json-lines.ts';
import { rollUpGaps } from './roll-up.ts';
import { ruleIds } from './rules/evaluate-rule.ts';
import type { ReportProblem as Report, TemplateProblem, TemplateProblemCode } from './template-problem.ts';
import { checklistTemplate, rollUpLine } from './template.ts';

/** More items than this is no checklist, but a mistake or an attack. */
export const maxItems = 300;
const maxText = 2_000;
const maxDepth = 24;
const idPattern = /^[a-z0-9æøå][a-z0-9æøå-]{0,79}$/u;
/** A tag, an end tag, a comment or an entity. */
const htmlPattern = /<[a-z!/?]|&(?:[a-z]+|#\d+);/iu;

type Raw = Readonly<Record<string, unknown>>;

/**
 * Everything that is wrong with a template that was read or made by hand; empty for one that may be used. `lineOf`
 * says where a value stands in its file, or null.
 */
export function checkTemplate(raw: unknown, lineOf: (path: Path) => number | null): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const report: Report = (path, code, value = '') => {
    const known = problems.some((each) => each.code === code && each.field === fieldOf(raw, path) && value === '');
    if (known) return;
    const words = fill(problemSentences[code], { value: value.slice(0, 100) });
    problems.push({ line: lineOf(path), field: fieldOf(raw, path), code, words });
  };
  if (!isRaw(raw) || !Array.isArray(raw['sections']) || isTooDeep(raw, maxDepth)) {
    report([], 'not-a-template');
    return problems;
  }
  const items = itemsIn(raw);
  if (items.length > maxItems) {
    report(['sections'], 'too-many-items', String(items.length));
    return problems;
  }
  checkSchema(raw, report);
  checkTexts(raw, [], report);
  checkAreas(raw, items, report);
  checkItems(items, report);
  checkContradictions(raw['contradictions'], items, report);
  checkRollUp(raw['rollUp'], report);
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

interface RawItem {
  readonly item: Raw;
  readonly path: Path;
}

function itemsIn(raw: Raw): readonly RawItem[] {
  return listOf(raw['sections']).flatMap((section, index) =>
    listOf(isRaw(section) ? section['items'] : null).flatMap((item, place) =>
      isRaw(item) ? [{ item, path: ['sections', index, 'items', place] }] : [],
    ),
  );
}

const codeOfField: Readonly<Record<string, TemplateProblemCode>> = {
  severity: 'unknown-severity',
  type: 'unknown-type',
};

/** What the schema refuses; conditions are checked in words of their own. */
function checkSchema(raw: Raw, report: Report): void {
  for (const { path, code, input } of checklistTemplate.safeParse(raw, { reportInput: true }).error?.issues ?? []) {
    const place = path.filter((step) => typeof step !== 'symbol');
    if (place.includes('condition')) continue;
    const field = String(place.at(-1) ?? '');
    const isMissing = code === 'invalid_type' && input === undefined;
    const isBlank = code === 'too_small' && input === '';
    if (isMissing || isBlank) report(place, 'missing');
    else report(place, codeOfField[field] ?? 'wrong-value', textOf(input));
  }
}

/** Every text of the file: no HTML, and not too long. */
function checkTexts(value: unknown, path: Path, report: Report): void {
  if (typeof value === 'string') {
    if (value.length > maxText) report(path, 'text-too-long', String(maxText));
    if (htmlPattern.test(value)) report(path, 'html', value.match(/<[^>]{0,40}>?|&[a-z#0-9]+;/iu)?.[0]);
  } else if (Array.isArray(value)) {
    value.forEach((each, index) => checkTexts(each, [...path, index], report));
  } else if (isRaw(value)) {
    for (const [name, each] of Object.entries(value)) checkTexts(each, [...path, name], report);
  }
}

function checkAreas(raw: Raw, items: readonly RawItem[], report: Report): void {
  const ids = listOf(raw['areas']).map((area) => (isRaw(area) ? area['id'] : null));
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) report(['areas', index, 'id'], 'duplicate-area', textOf(id));
  });
  for (const { item, path } of items) {
    if (typeof item['area'] === 'string' && item['area'] !== '' && !ids.includes(item['area'])) {
      report([...path, 'area'], 'unknown-area', item['area']);
    }
  }
}

function checkItems(items: readonly RawItem[], report: Report): void {
  const ids = items.map(({ item }) => item['id']);
  items.forEach(({ item, path }, index) => {
    const { id, rule, condition } = item;
    if (typeof id === 'string' && id !== '') {
      if (!idPattern.test(id)) report([...path, 'id'], 'bad-id', id);
      if (ids.indexOf(id) < index) report([...path, 'id'], 'duplicate-id', id);
    }
    if (typeof rule === 'string' && !ruleIds.includes(rule)) report([...path, 'rule'], 'unknown-rule', rule);
    if (condition !== undefined) checkCondition(condition, [...path, 'condition'], new Set(ids), report);
  });
  const sound = items.flatMap(({ item }) => {
    const parsed = conditionSchema.safeParse(item['condition']);
    return typeof item['id'] === 'string' && parsed.success ? [{ id: item['id'], condition: parsed.data }] : [];
  });
  const ring = conditionCycle(sound);
  for (const { item, path } of items) {
    if (ring.some((id) => id === item['id'])) report([...path, 'condition'], 'condition-cycle', ring.join(', '));
  }
}

/** A pair of answers that contradict each other names two items of the template. */
function checkContradictions(raw: unknown, items: readonly RawItem[], report: Report): void {
  const ids = new Set(items.map(({ item }) => item['id']));
  listOf(raw).forEach((pair, index) => {
    listOf(isRaw(pair) ? pair['items'] : null).forEach((side, place) => {
      const id = isRaw(side) ? side['item'] : null;
      if (typeof id === 'string' && !ids.has(id)) {
        report(['contradictions', index, 'items', place, 'item'], 'unknown-item', id);
      }
    });
  });
}

function checkRollUp(raw: unknown, report: Report): void {
  const parsed = z.array(rollUpLine).min(1).safeParse(raw);
  if (parsed.success && rollUpGaps(parsed.data).length > 0) report(['rollUp'], 'roll-up-incomplete');
}

/** `barnets-stemme: severity` for a field of an item; elsewhere the path. */
function fieldOf(raw: unknown, path: Path): string {
  const [sections, section, list, place, ...rest] = path;
  if (sections !== 'sections' || list !== 'items' || place === undefined) return path.join('.');
  const item = itemAt(raw, section, place);
  const id = isRaw(item) && typeof item['id'] === 'string' && item['id'] !== '' ? item['id'] : null;
  const name = id === null ? `sections.${section}.items.${place}` : id.slice(0, 80);
  return rest.length === 0 ? name : `${name}: ${rest.join('.')}`;
}

function itemAt(raw: unknown, section: string | number | undefined, place: string | number): unknown {
  if (!isRaw(raw)) return null;
  const found = listOf(raw['sections'])[Number(section)];
  return isRaw(found) ? listOf(found['items'])[Number(place)] : null;
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((each) => isTooDeep(each, left - 1));
}

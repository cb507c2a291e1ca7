import { problemSentences, templateFileWords } from '../../words/review-template-file.ts';
import { checkTemplate } from './check-template.ts';
import { jsonLines, type Path } from './json-lines.ts';
import { normalTemplate } from './normal-template.ts';
import type { TemplateProblem, TemplateProblemCode } from './template-problem.ts';
import { lineIn, templateOfRows, type TemplateRows } from './template-rows.ts';
import { type ChecklistTemplate, checklistTemplate } from './template.ts';

/** A template file as text, as the rows of its workbook, or a draft that is no file. */
export type TemplateSource = { readonly json: string } | { readonly rows: TemplateRows } | { readonly draft: unknown };

/** The template, or everything that is wrong with it. */
export type TemplateReading =
  | { readonly template: ChecklistTemplate; readonly problems: readonly [] }
  | { readonly template: null; readonly problems: readonly TemplateProblem[] };

/** Reads and checks a template. With one problem or more nothing is read. The template is in its normal form. */
export function readTemplate(source: TemplateSource): TemplateReading {
  if ('draft' in source) return checked(source.draft, () => null);
  if ('rows' in source) {
    const found = templateOfRows(source.rows);
    if (found === null) return refused('not-a-template', 1);
    const reading = checked(found.raw, lineIn(found.lines));
    return reading.template === null ? { ...reading, problems: reading.problems.map(inColumns) } : reading;
  }
  const text = source.json.replace(/^\uFEFF/u, '');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return refused('not-json', Number(/line (\d+)/u.exec(String(error))?.[1] ?? 1));
  }
  return checked(raw, lineIn(jsonLines(text)));
}

function checked(raw: unknown, lineOf: (path: Path) => number | null): TemplateReading {
  const problems = checkTemplate(raw, lineOf);
  if (problems.length > 0) return { template: null, problems };
  return { template: normalTemplate(checklistTemplate.parse(raw)), problems: [] };
}

/** In a workbook a field is called by its column: `barnets-stemme: Alvor`. */
function inColumns(problem: TemplateProblem): TemplateProblem {
  const columns: Readonly<Record<string, string>> = templateFileWords.columns;
  const [id = '', field = ''] = problem.field.split(': ');
  const name = columns[field.split('.')[0] ?? ''];
  return name === undefined ? problem : { ...problem, field: `${id}: ${name}` };
}

function refused(code: TemplateProblemCode, line: number): TemplateReading {
  return { template: null, problems: [{ line, field: '', code, words: problemSentences[code] }] };
}

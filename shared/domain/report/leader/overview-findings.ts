import { leaderOverviewWords as words } from '../../../words/leader-report.ts';
import { templateItems } from '../../review/template.ts';
import type { Figures, SamplePart } from '../figures.ts';
import type { CaseFinding } from '../list-findings.ts';
import { samplePartOf } from '../sample-part.ts';
import { textRow } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import type { SheetRow } from '../workbook.ts';
import { fact, span } from './overview-parts.ts';
import { findingsInOrder, parts, type TeamCase, withoutAction } from './team-facts.ts';

const mostTalked = 3;
const mostNamed = 8;

/** How many findings each part has, and which critical ones nobody has acted on. */
export function findingRows(source: ReportSource, cases: readonly TeamCase[]): readonly SheetRow[] {
  const found = findingsInOrder(source);
  const partOf = samplePartOf(source.record.plan);
  const lines = parts.flatMap((part) => {
    const here = cases.filter((each) => each.part === part);
    if (here.length === 0) return [];
    const read = here.filter(({ state }) => state !== 'untouched').length;
    const own = found.filter(({ row }) => partOf(row.drawn) === part);
    return [fact(words.part[part], read === 0 ? words.nothingRead : countText(own, read))];
  });
  const loose = withoutAction(source, found);
  const ids = [...new Set(loose.map(({ row }) => row.drawn.caseId))];
  const named = ids.length > mostNamed ? [...ids.slice(0, mostNamed), '…'] : ids;
  return [...lines, ...(loose.length === 0 ? [] : [fact(words.unanswered, words.unansweredText(loose.length, named))])];
}

function countText(found: readonly CaseFinding[], read: number): string {
  if (found.length === 0) return words.noFindings(read);
  const inCases = new Set(found.map(({ row }) => row.drawn.caseId)).size;
  return words.findings(found.length, found.filter(({ critical }) => critical).length, inCases, read);
}

/** The questions that several cases of the part do not fulfil, critical ones first; nothing before any is answered. */
export function talkRows({ template }: ReportSource, figures: Figures, part: SamplePart): readonly SheetRow[] {
  const items = new Map(templateItems(template).map((item) => [item.id, item]));
  const lines = figures.items
    .filter((figure) => figure.part === part)
    .flatMap(({ id, n, yes, no }) => {
      const item = items.get(id);
      if (item === undefined || n - yes < 2) return [];
      return [{ question: item.question, findings: n - yes, n, critical: item.severity === 'critical' ? no : 0 }];
    })
    .toSorted((a, b) => b.critical - a.critical || b.findings - a.findings)
    .slice(0, mostTalked);
  if (!figures.items.some((figure) => figure.part === part && figure.n > 0)) return [];
  const texts = lines.map(({ question, findings, n, critical }) => words.talk(question, findings, n, critical));
  return [
    textRow(words.talkHeading, 'heading', span),
    ...(texts.length === 0 ? [words.nothingToTalkAbout] : texts).map((text) => textRow(text, 'text', span)),
  ];
}

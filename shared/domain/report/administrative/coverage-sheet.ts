import { administrativeWords as words, columnWords as names } from '../../../words/administrative-report.ts';
import { coverageColumnWords as columns, coverageWords } from '../../../words/administrative-sheets.ts';
import { partWords } from '../../../words/report.ts';
import { isClosed } from '../../review/answer.ts';
import type { Coverage, Figures, SamplePart } from '../figures.ts';
import { samplePartOf } from '../sample-part.ts';
import { column, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import { namesOfTeams, teamName } from './team-tables.ts';

interface CoverageRow extends Omit<Coverage, 'frame'> {
  readonly part: SamplePart;
  readonly team: string;
  /** Null where the frame of a team is not known. */
  readonly frame: number | null;
}

/** How much of what was drawn is read, part by part: all teams first, then each in the order of the alphabet. */
export function coverageSheet(source: ReportSource, figures: Figures): DescribedSheet {
  const { readers, secondReading } = source;
  return describedTable<CoverageRow>({
    name: words.sheets.coverage,
    title: coverageWords.title,
    intro: coverageWords.intro(readers, secondReading?.picked ?? 0, secondReading?.bothClosed ?? 0),
    nothing: coverageWords.nothing,
    columns: [
      column(names.part, 14, ({ part }) => partWords[part]),
      column(names.team, 26, ({ team }) => team),
      column(columns.frame, 12, ({ frame }) => frame, true),
      column(columns.drawn, 10, ({ drawn }) => drawn, true),
      column(columns.started, 10, ({ started }) => started, true),
      column(columns.closed, 12, ({ closed }) => closed, true),
      column(columns.left, 10, ({ drawn, closed }) => drawn - closed, true),
      column(columns.replaced, 11, ({ replaced }) => replaced, true),
    ],
    rows: coverageRows(source, figures),
    example: source.round.example,
  });
}

function coverageRows(source: ReportSource, { coverage }: Figures): readonly CoverageRow[] {
  const parts = (['random', 'census', 'targeted'] as const).flatMap((part) => {
    const whole = coverage[part];
    return whole === undefined || whole.drawn + whole.replaced === 0 ? [] : [{ part, ...whole }];
  });
  const perTeam = teamCoverage(source);
  return parts.flatMap((whole) => [
    { team: coverageWords.allTeams, ...whole },
    ...perTeam.filter(({ part }) => part === whole.part),
  ]);
}

/** Counted as the coverage of the whole part is: begun is closed, or any answer. */
function teamCoverage({ cases, reviews, record }: ReportSource): readonly CoverageRow[] {
  const partOf = samplePartOf(record.plan);
  const byCase = new Map(reviews.map((review) => [review.caseId, review]));
  const frames = framesOfTeams(record);
  return namesOfTeams(cases).flatMap((team) => {
    const own = Map.groupBy(
      cases.filter((row) => teamName(row) === team),
      ({ drawn }) => partOf(drawn),
    );
    return [...own].map(([part, rows]): CoverageRow => {
      const counted = rows.filter(({ replacedBy }) => replacedBy === null);
      const read = counted.flatMap(({ drawn }) => byCase.get(drawn.caseId) ?? []);
      const started = read.filter(
        ({ state, answers }) => isClosed(state) || answers.some(({ value }) => value !== null),
      );
      return {
        part,
        team,
        frame: frames.get(`${part} ${team}`) ?? null,
        drawn: counted.length,
        started: started.length,
        closed: read.filter(({ state }) => isClosed(state)).length,
        replaced: rows.length - counted.length,
      };
    });
  });
}

/** How many cases a team has in the frame of a part; known where each stratum of the part is a team. */
function framesOfTeams({ plan, strata }: ReportSource['record']): ReadonlyMap<string, number> {
  const partOf = samplePartOf(plan);
  const frames = new Map<string, number>();
  const mixed = new Set<string>();
  for (const stratum of strata) {
    const planned = plan.parts[stratum.partIndex];
    const part = partOf(stratum);
    if (planned?.kind !== 'random' || planned.stratifyBy !== 'team') mixed.add(part);
    const key = `${part} ${stratum.name}`;
    frames.set(key, (frames.get(key) ?? 0) + stratum.size);
  }
  return new Map([...frames].filter(([key]) => ![...mixed].some((part) => key.startsWith(`${part} `))));
}

import type { Handlers } from '#shared/contract/operations.ts';
import type { ReportSettings } from '#shared/contract/report.ts';
import { buildAgendaItem, buildReport } from '#shared/domain/report/build-report.ts';
import type { CommitteeWords } from '#shared/domain/report/committee-words.ts';
import { teamsOf } from '#shared/domain/report/leader/of-team.ts';
import type { PersonDataHit } from '#shared/domain/report/person-data.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

import { quartersBefore, withEarlier } from '../../unit/report/earlier-fixture.ts';
import { reportSource } from '../../unit/report/report-fixture.ts';
import { aRound } from '../sampling/a-round.ts';

const strata = ['Modtagelsen', 'Team Nord', 'Team Syd'].map((name) => ({ name, size: 140, drawn: 10 }));
const source = withEarlier(
  reportSource({ strata }),
  quartersBefore(7, (index) => 0.7 + index * 0.02),
);
const named = 'Sofie Testbarn3';

/** The reports of a made-up round, built as the core builds them; `stopped`: somebody has written a name. */
export function reportHandlers(stopped: boolean): Partial<Handlers> {
  let settings: ReportSettings = { threshold: 5 };
  let words: CommitteeWords = stopped
    ? { ...source.words, conclusion: `Det går fint, også i sagen om ${named}.` }
    : source.words;
  const sourceNow = (team: string | null): ReportSource => ({
    ...source,
    threshold: settings.threshold,
    words,
    team,
    cases: source.cases.map((row) => ({
      ...row,
      case: { ...row.case, values: { ...row.case.values, team: row.drawn.stratum } },
    })),
  });
  return {
    'sampling.rounds': async () => [
      aRound({ name: '4. kvartal 2025', closed: 24, drawn: 30 }),
      aRound({ roundId: 'round-10', name: '3. kvartal 2025', closed: 30, drawn: 30 }),
    ],
    'report.settings': async () => settings,
    'report.setSettings': async (input) => (settings = input),
    'report.teams': async () => teamsOf(sourceNow(null).cases),
    'report.words': async () => ({ words, proposal: source.words }),
    'report.setWords': async (input) => ({ words: (words = input.words ?? source.words) }),
    'report.preview': async ({ kind, format, team = null, rows = 200 }) => {
      const now = sourceNow(team);
      const isItem = format === 'docx' && (kind === 'political' || kind === 'year');
      const { workbook, figures } = isItem
        ? buildAgendaItem(kind, now)
        : buildReport(kind === 'case' ? 'casework' : kind, now);
      const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, rows) }));
      const rowCounts = workbook.sheets.map((sheet) => sheet.rows.length);
      return { workbook: { ...workbook, sheets }, figures, rowCounts, hits: hitsIn(workbook) };
    },
    'report.write': (_input, call) =>
      new Promise((_, reject) => {
        call.report({ done: 45, total: 100, label: 'report.file' });
        call.signal.addEventListener('abort', () => reject(new Error('never done in the demo')));
      }),
  };
}

function hitsIn({ sheets }: Workbook): readonly PersonDataHit[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ cells }, index): readonly PersonDataHit[] =>
      cells.some(({ value }) => typeof value === 'string' && value.includes(`sagen om ${named}`))
        ? [{ kind: 'name', sheet: name, row: index + 1, found: named }]
        : [],
    ),
  );
}

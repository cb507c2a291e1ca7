import type { DateCheck } from '#shared/contract/population.ts';
import { formatCount, formatDanish, formatPercent } from '#shared/domain/calendar/format.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { type DateCheckLine, dateCheckVerdicts, keptShare } from '#shared/domain/population/date-check.ts';
import { dateCheckBookWords, dateCheckVerdictWords, dateRuleWords } from '#shared/words/population.ts';

import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { required } from '../read-json.ts';

/** The date rules over every case of an import, as a table for people, and as a workbook where `--out` names one. */
export const dateCheckCommand: Command = async (line, say) => {
  const importId = required(line, 'import');
  const out = line.options['out'];
  const application = await openApplication(line.options['workspace'], false);
  const check = await application['population.dateCheck']({ importId }, noCall);
  for (const row of tableOf(check)) say(row);
  if (out !== undefined) {
    const target = fileAt(out);
    await application['population.saveDateCheck']({ importId, target }, noCall);
    say(`Datokontrollen er gemt: ${target.name}`);
  }
  const lines = check.lines.map((each) => ({ ...each, ...keptShare(each) }));
  return { json: { ...check, lines, path: out === undefined ? null : fileAt(out).ref }, ok: true };
};

function tableOf({ lines, cases, asOf }: DateCheck): readonly string[] {
  const { columns, lead, purpose } = dateCheckBookWords;
  const head = [...dateCheckVerdicts.map((verdict) => dateCheckVerdictWords[verdict]), columns.share];
  const rows = [[columns.name, ...head], ...lines.map(rowOf)];
  const widths = [columns.name, ...head].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const padded = rows.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return [`${lead(formatCount(cases, 0), formatDanish(asOf as LocalDate))}. ${purpose}`, '', ...padded];
}

function rowOf(line: DateCheckLine): readonly string[] {
  const { of, share } = keptShare(line);
  const counts = dateCheckVerdicts.map((verdict) => formatCount(line[verdict], 0));
  const kept = share === null ? `n = ${of}` : `${formatPercent(share)} (n = ${formatCount(of, 0)})`;
  return [`${line.rule.padEnd(4)} ${dateRuleWords[line.rule].name}`, ...counts, kept];
}

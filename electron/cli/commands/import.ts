import { mappingFile } from '#shared/domain/importing/mapping.ts';
import { problemWords } from '#shared/words/importing.ts';

import type { Command } from '../command.ts';
import { fileAt, noCall, openApplication } from '../open-application.ts';
import { readJson, requiredFile } from '../read-json.ts';

/** Reads an export into the workspace, which the first import creates. */
export const importCommand: Command = async (line, say) => {
  const file = fileAt(requiredFile(line));
  const mappingPath = line.options['mapping'];
  const mapping = mappingPath === undefined ? null : await readJson(mappingPath, mappingFile, 'mapping-invalid');
  const application = await openApplication(line.options['workspace'], true);
  const name = line.options['remember'];
  const remember = name === undefined ? null : { name };
  const summary = await application['importing.run']({ file, mapping, remember }, noCall);
  const problems = await application['importing.problems']({ importId: summary.importId }, noCall);
  const { total, header, blank, accepted, rejected } = summary.rows;
  say(`${total} linjer = ${header} overskrift + ${blank} tomme + ${accepted} rækker + ${rejected} afvist.`);
  const { mappingName, problemCount } = summary;
  if (mappingName !== null) say(`Kolonnerne er læst som »${mappingName}«.`);
  if (problems.length < problemCount) say(`${problemCount} bemærkninger; de første ${problems.length} er på listen.`);
  say(`${summary.cases} sager. Udtrækkets nummer: ${summary.importId}`);
  const json = {
    importId: summary.importId,
    sha256: summary.sha256,
    frameFingerprint: summary.frameFingerprint,
    rows: summary.rows,
    cases: summary.cases,
    columns: summary.columns,
    unit: summary.unit,
    mappingName,
    problemCount,
    problemKinds: summary.problemKinds,
    lines: summary.lines,
    problems: problems.map((problem) => ({ ...problem, message: problemWords(problem) })),
    ms: summary.ms,
  };
  return { json, ok: true };
};

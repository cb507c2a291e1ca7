import { type ReactNode, useState } from 'react';

import type { ImportSummary } from '#shared/contract/importing.ts';
import type { RowRanges } from '#shared/domain/importing/problem.ts';

import { formatCount, formatNumber } from '../../components/formats.ts';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { importingWords } from '../../words/importing.ts';
import classes from './importing.module.css';
import { isRowProblem } from './problem-group.tsx';
import { ProblemGroups } from './problem-groups.tsx';
import { SaveProblems } from './save-problems.tsx';

const { check: words, units } = importingWords;
type Part = 'header' | 'blank' | 'accepted' | 'rejected';
const parts: readonly Part[] = ['header', 'blank', 'accepted', 'rejected'];

/** "437 linjer = 4 overskrift + 4 tomme + 420 sager + 9 afvist": each number opens what it counts. */
export function CheckView({ summary }: { summary: ImportSummary }) {
  const { rows } = summary;
  const [open, setOpen] = useState<Part | null>(rows.rejected > 0 ? 'rejected' : 'accepted');
  const labels: Readonly<Record<Part, string>> = {
    header: words.header(formatNumber(rows.header)),
    blank: words.blank(formatNumber(rows.blank)),
    accepted: acceptedWords(summary),
    rejected: words.rejected(formatNumber(rows.rejected)),
  };
  return (
    <div className={classes['check']}>
      <p className={classes['sum']}>
        <span>{words.lines(formatCount(rows.total, ...units.line))}</span>
        {parts.map((part, place) => (
          <span key={part}>
            {place > 0 && <span className={classes['plus']}>+ </span>}
            <button
              type="button"
              className={classes['part']}
              aria-expanded={open === part}
              aria-controls="check-part"
              onClick={() => setOpen(open === part ? null : part)}
            >
              {labels[part]}
            </button>
          </span>
        ))}
      </p>
      <div id="check-part" className={classes['partText']}>
        {open !== null && <PartText part={open} summary={summary} />}
      </div>
      <SaveProblems importId={summary.importId} />
    </div>
  );
}

function acceptedWords({ rows, cases }: ImportSummary): string {
  return cases === rows.accepted ? formatCount(cases, ...units.case) : formatCount(rows.accepted, ...units.row);
}

function PartText({ part, summary }: { part: Part; summary: ImportSummary }): ReactNode {
  const { rows, lines } = summary;
  switch (part) {
    case 'header':
      return rows.header === 0 ? <p>{words.headerNone}</p> : <RowList text={words.headerText} rows={lines.header} />;
    case 'blank':
      return rows.blank === 0 ? <p>{words.blankNone}</p> : <RowList text={words.blankText} rows={lines.blank} />;
    case 'accepted':
      return <AcceptedText summary={summary} />;
    case 'rejected':
      return rows.rejected === 0 ? <p>{words.rejectedNone}</p> : <Problems summary={summary} rejected />;
  }
}

/** "Række 1-4, 26 og 433-435", and how many more there are where the list is cut short. */
function RowList({ text, rows: { ranges, more } }: { text: string; rows: RowRanges }) {
  const list = ranges.map(([first, last]) =>
    first === last ? formatNumber(first) : words.range(formatNumber(first), formatNumber(last)),
  );
  return (
    <>
      <p>{text}</p>
      <p className={classes['ranges']}>
        {words.ranges(list.join(', '))} {more > 0 && words.moreRanges(formatNumber(more))}
      </p>
    </>
  );
}

function AcceptedText({ summary }: { summary: ImportSummary }) {
  const { go } = useRoute();
  const { rows, cases, importId } = summary;
  const casesWords = formatCount(cases, ...units.case);
  return (
    <>
      <p>
        {cases === rows.accepted
          ? words.acceptedSame(casesWords)
          : `${words.acceptedText(formatCount(rows.accepted, ...units.row), casesWords)} ${words.sameCases}`}{' '}
        <button type="button" className={classes['link']} onClick={() => go('population', { importId })}>
          {importingWords.done.toCases}
        </button>
      </p>
      <Problems summary={summary} rejected={false} />
    </>
  );
}

/** The rejected rows, or the flagged cells of rows that are in. */
function Problems({ summary, rejected }: { summary: ImportSummary; rejected: boolean }) {
  const kinds = summary.problemKinds.filter((kind) => isRowProblem(kind) === rejected);
  const problems = useQuery('importing.problems', kinds.length === 0 ? null : { importId: summary.importId });
  const cells = kinds.reduce((sum, { count }) => sum + count, 0);
  return kinds.length === 0 ? (
    <p>{rejected ? words.rejectedNone : words.flaggedNone}</p>
  ) : (
    <>
      {!rejected && <p>{words.flagged(formatCount(cells, ...units.cell))}.</p>}
      <QueryView query={problems} height={160}>
        {(all) => <ProblemGroups kinds={kinds} problems={all} />}
      </QueryView>
      <p className={classes['quiet']}>{words.fixHint}</p>
    </>
  );
}

import { type ReactNode, useState } from 'react';

import type { ImportSummary } from '#shared/contract/importing.ts';

import { formatCount, formatNumber } from '../../components/formats.ts';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { importingWords } from '../../words/importing.ts';
import classes from './importing.module.css';
import { isRowProblem, ProblemGroups } from './problem-groups.tsx';

const { check: words, units } = importingWords;
type Part = 'header' | 'blank' | 'accepted' | 'rejected';

/** "437 linjer = 4 overskrift + 4 tomme + 420 sager + 9 afvist": each number opens what it counts. */
export function CheckView({ summary }: { summary: ImportSummary }) {
  const { rows, cases } = summary;
  const [open, setOpen] = useState<Part | null>(rows.rejected > 0 ? 'rejected' : 'accepted');
  const accepted =
    cases === rows.accepted ? formatCount(cases, ...units.case) : formatCount(rows.accepted, ...units.row);
  const labels: Readonly<Record<Part, string>> = {
    header: words.header(formatNumber(rows.header)),
    blank: words.blank(formatNumber(rows.blank)),
    accepted,
    rejected: words.rejected(formatNumber(rows.rejected)),
  };
  const parts: readonly Part[] = ['header', 'blank', 'accepted', 'rejected'];
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
    </div>
  );
}

function PartText({ part, summary }: { part: Part; summary: ImportSummary }): ReactNode {
  const { rows } = summary;
  switch (part) {
    case 'header':
      return <p>{rows.header === 1 ? words.headerTextOne : words.headerText(formatNumber(rows.header))}</p>;
    case 'blank':
      return <p>{rows.blank === 0 ? words.blankNone : words.blankText}</p>;
    case 'accepted':
      return <AcceptedText summary={summary} />;
    case 'rejected':
      return rows.rejected === 0 ? <p>{words.rejectedNone}</p> : <Problems summary={summary} rejected />;
  }
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
  const problems = useQuery('importing.problems', { importId: summary.importId });
  return (
    <QueryView query={problems} height={160}>
      {(all) => {
        const shown = all.filter((problem) => isRowProblem(problem) === rejected);
        return shown.length === 0 ? (
          <p>{rejected ? words.rejectedNone : words.flaggedNone}</p>
        ) : (
          <>
            {!rejected && <p>{words.flagged(formatCount(shown.length, ...units.cell))}.</p>}
            <ProblemGroups problems={shown} />
            <p className={classes['quiet']}>{words.fixHint}</p>
          </>
        );
      }}
    </QueryView>
  );
}

import { Button } from '@mantine/core';

import type { RoundSummary } from '#shared/contract/sampling.ts';
import type { CellValue, Sheet, SheetRow } from '#shared/domain/report/workbook.ts';
import { verificationSheet } from '#shared/domain/sampling/verification-sheet.ts';

import { formatNumber } from '../../components/formats.ts';
import { Page } from '../../components/page.tsx';
import { verifyWords } from '../../words/verify.ts';
import classes from './record-sheet.module.css';

const words = verifyWords.sheet;
const shownOfTicket = 12;

/** The verification sheet as it is printed: everything that repeats the draw, on paper, without a name. */
export function RecordSheet({ round, onBack }: { round: RoundSummary; onBack: () => void }) {
  const { record, name, example } = round;
  const { sheets, classification } = verificationSheet({ record, roundName: name, example, created: record.drawnAt });
  const [recipe, cases] = sheets;
  const actions = (
    <div className={classes['actions']}>
      <Button onClick={() => window.print()}>{words.print}</Button>
      <Button variant="default" onClick={onBack}>
        {words.back}
      </Button>
    </div>
  );
  return (
    <Page title={words.title} actions={actions}>
      <article className={classes['paper']}>
        <p className={classes['quiet']}>{classification}</p>
        {/* The first line is the title, which the page has. */}
        {recipe?.rows.slice(1).map((row, index) => (
          <Line key={index} row={row} />
        ))}
        <Example round={round} />
        <h2>{words.cases}</h2>
        <p className={classes['quiet']}>{words.casesNote}</p>
        {cases !== undefined && <Cases sheet={cases} />}
        <p className={classes['quiet']}>{words.more}</p>
      </article>
    </Page>
  );
}

/** A line of the recipe: a heading, a note, or a name with its value. */
function Line({ row: { cells } }: { row: SheetRow }) {
  const [first, second] = cells.map(({ value }) => textOf(value));
  if (second !== undefined) {
    return (
      <p className={classes['fact']}>
        <span className={classes['label']}>{first}</span>
        <span>{second}</span>
      </p>
    );
  }
  return cells[0]?.style === 'heading' ? <h2>{first}</h2> : <p className={classes['quiet']}>{first}</p>;
}

/** One case that can be tried by hand; not where the groups are caseworkers, whose names are in the text. */
function Example({ round: { record } }: { round: RoundSummary }) {
  const drawn = record.cases.find(({ part, partIndex }) => {
    const planned = record.plan.parts[partIndex];
    return part === 'random' && planned?.kind === 'random' && planned.stratifyBy !== 'caseworker';
  });
  if (record.method !== 'LT1' || drawn === undefined) {
    return null;
  }
  return (
    <p className={classes['fact']}>
      <span className={classes['label']}>{words.example(drawn.ticket.slice(0, shownOfTicket))}</span>
      <code>{['LT1', record.seed, drawn.stratum, drawn.caseId].join('|')}</code>
    </p>
  );
}

/** The cases in columns, group by group, as the sheet has them. */
function Cases({ sheet }: { sheet: Sheet }) {
  const start = sheet.rows.findIndex(({ isHeader }) => isHeader);
  const rows = sheet.rows.slice(start + 1).map(({ cells }) => cells.map(({ value }) => textOf(value)));
  const groups = Map.groupBy(rows, ([part = '', group = '']) => words.part(part, group));
  return (
    <div className={classes['cases']}>
      {[...groups].map(([name, group]) => (
        <section key={name}>
          <h3>{name}</h3>
          <ol className={classes['list']}>
            {group.map(([, , rank, caseId, ticket = '', remark]) => (
              <li key={caseId}>
                <span className={classes['rank']}>{rank}</span> {caseId}{' '}
                <code className={classes['ticket']}>{ticket.slice(0, shownOfTicket)}</code>
                {remark !== '' && <span className={classes['remark']}>{remark}</span>}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** The sheet of a draw holds text and whole numbers only. */
function textOf(value: CellValue): string {
  if (typeof value === 'number') {
    return formatNumber(value);
  }
  return typeof value === 'string' ? value : '';
}

import type { RoundAgreement } from '#shared/contract/review.ts';
import { agreedText, coefficientText, gradeText } from '#shared/domain/review/agreement-text.ts';
import type { ItemAgreement } from '#shared/domain/review/second-reading.ts';

import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { useQuery } from '../../../hooks/use-query.ts';
import { secondReadingWords as words } from '../../../words/second-reading.ts';
import { Scrolled } from '../../../components/scrolled.tsx';
import classes from './second-reading.module.css';

/** How far the two readers agree over the cases that both have closed: the count first, the worst question first. */
export function AgreementPanel({ roundId }: { readonly roundId: string }) {
  const agreement = useQuery('review.agreement', { roundId });
  return (
    <QueryView query={agreement} height={160}>
      {(found) => (
        <Panel title={words.agreementTitle} note={words.pairs(found.bothClosed.length)}>
          {found.bothClosed.length === 0 ? (
            <p className={classes['text']}>{words.noneYet}</p>
          ) : (
            <AgreementTables agreement={found} />
          )}
        </Panel>
      )}
    </QueryView>
  );
}

function AgreementTables({ agreement: { items, total } }: { readonly agreement: RoundAgreement }) {
  const rows = [{ ...total, question: words.all }, ...items];
  return (
    <>
      <ScrolledTable label={words.table} heads={[words.question, words.agreed, words.ac1]}>
        {rows.map((row) => (
          <tr key={row.itemId} data-total={row.itemId === '' || undefined}>
            <th scope="row">{row.question}</th>
            <td className={classes['agreed']}>{agreedText(row)}</td>
            <td className={classes['number']}>{words.grade(coefficientText(row.ac1), gradeText(row))}</td>
          </tr>
        ))}
      </ScrolledTable>
      <details className={classes['details']}>
        <summary>{words.showKappa}</summary>
        <AgreementWords />
        <ScrolledTable label={words.kappa} heads={[words.question, words.agreed, words.kappa]}>
          {rows.map((row) => (
            <tr key={row.itemId} data-total={row.itemId === '' || undefined}>
              <th scope="row">{row.question}</th>
              <td className={classes['agreed']}>{agreedText(row)}</td>
              <td className={classes['number']}>{kappaText(row)}</td>
            </tr>
          ))}
        </ScrolledTable>
      </details>
    </>
  );
}

/** What the figures mean, and when kappa says nothing. */
export function AgreementWords() {
  return words.explain.map((line) => (
    <p key={line} className={classes['text']}>
      {line}
    </p>
  ));
}

export function kappaText({ kappa }: Pick<ItemAgreement, 'kappa'>): string {
  return kappa === null ? words.noKappa : coefficientText(kappa);
}

interface ScrolledTableProps {
  readonly label: string;
  /** The first is of the rows; the last is of numbers. */
  readonly heads: readonly string[];
  readonly children: React.ReactNode;
}

function ScrolledTable({ label, heads, children }: ScrolledTableProps) {
  return (
    <Scrolled label={label}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {heads.map((name, index) => (
              <th key={name} scope="col" className={index === heads.length - 1 ? classes['number'] : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scrolled>
  );
}

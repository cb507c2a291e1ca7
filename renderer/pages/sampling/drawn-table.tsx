import type { RoundSummary } from '#shared/contract/sampling.ts';

import { useRoute } from '../../hooks/use-route.tsx';
import { samplingWords } from '../../words/sampling.ts';
import { partName, partsOf, whyLines } from './drawn-parts.ts';
import classes from './drawn.module.css';

/** Every drawn case with why it was drawn, part by part; one that was replaced stays, struck out, with its reason. */
export function DrawnTable({ round: { record, roundId } }: { round: RoundSummary }) {
  const parts = partsOf(record);
  return (
    <div className={classes['tableScroll']}>
      <table className={classes['table']} aria-label={samplingWords.drawnTable}>
        <thead>
          <tr>
            <th scope="col">{samplingWords.caseNumber}</th>
            <th scope="col">{samplingWords.why}</th>
          </tr>
        </thead>
        {parts.map((partIndex) => (
          <tbody key={partIndex}>
            {parts.length > 1 && (
              <tr>
                <th scope="rowgroup" colSpan={2} className={classes['part']}>
                  {partName(record, partIndex)}
                </th>
              </tr>
            )}
            {record.cases
              .filter((drawn) => drawn.partIndex === partIndex)
              .map((drawn) => (
                <DrawnRow key={drawn.caseId} record={record} roundId={roundId} drawn={drawn} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface DrawnRowProps extends Pick<RoundSummary, 'record' | 'roundId'> {
  readonly drawn: RoundSummary['record']['cases'][number];
}

function DrawnRow({ record, roundId, drawn }: DrawnRowProps) {
  const { go } = useRoute();
  const { caseId } = drawn;
  const replaced = record.replaced.some((step) => step.caseId === caseId);
  return (
    <tr>
      <td>
        {replaced ? (
          <s>{caseId}</s>
        ) : (
          <button type="button" className={classes['link']} onClick={() => go('review', { roundId, caseId })}>
            {caseId}
          </button>
        )}
      </td>
      <td>
        {whyLines(record, drawn).map((line) => (
          <span key={line} className={classes['line']}>
            {line}
          </span>
        ))}
      </td>
    </tr>
  );
}

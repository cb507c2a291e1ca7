import { useState } from 'react';

import type { ComparedCases, PopulationComparison } from '#shared/contract/population.ts';
import { fieldIds } from '#shared/domain/importing/fields.ts';
import { fieldWords } from '#shared/words/importing.ts';

import { useQuery } from '../hooks/use-query.ts';
import { populationWords } from '../words/population.ts';
import { formatInstant, formatNumber } from './formats.ts';
import { Panel } from './panel.tsx';
import classes from './since-last.module.css';

const words = populationWords.since;
const mostFields = 5;

/** The cases that a list can be narrowed to from here. */
export type Since = 'fresh' | 'changed' | 'reviewed';

interface SinceLastProps {
  readonly importId: string;
  /** Opens the list of these cases. */
  readonly onShow: (since: Since) => void;
  /** Within another panel. */
  readonly plain?: boolean;
}

/** What is new, gone, changed and reviewed before, since the list before this one; nothing where there is none. */
export function SinceLast({ importId, onShow, plain = false }: SinceLastProps) {
  const { data } = useQuery('population.compare', { importId });
  if (data === undefined || (data.earlier === null && data.reviewed.count === 0)) {
    return null;
  }
  const line = (
    <section aria-label={words.title}>
      <Line comparison={data} onShow={onShow} />
    </section>
  );
  return plain ? line : <Panel>{line}</Panel>;
}

function Line({ comparison, onShow }: { comparison: PopulationComparison; onShow: SinceLastProps['onShow'] }) {
  const [goneShown, setGoneShown] = useState(false);
  const { earlier, fresh, gone, changed, changedFields, reviewed } = comparison;
  const show = (since: Since) => () => onShow(since);
  return (
    <>
      <p className={classes['since']}>
        {earlier !== null && (
          <>
            <span>{words.lead(earlier.fileName, formatInstant(earlier.importedAt))}</span>
            <Part count={fresh.count} text={words.fresh} onClick={show('fresh')} />
            <Part count={gone.count} text={words.gone} onClick={() => setGoneShown(!goneShown)} open={goneShown} />
            <Part count={changed.count} text={words.changed} onClick={show('changed')} />
          </>
        )}
        <Part count={reviewed.count} text={words.reviewed} onClick={show('reviewed')} />
      </p>
      {changedFields !== null && changedFields.length > 0 && (
        <p className={classes['quiet']}>{words.fields(fieldList(changedFields))}</p>
      )}
      {goneShown && <Gone gone={gone} />}
    </>
  );
}

interface PartProps {
  readonly count: number;
  readonly text: (count: string) => string;
  readonly onClick: () => void;
  readonly open?: boolean;
}

function Part({ count, text, onClick, open }: PartProps) {
  if (count === 0) return <span>{text(formatNumber(0))}</span>;
  return (
    <button type="button" className={classes['link']} onClick={onClick} aria-expanded={open}>
      {text(formatNumber(count))}
    </button>
  );
}

/** Cases that are in no list any more: their numbers, or that only their count is known. */
function Gone({ gone }: { gone: ComparedCases }) {
  const more = gone.count - gone.caseIds.length;
  if (gone.caseIds.length === 0) {
    return <p className={classes['gone']}>{words.goneDeleted}</p>;
  }
  return (
    <section className={classes['gone']} aria-label={words.goneList}>
      <strong>{words.goneList}</strong>
      <span>
        {gone.caseIds.join(', ')}
        {more > 0 && ` ${words.goneMore(formatNumber(more))}`}
      </span>
    </section>
  );
}

function fieldList(fields: NonNullable<PopulationComparison['changedFields']>): string {
  return fields
    .slice(0, mostFields)
    .map(({ field, count }) => words.field(fieldName(field), formatNumber(count)))
    .join(', ');
}

function fieldName(field: string): string {
  const known = fieldIds.find((each) => each === field);
  return known === undefined ? words.activities : fieldWords[known];
}

import { Switch } from '@mantine/core';

import type { Inspection } from '#shared/contract/importing.ts';
import { isFieldId } from '#shared/domain/importing/fields.ts';

import { formatCount, formatInstant } from '../../components/formats.ts';
import { Notice } from '../../components/notice.tsx';
import { importingWords } from '../../words/importing.ts';
import { type ColumnState, isUnsure } from './column-state.ts';
import classes from './importing.module.css';
import { JumpLink } from './jump-link.tsx';

const { columns: words, memory, units } = importingWords;
const dateLength = 'dd-mm-yyyy'.length;

interface ColumnsHeadProps {
  readonly inspection: Inspection;
  readonly states: readonly ColumnState[];
  readonly showNames: boolean;
  readonly onShowNames: (show: boolean) => void;
}

/** Above the table: whether the columns were recognised, what they come to, which to look at, and what is hidden. */
export function ColumnsHead({ inspection: { remembered }, states, showNames, onShowNames }: ColumnsHeadProps) {
  const unsure = states.filter(isUnsure);
  const hasNames = states.some(({ field, target }) => field === 'child_name' || target === 'child_name');
  return (
    <div className={classes['head']}>
      {remembered !== null && (
        <Notice title={memory.recognised(remembered.name, formatInstant(remembered.savedAt).slice(0, dateLength))}>
          {memory.recognisedNext}
        </Notice>
      )}
      <div className={classes['headLine']}>
        <p>
          {summaryWords(states)}
          {unsure.length > 0 && ` ${words.lookAt} `}
          {unsure.map(({ index, name }, place) => (
            <span key={index}>
              {place > 0 && ', '}
              <JumpLink index={index}>{name}</JumpLink>
            </span>
          ))}
        </p>
        <div className={classes['hidden']}>
          {hasNames && (
            <Switch
              size="sm"
              label={words.showNames}
              checked={showNames}
              onChange={(event) => onShowNames(event.currentTarget.checked)}
            />
          )}
          {states.some(({ target }) => target === 'cpr') && <p className={classes['quiet']}>{words.hiddenNote}</p>}
        </div>
      </div>
    </div>
  );
}

function summaryWords(states: readonly ColumnState[]): string {
  const fields = states.filter(({ target }) => isFieldId(target)).length;
  const facts = states.filter(({ target }) => target === 'fact').length;
  return words.summary(
    formatCount(states.length, ...units.column),
    formatCount(fields, ...units.field),
    formatCount(facts, ...units.fact),
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Output } from '#shared/contract/operations.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { practiceWords as words } from '../../words/good-practice.ts';
import { PracticeEntry } from './practice-entry.tsx';
import { SavePractice } from './save-practice.tsx';
import classes from './practice.module.css';

const typing = 200;

/** God praksis: what others have done that worked, found by theme and by any word. */
export function PracticeView() {
  const { go } = useRoute();
  const [text, setText] = useState('');
  const [areaId, setAreaId] = useState<string | null>(null);
  const search = { text, areaId };
  const catalogue = useQuery('goodPractice.list', search, { keepPrevious: true, calmMs: typing });
  return (
    <div className={classes['view']}>
      <QueryView query={catalogue} height={400}>
        {(found) =>
          found.total === 0 ? (
            <EmptyState text={words.empty}>
              <Button onClick={() => go('review')}>{words.toReview}</Button>
            </EmptyState>
          ) : (
            <>
              <p className={classes['intro']}>{words.intro}</p>
              <div className={classes['controls']}>
                <TextInput
                  label={words.search}
                  type="search"
                  maxLength={200}
                  value={text}
                  onChange={(event) => setText(event.currentTarget.value)}
                />
                <AreaChoice found={found} value={areaId} onChange={setAreaId} />
                <SavePractice search={search} />
              </div>
              <Entries found={found} />
            </>
          )
        }
      </QueryView>
    </div>
  );
}

interface AreaChoiceProps {
  readonly found: Output<'goodPractice.list'>;
  readonly value: string | null;
  readonly onChange: (areaId: string | null) => void;
}

function AreaChoice({ found: { areas, total }, value, onChange }: AreaChoiceProps) {
  return (
    <NativeSelect
      label={words.area}
      value={value ?? ''}
      data={[
        { value: '', label: words.allAreas(formatNumber(total)) },
        ...areas.map(({ id, name, entries }) => ({ value: id, label: words.areaOption(name, formatNumber(entries)) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}

function Entries({ found: { entries, total } }: { found: Output<'goodPractice.list'> }) {
  return (
    <Panel title={words.list} note={words.shown(formatNumber(entries.length), formatNumber(total))}>
      {entries.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ul className={classes['list']}>
          {entries.map((entry) => (
            <li key={`${entry.roundId} ${entry.caseId} ${entry.itemId}`}>
              <PracticeEntry entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

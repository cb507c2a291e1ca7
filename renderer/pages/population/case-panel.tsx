import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import type { CaseRecord } from '#shared/domain/population/case.ts';

import { type Fact, FactList } from '../../components/fact-list.tsx';
import { formatClock, formatCount, formatDate } from '../../components/formats.ts';
import { QueryView } from '../../components/query-view.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { commonWords } from '../../words/common.ts';
import { populationWords } from '../../words/population.ts';
import { type CaseDate, caseDates, caseFacts } from './case-facts.ts';
import classes from './population.module.css';

const words = populationWords.panel;

interface CasePanelProps {
  readonly importId: string;
  readonly caseId: string;
  readonly onClose: () => void;
}

/** One case of the list: its facts and dates as the export has them. Name and CPR number only when asked for. */
export function CasePanel({ importId, caseId, onClose }: CasePanelProps) {
  const record = useQuery('population.case', { importId, caseId });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <aside className={classes['case']} aria-label={words.title(caseId)}>
      <header className={classes['caseHead']}>
        <h2 ref={heading} className={classes['caseTitle']}>
          {words.title(caseId)}
        </h2>
        <CloseButton aria-label={words.close} onClick={onClose} size="md" />
      </header>
      <QueryView query={record} height={440}>
        {(data) => <CaseFacts record={data} />}
      </QueryView>
    </aside>
  );
}

function CaseFacts({ record }: { record: CaseRecord }) {
  const { values, facts, activities } = record;
  const dates = caseDates(values);
  const kept: readonly Fact[] = Object.entries(facts).map(([name, value]) => ({ name, value }));
  const hidden: readonly Fact[] = [
    { name: words.child, value: <HiddenValue field={words.child} value={values.child_name} /> },
    { name: words.cpr, value: <HiddenValue field={words.cpr} value={values.cpr} /> },
  ];
  return (
    <div className={classes['caseBody']}>
      {values.protected_address === true && <StatusMark kind="critical">{words.protected}</StatusMark>}
      <FactList facts={[...hidden, ...caseFacts(values)]} />
      <Section title={words.dates}>{dates.length === 0 ? <p>{words.noDates}</p> : <Dates dates={dates} />}</Section>
      {kept.length > 0 && (
        <Section title={words.kept}>
          <FactList facts={kept} />
        </Section>
      )}
      {activities.length > 1 && (
        <p className={classes['quiet']}>{words.rows(formatCount(activities.length, ...words.row))}</p>
      )}
    </div>
  );
}

function Dates({ dates }: { dates: readonly CaseDate[] }) {
  return (
    <ol className={classes['dates']}>
      {dates.map(({ moment, name }) => (
        <li key={`${moment} ${name}`}>
          <time dateTime={moment}>{formatDate(moment)}</time>
          <span>
            {name}
            {moment.includes('T') && `, ${commonWords.at} ${formatClock(moment)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['caseSection']} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** A value that stays hidden until the person asks for it, and is hidden again with the next case. */
function HiddenValue({ field, value }: { field: string; value: string | undefined }) {
  const [shown, setShown] = useState(false);
  if (value === undefined) {
    return '';
  }
  const name = field.toLocaleLowerCase('da');
  return (
    <span className={classes['hidden']}>
      {shown ? value : words.hidden}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => setShown(!shown)}
        aria-label={shown ? words.hideField(name) : words.showField(name)}
      >
        {shown ? words.hide : words.show}
      </Button>
    </span>
  );
}

import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import type { PopulationCase } from '#shared/contract/population.ts';

import { caseDeadlines, caseLanes } from '../../components/case-timeline.ts';
import { type Fact, FactList } from '../../components/fact-list.tsx';
import { formatCount } from '../../components/formats.ts';
import { QueryView } from '../../components/query-view.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { TimelinePicture } from '../../components/timeline-picture.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { populationWords } from '../../words/population.ts';
import { caseFacts } from './case-facts.ts';
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

function CaseFacts({ record }: { record: PopulationCase }) {
  const { values, facts, activities } = record;
  const lanes = caseLanes(record, record.asOf);
  const kept: readonly Fact[] = Object.entries(facts).map(([name, value]) => ({ name, value }));
  const hidden: readonly Fact[] = [
    { name: words.child, value: <HiddenValue field={words.child} value={values.child_name} /> },
    { name: words.cpr, value: <HiddenValue field={words.cpr} value={values.cpr} /> },
  ];
  return (
    <div className={classes['caseBody']}>
      {values.protected_address === true && <StatusMark kind="critical">{words.protected}</StatusMark>}
      <FactList facts={[...hidden, ...caseFacts(values)]} />
      <Section title={words.course}>
        {lanes.length === 0 ? (
          <p>{words.noDates}</p>
        ) : (
          <TimelinePicture
            label={words.course}
            lanes={lanes}
            deadlines={caseDeadlines(record.findings)}
            today={record.asOf}
          />
        )}
      </Section>
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

import { Button } from '@mantine/core';
import { memo } from 'react';

import type { CaseReview } from '#shared/contract/review.ts';
import { ageAt, isLocalDate, type LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { FieldValues } from '#shared/domain/importing/fields.ts';
import { fieldWords } from '#shared/words/importing.ts';

import { capitalise } from '../../components/formats.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Panel } from '../../components/panel.tsx';
import { reviewWords } from '../../words/review.ts';
import { Facts } from './facts.tsx';
import classes from './review.module.css';
import { Timeline } from './timeline.tsx';

interface CasePanelProps {
  readonly record: CaseReview['record'];
  readonly asOf: string;
  readonly drawnBecause: string;
  readonly suggestions: CaseReview['suggestions'];
  readonly childShown: boolean;
  readonly onToggleChild: () => void;
}

/** The case itself: facts, then its course in dates. The child's name and CPR number show only when asked for. */
export const CasePanel = memo(function CasePanel(props: CasePanelProps) {
  const { record, asOf, drawnBecause, suggestions, childShown, onToggleChild } = props;
  const { values, facts } = record;
  const others = Object.entries(facts);
  return (
    <aside className={classes['case']} aria-label={reviewWords.theCase}>
      <Panel title={reviewWords.theCase}>
        <Facts
          facts={[
            [reviewWords.child, <Child key="child" values={values} shown={childShown} onToggle={onToggleChild} />],
            [reviewWords.age, ageWords(values, asOf)],
            [reviewWords.caseworker, [values.caseworker, values.team].filter(Boolean).join(', ')],
            [reviewWords.caseType, values.case_type],
            [reviewWords.legalBasis, values.legal_basis],
            [reviewWords.status, values.status],
            [capitalise(fieldWords.placement_form), values.placement_form],
            [capitalise(fieldWords.reporter_type), values.reporter_type],
            [reviewWords.drawn, drawnBecause],
          ]}
        />
      </Panel>
      <Panel title={reviewWords.course}>
        <Timeline record={record} asOf={asOf} findings={Object.values(suggestions)} />
      </Panel>
      {others.length > 0 && (
        <Panel title={reviewWords.facts}>
          <Facts facts={others} />
        </Panel>
      )}
    </aside>
  );
});

function Child({ values, shown, onToggle }: { values: FieldValues; shown: boolean; onToggle: () => void }) {
  return (
    <span className={classes['child']}>
      {shown ? [values.child_name, values.cpr].filter(Boolean).join(', ') : reviewWords.hidden}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={onToggle}
        aria-expanded={shown}
        rightSection={<KeyHint keys="v" />}
      >
        {shown ? reviewWords.hide : reviewWords.show}
      </Button>
    </span>
  );
}

/** The child's age when it was decided, else on the day of the draw. */
function ageWords(values: FieldValues, asOf: string): string | undefined {
  if (values.birth_date === undefined || !isLocalDate(asOf)) {
    return undefined;
  }
  const decided = values.decision_date;
  const at: LocalDate = decided ?? asOf;
  const when = decided === undefined ? reviewWords.atDraw : reviewWords.atDecision;
  return at < values.birth_date ? undefined : reviewWords.ageAt(ageAt(values.birth_date, at), when);
}

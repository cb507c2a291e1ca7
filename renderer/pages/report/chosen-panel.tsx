import { useId } from 'react';

import type { RoundSummary } from '#shared/contract/sampling.ts';
import type { PersonDataHit } from '#shared/domain/report/person-data.ts';

import { Panel } from '../../components/panel.tsx';
import { useQuery } from '../../hooks/use-query.ts';
import { reportWords as words } from '../../words/report.ts';
import { fileName } from './file-name.ts';
import { HitsNotice } from './hits-notice.tsx';
import { type ChoiceChange, isForCommittee, type ReportChoice, reportSet } from './report-choice.ts';
import classes from './report.module.css';
import { SaveButtons } from './save-buttons.tsx';
import { TeamChoice } from './team-choice.tsx';
import { ThresholdChoice } from './threshold-choice.tsx';
import type { ReportWriting } from './use-report-writing.ts';

interface ChosenPanelProps {
  readonly choice: ReportChoice;
  readonly rounds: readonly [RoundSummary, ...RoundSummary[]];
  readonly hits: readonly PersonDataHit[];
  readonly writing: ReportWriting;
  readonly onChange: (part: ChoiceChange) => void;
  readonly onShow: (hit: PersonDataHit) => void;
}

/** The chosen report: what is in it, who may read it, what can be set, what stops it, and how it is saved. */
export function ChosenPanel({ choice, rounds, hits, writing, onChange, onShow }: ChosenPanelProps) {
  const { kind, team } = choice;
  const set = reportSet(rounds);
  const id = useId();
  const teams = useQuery('report.teams', kind === 'leader' ? set : null);
  const about = words.kinds[kind];
  return (
    <Panel title={about.title} className={classes['chosen']}>
      <p>{about.what}</p>
      <p className={classes['quiet']}>{about.who}</p>
      {kind === 'leader' && (
        <TeamChoice teams={teams.data ?? []} team={team} onChange={(next) => onChange({ team: next, sheet: null })} />
      )}
      <div aria-live="polite">
        <HitsNotice id={id} hits={hits} onShow={onShow} />
      </div>
      <SaveButtons
        kind={kind}
        writing={writing}
        stoppedBy={hits.length === 0 ? undefined : id}
        onSave={(format) => {
          const wanted = {
            ...set,
            kind,
            ...(team === null ? {} : { team }),
            ...(format === 'xlsx' ? {} : { format }),
          };
          void writing.write(wanted, fileName({ kind, team, rounds, format }));
        }}
      />
      {isForCommittee(kind) && <ThresholdChoice />}
    </Panel>
  );
}

import { Radio } from '@mantine/core';

import { type ReportKind, reportKinds } from '#shared/contract/report.ts';

import { Panel } from '../../components/panel.tsx';
import { reportWords as words } from '../../words/report.ts';
import classes from './report.module.css';

interface ReaderChoiceProps {
  /** The reports that there are for these rounds. */
  readonly kinds: readonly ReportKind[];
  readonly kind: ReportKind;
  readonly onChange: (kind: ReportKind) => void;
}

/** Who is to read it: the five reports, each with who may see it. */
export function ReaderChoice({ kinds, kind, onChange }: ReaderChoiceProps) {
  const choose = (value: string): void => {
    const chosen = kinds.find((one) => one === value);
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <Panel>
      <Radio.Group label={words.readers} value={kind} onChange={choose} classNames={{ label: classes['legend'] ?? '' }}>
        <div className={classes['readers']}>
          {kinds.map((one) => (
            <div key={one} className={classes['reader']} data-chosen={one === kind || undefined}>
              <Radio value={one} label={words.kinds[one].title} description={words.kinds[one].level} />
            </div>
          ))}
        </div>
      </Radio.Group>
      {kinds.length < reportKinds.length && <p className={classes['quiet']}>{words.partOnly}</p>}
    </Panel>
  );
}

import type { CompileChoice } from '#shared/contract/compile.ts';
import type { Compilation } from '#shared/domain/report/compile/compilation.ts';

import classes from './compile.module.css';
import { CoverageTable } from './coverage-table.tsx';
import { CriticalTable } from './critical-table.tsx';
import type { GroupChoice } from './group-choice.ts';
import { GroupFields } from './group-fields.tsx';
import { LeftOutPanel } from './left-out-panel.tsx';
import { MatrixPanel } from './matrix-panel.tsx';
import { QualityTable } from './quality-table.tsx';
import { RegisterTable } from './register-table.tsx';
import { SetFacts } from './set-facts.tsx';

interface CompilationViewProps {
  readonly compilation: Compilation;
  readonly rounds: readonly CompileChoice[];
  readonly loading: boolean;
  readonly group: GroupChoice;
  readonly onGroup: (group: GroupChoice) => void;
}

/** The consultant's page: what must be known first, the matrix, and what stands around it. */
export function CompilationView({ compilation, rounds, loading, group, onGroup }: CompilationViewProps) {
  return (
    <div className={classes['view']} aria-busy={loading}>
      <SetFacts compilation={compilation} rounds={rounds} />
      <MatrixPanel compilation={compilation}>
        <GroupFields group={group} groups={loading ? [] : compilation.groups} onChange={onGroup} />
      </MatrixPanel>
      <CoverageTable coverage={compilation.coverage} />
      <CriticalTable actions={compilation.openCritical} />
      <div className={classes['pair']}>
        <RegisterTable errors={compilation.registerErrors} />
        <QualityTable quality={compilation.quality} />
      </div>
      <LeftOutPanel leftOut={compilation.leftOut} rounds={rounds} />
    </div>
  );
}

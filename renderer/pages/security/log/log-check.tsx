import { Button } from '@mantine/core';
import { useState } from 'react';

import type { AuditCheck } from '#shared/contract/audit.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { FactList } from '../../../components/fact-list.tsx';
import { formatCount, formatDate, formatNumber } from '../../../components/formats.ts';
import { Panel } from '../../../components/panel.tsx';
import { StatusMark } from '../../../components/status-mark.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { useFiles } from '../../../hooks/use-files.ts';
import { useQuery } from '../../../hooks/use-query.ts';
import { securityWords } from '../../../words/security.ts';
import classes from '../security.module.css';

const words = securityWords.log;

/** Counts the whole chain again when asked to; and hands the log over as a workbook. */
export function LogCheck() {
  const files = useFiles();
  const { data: overview } = useQuery('workspace.overview', {});
  const checking = useCommand('audit.check');
  const saving = useCommand('audit.save');
  const [checked, setChecked] = useState<AuditCheck | null>(null);
  const check = async (): Promise<void> => setChecked((await checking.run({})) ?? null);
  const save = async (): Promise<void> => {
    const target = await files.saveTarget(words.file(formatDate(overview?.today ?? '')));
    if (target !== null && (await saving.run({ target })) !== undefined) await files.deliver(target);
  };
  const failed = [checking.state, saving.state].find((state) => state.status === 'failed');
  return (
    <Panel title={words.title}>
      <div className={classes['stack']}>
        <p className={classes['text']}>{words.text}</p>
        <div className={classes['ways']}>
          <Button variant="default" onClick={() => void check()} loading={checking.state.status === 'running'}>
            {words.check}
          </Button>
          <Button variant="default" onClick={() => void save()} loading={saving.state.status === 'running'}>
            {words.save}
          </Button>
        </div>
        <output>{checked !== null && <Checked check={checked} />}</output>
        <output className={classes['quiet']}>
          {saving.state.status === 'done' && words.saved(saving.state.output.name)}
        </output>
        <ErrorNotice error={failed?.error} />
      </div>
    </Panel>
  );
}

function Checked({ check: { sound, lines, brokenAt, lastHash } }: { check: AuditCheck }) {
  return (
    <span className={classes['stack']}>
      <span>
        {sound ? (
          <StatusMark kind="done">{words.sound(formatCount(lines, ...words.lines))}</StatusMark>
        ) : (
          <StatusMark kind="critical">{words.broken(formatNumber(brokenAt ?? 0))}</StatusMark>
        )}
      </span>
      <FactList facts={[{ name: words.lastHash, value: <span className={classes['hash']}>{lastHash}</span> }]} />
      <span className={classes['quiet']}>{words.witness}</span>
    </span>
  );
}

import { Button } from '@mantine/core';

import type { DeletionReceipt } from '#shared/contract/deletion.ts';

import { ErrorNotice } from '../../../components/error-notice.tsx';
import { FactList } from '../../../components/fact-list.tsx';
import { formatCount, formatInstant, formatNumber } from '../../../components/formats.ts';
import { Notice } from '../../../components/notice.tsx';
import { useCommand } from '../../../hooks/use-command.ts';
import { useFiles } from '../../../hooks/use-files.ts';
import { deletionWords } from '../../../words/deletion.ts';
import classes from '../security.module.css';

const words = deletionWords.receipts;
const { units } = deletionWords.deletion;

interface ReceiptPanelProps {
  readonly receipt: DeletionReceipt;
  readonly open: boolean;
  readonly onFinished: () => void;
}

/** What was deleted, when and by whom, and where that is witnessed; as a file for the archive. */
export function ReceiptPanel({ receipt, open, onFinished }: ReceiptPanelProps) {
  const { id, at, who, name, complete } = receipt;
  const files = useFiles();
  const saving = useCommand('deletion.saveReceipt');
  const finishing = useCommand('deletion.finish');
  const save = async (): Promise<void> => {
    const target = await files.saveTarget(words.file(name));
    if (target !== null && (await saving.run({ id, target })) !== undefined) await files.deliver(target);
  };
  const finish = async (): Promise<void> => {
    await finishing.run({});
    onFinished();
  };
  return (
    <li className={classes['round']}>
      <div className={classes['stack']}>
        <div>
          <p className={classes['name']}>{name}</p>
          <p className={classes['quiet']}>{words.about(formatInstant(at), who)}</p>
        </div>
        {!complete && (
          <Notice title={words.unfinished}>
            <Button variant="default" onClick={() => void finish()} loading={finishing.state.status === 'running'}>
              {words.finish}
            </Button>
          </Notice>
        )}
        <details open={open}>
          <summary>{words.of(name)}</summary>
          <ReceiptFacts receipt={receipt} />
        </details>
        <ErrorNotice error={saving.state.status === 'failed' ? saving.state.error : undefined} />
        <output className={classes['quiet']}>
          {saving.state.status === 'done' && words.saved(saving.state.output.name)}
        </output>
      </div>
      <Button variant="default" onClick={() => void save()} aria-label={words.saveOf(name)}>
        {words.save}
      </Button>
    </li>
  );
}

function ReceiptFacts({ receipt: { removed, proof, auditNumber, auditHash } }: { receipt: DeletionReceipt }) {
  const left = proof.filter((file) => !file.removed).length;
  const counts = [
    formatCount(removed.cases, ...units.case),
    formatCount(removed.reviews, ...units.review),
    formatCount(removed.answers, ...units.answer),
    formatCount(removed.actions, ...units.action),
    formatCount(removed.populations, ...units.population),
    formatCount(removed.backups, ...units.backup),
  ];
  const gone = words.proofGone(formatCount(proof.length - left, ...units.file));
  return (
    <FactList
      facts={[
        { name: words.removed, value: counts.join(', ') },
        {
          name: words.proof,
          value: left === 0 ? gone : `${gone}, ${words.proofLeft(formatCount(left, ...units.file))}`,
        },
        { name: words.audit, value: formatNumber(auditNumber) },
        { name: words.hash, value: <span className={classes['hash']}>{auditHash}</span> },
      ]}
    />
  );
}

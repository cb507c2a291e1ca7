import { useState } from 'react';

import type { DeletionReceipt, RoundRetention } from '#shared/contract/deletion.ts';

import { Notice } from '../../../components/notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { useQuery } from '../../../hooks/use-query.ts';
import { deletionWords } from '../../../words/deletion.ts';
import classes from '../security.module.css';
import { DeleteForm } from './delete-form.tsx';
import { PopulationsPanel } from './populations-panel.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { RoundLine } from './round-line.tsx';

const words = deletionWords.deletion;

/** Every round with the day it is to be deleted; deleting one; the receipts; and the imports that lie on the computer. */
export function DeletionTab() {
  const status = useQuery('deletion.status', {});
  const receipts = useQuery('deletion.receipts', {});
  const policy = useQuery('system.policy', {}).data;
  const [deleting, setDeleting] = useState<RoundRetention | null>(null);
  const [fresh, setFresh] = useState<DeletionReceipt | null>(null);
  const again = (): void => {
    status.refetch();
    receipts.refetch();
  };
  return (
    <>
      {fresh !== null && <Notice title={deletionWords.receipts.fresh(fresh.name)} />}
      <Panel title={words.title}>
        <div className={classes['stack']}>
          <p className={classes['text']}>{words.text}</p>
          {policy !== undefined && policy.retentionMonths !== null && (
            <p className={classes['quiet']}>{words.longest(policy.retentionMonths)}</p>
          )}
          <QueryView query={status} height={160}>
            {(rounds) =>
              rounds.length === 0 ? (
                <p>{words.none}</p>
              ) : (
                <ul className={classes['rounds']}>
                  {rounds.map((round) => (
                    <RoundLine
                      key={`${round.roundId} ${round.retainUntil}`}
                      round={round}
                      onChanged={status.refetch}
                      onDelete={() => {
                        setFresh(null);
                        setDeleting(round);
                      }}
                    />
                  ))}
                </ul>
              )
            }
          </QueryView>
        </div>
      </Panel>
      {deleting !== null && (
        <DeleteForm
          key={deleting.roundId}
          round={deleting}
          onFailed={again}
          onCancel={() => setDeleting(null)}
          onDeleted={(receipt) => {
            setDeleting(null);
            setFresh(receipt);
            again();
          }}
        />
      )}
      <Panel title={deletionWords.receipts.title}>
        <QueryView query={receipts} height={80}>
          {(list) =>
            list.length === 0 ? (
              <p>{deletionWords.receipts.none}</p>
            ) : (
              <ul className={classes['rounds']}>
                {list.map((receipt) => (
                  <ReceiptPanel key={receipt.id} receipt={receipt} open={receipt.id === fresh?.id} onFinished={again} />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Panel>
      <PopulationsPanel />
    </>
  );
}

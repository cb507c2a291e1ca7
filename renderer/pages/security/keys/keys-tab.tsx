import { useState } from 'react';

import { QueryView } from '../../../components/query-view.tsx';
import { useQuery } from '../../../hooks/use-query.ts';
import { PassphrasePanel } from './passphrase-panel.tsx';
import { ProtectionPanel } from './protection-panel.tsx';
import { RecoveryPanel } from './recovery-panel.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';
import { SystemKeyPanel } from './system-key-panel.tsx';

/** What opens the workspace, and how to change it. A key that was just made stands alone until it is put away. */
export function KeysTab() {
  const query = useQuery('keys.status', {});
  const policy = useQuery('system.policy', {}).data;
  const [made, setMade] = useState<string | null>(null);
  const { refetch } = query;
  if (made !== null) {
    return <RecoverySheet recoveryKey={made} onDone={() => setMade(null)} />;
  }
  return (
    <QueryView query={query} height={480}>
      {(status) => (
        <>
          <ProtectionPanel status={status} />
          <RecoveryPanel status={status} onMade={setMade} onChanged={refetch} />
          <PassphrasePanel status={status} forced={policy?.forcePassphrase === true} onChanged={refetch} />
          <SystemKeyPanel status={status} onChanged={refetch} />
        </>
      )}
    </QueryView>
  );
}

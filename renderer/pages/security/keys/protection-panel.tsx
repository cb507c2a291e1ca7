import type { KeyStatus } from '#shared/contract/keys.ts';

import { FactList } from '../../../components/fact-list.tsx';
import { formatInstant } from '../../../components/formats.ts';
import { Panel } from '../../../components/panel.tsx';
import { StatusMark } from '../../../components/status-mark.tsx';
import { securityWords } from '../../../words/security.ts';
import classes from '../security.module.css';

const words = securityWords.protection;

/** Which keys there are, what they protect against and, as plainly, what they do not. */
export function ProtectionPanel({ status }: { status: KeyStatus }) {
  const { passphrase, recovery, system } = status;
  return (
    <Panel title={words.title}>
      <div className={classes['stack']}>
        <FactList
          facts={[
            {
              name: words.passphrase,
              value: passphrase ? <StatusMark kind="done">{words.passphraseOn}</StatusMark> : words.passphraseOff,
            },
            {
              name: words.recovery,
              value:
                recovery === null ? (
                  <StatusMark kind="missing">{words.recoveryNone}</StatusMark>
                ) : (
                  <StatusMark kind="done">{words.recoveryMade(formatInstant(recovery.madeAt))}</StatusMark>
                ),
            },
            {
              name: words.system,
              value:
                system === 'on' ? (
                  <StatusMark kind="done">{words.systemStates.on}</StatusMark>
                ) : (
                  words.systemStates[system]
                ),
            },
          ]}
        />
        <div className={classes['both']}>
          <Points title={words.againstTitle} points={words.against} />
          <Points title={words.notAgainstTitle} points={words.notAgainst} />
        </div>
      </div>
    </Panel>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={classes['list']}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}

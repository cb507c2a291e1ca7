import { Drawer } from '@mantine/core';

import { useHostSettings } from '../hooks/settings-context.tsx';
import type { KeyBinding } from '../hooks/use-keys.tsx';
import { commonWords } from '../words/common.ts';
import { DialogHead } from './dialog-head.tsx';
import classes from './help-sheet.module.css';
import { KeyHint } from './key-hint.tsx';

interface HelpSheetProps {
  /** The shortcuts that were in force when the sheet was opened; null while it is closed. */
  readonly bindings: readonly KeyBinding[] | null;
  readonly onClose: () => void;
}

/** The shortcuts of the page that is shown, grouped; the page's own come first. */
export function HelpSheet({ bindings, onClose }: HelpSheetProps) {
  return (
    <Drawer.Root opened={bindings !== null} onClose={onClose} position="right" size={400}>
      <Drawer.Overlay backgroundOpacity={0.3} />
      <Drawer.Content>
        <DialogHead title={<Drawer.Title>{commonWords.keys.title}</Drawer.Title>}>
          <Drawer.CloseButton aria-label={commonWords.close} />
        </DialogHead>
        <Drawer.Body>{bindings !== null && <KeyGroups bindings={bindings} />}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function KeyGroups({ bindings }: { bindings: readonly KeyBinding[] }) {
  const { settings } = useHostSettings();
  const newestFirst = [...new Set(bindings.map(({ group }) => group))].toReversed();
  return (
    <div className={classes['groups']}>
      {!settings.singleKeys && <p>{commonWords.keys.off}</p>}
      {newestFirst.map((group) => (
        <section key={group} aria-label={group}>
          <h3 className={classes['title']}>{group}</h3>
          <dl className={classes['list']}>
            {bindings
              .filter((binding) => binding.group === group)
              .map((binding) => (
                <KeyLine key={binding.words} binding={binding} />
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function KeyLine({ binding }: { binding: KeyBinding }) {
  const keys = typeof binding.keys === 'string' ? [binding.keys] : binding.keys;
  return (
    <div className={classes['line']}>
      <dt>
        {keys.map((one, index) => (
          <span key={one}>
            {index > 0 && ` ${commonWords.keys.or} `}
            <KeyHint keys={one} spoken />
          </span>
        ))}
      </dt>
      <dd>{binding.words}</dd>
    </div>
  );
}

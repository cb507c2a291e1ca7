import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { type ReactNode, useRef } from 'react';

import classes from './exchange.module.css';

interface PackageDropProps {
  /** What the button says. */
  readonly label: string;
  readonly hint: string;
  readonly multiple?: boolean;
  readonly busy?: boolean;
  readonly isMain?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** Where packages are dropped, and a button for the file dialog. They are read when they are needed, not before. */
export function PackageDrop(props: PackageDropProps) {
  const { label, hint, multiple = false, busy = false, isMain = true, onFiles, children } = props;
  const open = useRef<() => void>(null);
  return (
    <Dropzone
      openRef={open}
      onDrop={(dropped) => {
        if (dropped.length > 0) onFiles(dropped);
      }}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      multiple={multiple}
      disabled={busy}
      className={classes['drop'] ?? ''}
      inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
    >
      <div className={classes['line']}>
        <Button variant={isMain ? 'filled' : 'default'} disabled={busy} onClick={() => open.current?.()}>
          {label}
        </Button>
        {children ?? <p className={classes['quiet']}>{hint}</p>}
      </div>
    </Dropzone>
  );
}

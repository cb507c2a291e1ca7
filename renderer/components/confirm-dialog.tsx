import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

import { commonWords } from '../words/common.ts';
import classes from './confirm-dialog.module.css';
import { DialogHead } from './dialog-head.tsx';

interface ConfirmDialogProps {
  readonly opened: boolean;
  /** What will happen, as a question or a statement: "Træk 30 sager". */
  readonly title: string;
  /** The verb on the button: "Træk". */
  readonly confirm: string;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What will happen, in numbers; fields such as a reason may stand here too. */
  readonly children: ReactNode;
}

/** Only for what cannot be undone. Esc and "Annuller" leave everything as it was; focus returns to where it came from. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, confirm, busy = false, disabled = false, onConfirm, onClose, children } = props;
  return (
    <Modal.Root opened={opened} onClose={onClose} centered>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{title}</Modal.Title>}>
          <Modal.CloseButton aria-label={commonWords.close} />
        </DialogHead>
        <Modal.Body>
          <div className={classes['body']}>{children}</div>
          <div className={classes['actions']}>
            <Button onClick={onConfirm} loading={busy} disabled={disabled}>
              {confirm}
            </Button>
            <Button variant="default" onClick={onClose} data-autofocus>
              {commonWords.cancel}
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

import type { AppEvent } from '#shared/contract/events.ts';
import type { Application } from '#shared/contract/operations.ts';
import { connect } from '#shared/rpc/connect.ts';
import type { ServerFrame } from '#shared/rpc/wire.ts';

import type { KeyStore } from '../ports.ts';
import type { HostEnd } from './core-pipe.ts';
import { createFileDesk, type FileDesk } from './file-desk.ts';
import { answerKeyStore } from './key-store-pipe.ts';

/** The core as its host process sees it: the application, and the desk where files are handed in and out. */
export interface CoreConnection {
  readonly application: Application;
  readonly files: FileDesk;
  /** Asks the core to end after the commands under way. */
  stop(): void;
}

/** `keyStore`: what answers the core's questions to the system's key; null in a host that has none. */
export function connectCore(
  pipe: HostEnd,
  onEvent: (event: AppEvent) => void,
  keyStore: KeyStore | null = null,
): CoreConnection {
  const files = createFileDesk((message) => pipe.post(message));
  let onFrame: (frame: ServerFrame) => void = () => undefined;
  const application = connect(
    {
      send: (frame) => pipe.post(frame),
      onFrame: (listener) => {
        onFrame = listener;
      },
      onClose: (listener) => pipe.onClose(listener),
    },
    onEvent,
  );
  pipe.onMessage((message) => {
    if (message.type === 'written') {
      files.receive(message);
    } else if (message.type === 'key-store') {
      void answerKeyStore(keyStore, message).then((answer) => pipe.post(answer));
    } else {
      onFrame(message);
    }
  });
  return { application, files, stop: () => pipe.post({ type: 'stop' }) };
}

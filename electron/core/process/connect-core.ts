import type { AppEvent } from '#shared/contract/events.ts';
import type { Application } from '#shared/contract/operations.ts';
import { connect } from '#shared/rpc/connect.ts';
import type { ServerFrame } from '#shared/rpc/wire.ts';

import type { HostEnd } from './core-pipe.ts';
import { createFileDesk, type FileDesk } from './file-desk.ts';

/** The core as its host process sees it: the application, and the desk where files are handed in and out. */
export interface CoreConnection {
  readonly application: Application;
  readonly files: FileDesk;
  /** Asks the core to end after the commands under way. */
  stop(): void;
}

export function connectCore(pipe: HostEnd, onEvent: (event: AppEvent) => void): CoreConnection {
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
    } else {
      onFrame(message);
    }
  });
  return { application, files, stop: () => pipe.post({ type: 'stop' }) };
}

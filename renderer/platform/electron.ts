import { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import { connect } from '#shared/rpc/connect.ts';
import type { ServerFrame } from '#shared/rpc/wire.ts';

import type { Platform } from './platform.ts';

/** The two functions that the preload leaves on `window.host`. Only the preload can turn a dropped file into a path. */
export interface HostBridge {
  send(frame: unknown, file?: File): void;
  onFrame(listener: (frame: unknown) => void): void;
}

declare global {
  interface Window {
    readonly host?: HostBridge;
  }
}

type HostFrame = ServerFrame | { readonly type: 'dropped'; readonly id: number; readonly file: FileRef | null };

export function electronPlatform(host: HostBridge, nonce: string): Platform {
  const drops = new Map<number, (file: FileRef | null) => void>();
  let lastDrop = 0;
  let onServerFrame: (frame: ServerFrame) => void = () => undefined;

  host.onFrame((received) => {
    // The main process is the trusted side: what it sends on the channel is a frame.
    const frame = received as HostFrame;
    if (frame.type === 'dropped') {
      drops.get(frame.id)?.(frame.file);
      drops.delete(frame.id);
    } else {
      onServerFrame(frame);
    }
  });

  return {
    nonce,
    connect: async (onEvent) =>
      connect(
        {
          send: (frame) => host.send(frame),
          onFrame: (listener) => {
            onServerFrame = listener;
          },
          // The wire lives as long as the document; a program that ends takes its window with it.
          onClose: () => undefined,
        },
        onEvent,
      ),
    chooseFile: (app) => app['system.chooseFile']({}),
    uploadFile: async (file) => {
      lastDrop += 1;
      const id = lastDrop;
      const ref = await new Promise<FileRef | null>((resolve) => {
        drops.set(id, resolve);
        host.send({ type: 'drop', id }, file);
      });
      if (ref === null) {
        throw new AppError('read-failed', 'the program refused the dropped file');
      }
      return ref;
    },
    saveFile: (app, suggestedName) => app['system.saveFile']({ suggestedName }),
    deliver: async () => undefined,
  };
}

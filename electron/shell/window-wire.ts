import type { ServerWire } from '#shared/rpc/wire.ts';

import { channel } from './channel.ts';
import type { ShellContents, ShellMessage } from './electron-apis.ts';

/** Hears the messages of one document: the frame, and the path that the preload put beside it. */
type Receive = (frame: unknown, path: unknown) => void;

export interface DocumentChannel {
  send(frame: unknown): void;
  onMessage(receive: Receive): void;
  onClose(listener: () => void): void;
}

/**
 * Starts a channel for every document the window loads, and closes it when the next one begins. A wire belongs to a
 * document, not to a window: after a reload nobody waits for the old page's answers. A navigation to elsewhere starts
 * nothing, because the navigation guard stops it and the old document lives on.
 */
export function onEachDocument(
  contents: ShellContents,
  trustedOrigin: string,
  start: (document: DocumentChannel) => void,
): void {
  let closeCurrent = (): void => undefined;

  contents.on('did-start-navigation', ({ url, isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument && url.startsWith(`${trustedOrigin}/`)) {
      closeCurrent();
      closeCurrent = openChannel(contents, trustedOrigin, start);
    }
  });
  contents.once('destroyed', () => closeCurrent());
}

function openChannel(
  contents: ShellContents,
  trustedOrigin: string,
  start: (document: DocumentChannel) => void,
): () => void {
  const closing: (() => void)[] = [];
  start({
    send: (frame) => {
      if (!contents.isDestroyed()) {
        contents.send(channel, frame);
      }
    },
    onMessage: (receive) => {
      const listener = (event: ShellMessage, frame: unknown, path: unknown): void => {
        if (isTrustedSender(event, trustedOrigin)) {
          receive(frame, path);
        }
      };
      contents.ipc.on(channel, listener);
      closing.push(() => contents.ipc.off(channel, listener));
    },
    onClose: (listener) => closing.push(listener),
  });
  return () => closing.forEach((close) => close());
}

/** True for the page's own top frame. A frame that is gone, an embedded frame and a foreign page are not heard. */
export function isTrustedSender({ senderFrame }: ShellMessage, trustedOrigin: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === trustedOrigin;
}

/** The wire of a document. What is no frame, such as a dropped file, `serve` lets pass. */
export function wireOf(document: DocumentChannel): ServerWire {
  return {
    send: (frame) => document.send(frame),
    onFrame: (listener) => document.onMessage((frame) => listener(frame)),
    onClose: (listener) => document.onClose(listener),
  };
}

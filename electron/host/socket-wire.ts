import type { WebSocket } from 'ws';

import type { ServerWire } from '#shared/rpc/wire.ts';

/** The answering end of a page's web socket. Text that is not JSON ends the connection. */
export function socketWire(socket: WebSocket): ServerWire {
  return {
    send: (frame) => socket.send(JSON.stringify(frame)),
    onFrame: (listener) => {
      // A frame that is too large or malformed closes the connection; without a listener it would end the program.
      socket.on('error', () => undefined);
      socket.on('message', (data) => {
        const text = Buffer.isBuffer(data) ? data.toString('utf8') : '';
        const frame = parseJson(text);
        if (frame === undefined) {
          socket.close(1007);
        } else {
          listener(frame);
        }
      });
    },
    onClose: (listener) => {
      socket.once('close', listener);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

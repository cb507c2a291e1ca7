import { AppError } from '#shared/contract/errors.ts';
import type { ClientWire, ServerFrame } from '#shared/rpc/wire.ts';

/** The wire of this page. The session travels as a subprotocol: a web socket has no headers, and addresses are logged. */
export async function openSocketWire(session: string): Promise<ClientWire> {
  const socket = new WebSocket(`ws://${location.host}/wire`, ['tilsyn', `session.${session}`]);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new AppError('disconnected', 'the program refused this page')), {
      once: true,
    });
  });
  return {
    send: (frame) => socket.send(JSON.stringify(frame)),
    onFrame: (listener) => {
      // The host is the trusted side: what it sends is a frame.
      socket.addEventListener('message', ({ data }) => listener(JSON.parse(String(data)) as ServerFrame));
    },
    onClose: (listener) => socket.addEventListener('close', listener, { once: true }),
  };
}

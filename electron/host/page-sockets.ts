import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { type WebSocket, WebSocketServer } from 'ws';

import type { ServerWire } from '#shared/rpc/wire.ts';

import { provenanceOf, type RouteContext } from './http-routes.ts';
import { socketWire } from './socket-wire.ts';
import { refusalOf } from './trust.ts';

/** The name of the protocol on the wire; the second name that a page offers carries its session. */
const protocol = 'tilsyn';
const sessionPrefix = 'session.';
/** In bytes. The largest input is a file of answers. */
const largestFrame = 16 * 1024 * 1024;

export interface PageSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, context: RouteContext): void;
  close(): void;
}

/**
 * Opens a wire for the page that comes from this host and holds the session; ends every other connection. There is one page at
 * a time: the newest takes over, so that a reload never waits, and a person whose session went elsewhere sees it.
 */
export function createPageSockets(
  onWire: (wire: ServerWire) => void,
  onPages: (connected: number) => void,
): PageSockets {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    perMessageDeflate: false,
    handleProtocols: () => protocol,
  });
  const open = (page: WebSocket): void => {
    for (const other of sockets.clients) {
      if (other !== page) other.terminate();
    }
    onPages(1);
    page.once('close', () =>
      onPages([...sockets.clients].filter((client) => client.readyState === client.OPEN).length),
    );
    onWire(socketWire(page));
  };
  return {
    upgrade: (request, socket, head, { authority, sessions }) => {
      // Node takes its own listener away here: a caller that breaks off would end the program.
      socket.on('error', () => socket.destroy());
      const trusted =
        request.url === '/wire' &&
        refusalOf(provenanceOf(request), authority, 'change') === null &&
        sessions.accepts(sessionIn(request));
      if (!trusted) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      sockets.handleUpgrade(request, socket, head, open);
    },
    close: () => {
      for (const page of sockets.clients) {
        page.terminate();
      }
      sockets.close();
    },
  };
}

function sessionIn(request: IncomingMessage): string {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return offered.find((name) => name.startsWith(sessionPrefix))?.slice(sessionPrefix.length) ?? '';
}

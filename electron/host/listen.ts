import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a connection may take. Times are in milliseconds. */
export interface ServerLimits {
  /** From the first byte of a request, or from connecting, until its headers are there. */
  readonly headersMs: number;
  /** Until the whole request is there; the largest upload takes a second on this computer. */
  readonly requestMs: number;
  /** How long a connection may wait for another request. */
  readonly betweenMs: number;
  /** How often the three are looked at. */
  readonly checkMs: number;
  readonly headerBytes: number;
  readonly connections: number;
}

export const usualLimits: ServerLimits = {
  headersMs: 10_000,
  requestMs: 120_000,
  betweenMs: 5_000,
  checkMs: 2_000,
  headerBytes: 16 * 1024,
  connections: 256,
};

export interface LoopbackServer {
  readonly http: Server;
  /** Exactly `127.0.0.1:port`. */
  readonly authority: string;
}

/**
 * A server that no other computer can reach: it listens on 127.0.0.1 and on no other address. Requests that a parser could
 * read in two ways are answered 400 by Node. Rejects when the port is taken.
 */
export async function listenOnLoopback(port: number, limits: ServerLimits = usualLimits): Promise<LoopbackServer> {
  const http = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.betweenMs,
    connectionsCheckingInterval: limits.checkMs,
    maxHeaderSize: limits.headerBytes,
    requireHostHeader: true,
    insecureHTTPParser: false,
  });
  http.maxConnections = limits.connections;
  http.listen({ port, host: '127.0.0.1', exclusive: true });
  await once(http, 'listening');
  // A server that listens on an address and port (not on a pipe) has an AddressInfo.
  return { http, authority: `127.0.0.1:${(http.address() as AddressInfo).port}` };
}

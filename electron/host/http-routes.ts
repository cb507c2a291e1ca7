import type { IncomingMessage, ServerResponse } from 'node:http';

import type { FileDesk } from '#core/process/file-desk.ts';
import { AppError } from '#shared/contract/errors.ts';

import { answerPage } from '../page/answer-page.ts';
import { answerDownload, answerFailure, answerJson, answerText } from './http-answers.ts';
import type { Sessions } from './sessions.ts';
import { type Provenance, type Purpose, refusalOf } from './trust.ts';
import { readUpload, uploadName } from './uploads.ts';

export interface RouteContext {
  /** This host's own `127.0.0.1:port`. */
  readonly authority: string;
  readonly pageFolder: string;
  readonly sessions: Sessions;
  readonly files: FileDesk;
}

/** Answers a request or refuses it. Every route says what it is for before it looks at anything else. */
export async function route(request: IncomingMessage, response: ServerResponse, context: RouteContext): Promise<void> {
  try {
    await routeTrusted(request, response, context);
  } catch (error) {
    answerFailure(response, error);
  }
}

async function routeTrusted(request: IncomingMessage, response: ServerResponse, context: RouteContext): Promise<void> {
  const path = pathOf(request);
  switch (`${request.method} ${path.startsWith('/files/') ? '/files/' : path}`) {
    case 'POST /session':
      refuseUnlessTrusted(request, context, 'change');
      return answerSession(request, response, context);
    case 'POST /files': {
      refuseUnlessTrusted(request, context, 'change');
      refuseUnlessInSession(request, context);
      const bytes = await readUpload(request);
      return answerJson(response, context.files.offer(uploadName(request), { bytes }));
    }
    case 'GET /files/':
      refuseUnlessTrusted(request, context, 'fetch');
      refuseUnlessInSession(request, context);
      return answerDownload(response, context.files.written(path.slice('/files/'.length)));
    default:
      refuseUnlessTrusted(request, context, 'page');
      return answerFile(request, response, context);
  }
}

function answerSession(request: IncomingMessage, response: ServerResponse, { sessions }: RouteContext): void {
  const session = sessions.exchange(headerOf(request, 'x-token'));
  if (session === null) {
    throw new AppError('disconnected', 'the link is not this one, or it was used before');
  }
  answerText(response, session);
}

async function answerFile(request: IncomingMessage, response: ServerResponse, context: RouteContext): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new AppError('unknown-operation', 'the page is only read');
  }
  const { status, headers, body } = await answerPage(context.pageFolder, pathOf(request), "'self'");
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}

function refuseUnlessTrusted(request: IncomingMessage, { authority }: RouteContext, purpose: Purpose): void {
  const refusal = refusalOf(provenanceOf(request), authority, purpose);
  if (refusal !== null) {
    throw new AppError('disconnected', `refused: ${refusal}`);
  }
}

function refuseUnlessInSession(request: IncomingMessage, { sessions }: RouteContext): void {
  if (!sessions.accepts(headerOf(request, 'x-session'))) {
    throw new AppError('disconnected', 'refused: no session');
  }
}

/** A header that is there twice counts as none for the Host, and as a foreign one for the others: Node joins them. */
export function provenanceOf({ headers, headersDistinct }: IncomingMessage): Provenance {
  const only = (name: string): string | undefined => headersDistinct[name]?.join(', ');
  return {
    host: headersDistinct['host']?.length === 1 ? headers.host : undefined,
    origin: only('origin'),
    site: only('sec-fetch-site'),
    destination: only('sec-fetch-dest'),
  };
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
}

import type { ServerResponse } from 'node:http';

import type { WrittenFile } from '#core/process/file-desk.ts';
import { AppError, type ErrorCode, toErrorData } from '#shared/contract/errors.ts';

const statusOf: Partial<Record<ErrorCode, number>> = {
  disconnected: 403,
  'unknown-operation': 404,
  'unknown-file': 404,
  'file-too-large': 413,
  'read-failed': 400,
};

const common = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

export function answerJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { ...common, 'content-type': 'application/json' }).end(JSON.stringify(value));
}

export function answerText(response: ServerResponse, text: string): void {
  response.writeHead(200, { ...common, 'content-type': 'text/plain' }).end(text);
}

/** The failure as data, like on the wire. The connection closes, because an upload may still be arriving on it. */
export function answerFailure(response: ServerResponse, error: unknown): void {
  const data = toErrorData(error);
  response.setHeader('connection', 'close');
  answerJson(response, data, statusOf[data.code] ?? 500);
}

/** A written report as a download. The name is given twice, as RFC 6266 asks: in ASCII, and with Danish letters. */
export function answerDownload(response: ServerResponse, file: WrittenFile | undefined): void {
  if (file === undefined) {
    throw new AppError('unknown-file', 'nothing was written under this reference');
  }
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const name = encodeURIComponent(file.name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  response
    .writeHead(200, {
      ...common,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${name}`,
    })
    .end(file.bytes);
}

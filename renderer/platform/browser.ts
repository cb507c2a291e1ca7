import { AppError, type ErrorData, fromErrorData } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import { connect } from '#shared/rpc/connect.ts';

import { openSession } from './browser-session.ts';
import { openSocketWire } from './browser-socket-wire.ts';
import { pickFile, saveAs } from './browser-files.ts';
import type { Platform } from './platform.ts';

interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
}

/** A tab in an ordinary browser, talking to the loopback host that served it. */
export function browserPlatform(nonce: string): Platform {
  let session = '';

  async function ask(path: string, { headers, ...rest }: Question = {}): Promise<Response> {
    const response = await fetch(path, { ...rest, headers: { ...headers, 'x-session': session } }).catch(() => null);
    if (response === null) {
      throw new AppError('disconnected', 'the program does not answer');
    }
    if (!response.ok) {
      throw fromErrorData((await response.json()) as ErrorData);
    }
    return response;
  }

  async function upload(file: File): Promise<FileRef> {
    const response = await ask('/files', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    });
    return (await response.json()) as FileRef;
  }

  return {
    nonce,
    connect: async (onEvent, onClose) => {
      session = await openSession();
      const wire = await openSocketWire(session);
      wire.onClose(onClose);
      return connect(wire, onEvent);
    },
    chooseFile: async () => {
      const file = await pickFile();
      return file === null ? null : upload(file);
    },
    uploadFile: upload,
    saveFile: (app, suggestedName) => app['system.saveFile']({ suggestedName }),
    deliver: async (app, file) => {
      const url = await app['system.downloadUrl']({ file });
      if (url !== null) {
        saveAs(await (await ask(url)).blob(), file.name);
      }
    },
  };
}

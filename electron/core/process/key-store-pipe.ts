import { AppError, type ErrorData, fromErrorData, toErrorData } from '#shared/contract/errors.ts';

import type { KeyStore } from '../ports.ts';

/** What the core asks of the system's key, which only its host process can reach. */
export type KeyStoreQuestion =
  | { readonly ask: 'state' }
  | { readonly ask: 'wrap'; readonly secret: Uint8Array }
  | { readonly ask: 'unwrap'; readonly wrapped: Uint8Array };

export type KeyStoreMessage = { readonly type: 'key-store'; readonly id: number } & KeyStoreQuestion;

export type KeyStoreAnswer = { readonly type: 'key-store-answer'; readonly id: number } & (
  { readonly value: unknown } | { readonly error: ErrorData }
);

/** The port at the core's end: every question waits for the answer with its number. */
export function keyStoreOver(post: (message: KeyStoreMessage) => void): {
  readonly keyStore: KeyStore;
  readonly receive: (answer: KeyStoreAnswer) => void;
} {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  // The other end is this program's own main process: what it answers is what the port says.
  const ask = <T>(question: KeyStoreQuestion): Promise<T> => {
    last += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(last, answer);
    post({ type: 'key-store', id: last, ...question });
    return answer.promise as Promise<T>;
  };
  return {
    keyStore: {
      state: () => ask({ ask: 'state' }),
      wrap: (secret) => ask({ ask: 'wrap', secret }),
      unwrap: (wrapped) => ask({ ask: 'unwrap', wrapped }),
    },
    receive: (answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) {
        asked?.reject(fromErrorData(answer.error));
      } else {
        asked?.resolve(answer.value);
      }
    },
  };
}

/** Answers at the host's end. A host without a key says `system-key-unavailable`; the core does not ask such a host. */
export async function answerKeyStore(keyStore: KeyStore | null, message: KeyStoreMessage): Promise<KeyStoreAnswer> {
  const { id } = message;
  try {
    return { type: 'key-store-answer', id, value: await answerOf(keyStore, message) };
  } catch (error) {
    return { type: 'key-store-answer', id, error: toErrorData(error) };
  }
}

function answerOf(keyStore: KeyStore | null, question: KeyStoreQuestion): Promise<unknown> {
  if (keyStore === null) {
    throw new AppError('system-key-unavailable', 'this host has no key of the system');
  }
  switch (question.ask) {
    case 'state':
      return keyStore.state();
    case 'wrap':
      return keyStore.wrap(question.secret);
    case 'unwrap':
      return keyStore.unwrap(question.wrapped);
  }
}

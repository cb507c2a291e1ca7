import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';

import { ApplicationProvider } from '../../../renderer/hooks/application.tsx';
import { useCommand } from '../../../renderer/hooks/use-command.ts';
import { fakeApplication } from '../fake-application.ts';
import { demoSummary } from '../harness/demo-data.ts';

function renderExample(handler: Handlers['importing.example']) {
  const fake = fakeApplication({ 'importing.example': handler });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApplicationProvider value={fake.context}>{children}</ApplicationProvider>
  );
  return renderHook(() => useCommand('importing.example'), { wrapper });
}

describe('useCommand', () => {
  it('shows progress and then the output', async () => {
    let finish = (): void => undefined;
    const { result } = renderExample(async (_input, call) => {
      call.report({ done: 40, total: 420, label: 'reading' });
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return demoSummary({ cases: 420 });
    });
    act(() => void result.current.run({}));
    await waitFor(() => expect(result.current.state).toMatchObject({ status: 'running', progress: { done: 40 } }));
    await act(async () => finish());
    await waitFor(() => expect(result.current.state).toMatchObject({ status: 'done', output: { cases: 420 } }));
  });

  it('stays running after a cancel until the core has stopped, and then is idle', async () => {
    let stop = (): void => undefined;
    const { result } = renderExample(async (_input, { signal }) => {
      await new Promise<void>((resolve) => {
        stop = resolve;
      });
      signal.throwIfAborted();
      return demoSummary();
    });
    act(() => void result.current.run({}));
    await waitFor(() => expect(result.current.state.status).toBe('running'));
    await act(async () => result.current.cancel());
    expect(result.current.state).toMatchObject({ status: 'running', cancelling: true });
    await act(async () => stop());
    await waitFor(() => expect(result.current.state).toEqual({ status: 'idle' }));
  });

  it('keeps the code of a failure, and gives undefined to who waits', async () => {
    const { result } = renderExample(async () => {
      throw new AppError('disk-full', 'no room');
    });
    let output: unknown = 'not yet';
    await act(async () => {
      output = await result.current.run({});
    });
    expect(output).toBeUndefined();
    expect(result.current.state).toMatchObject({ status: 'failed', error: { code: 'disk-full' } });
  });
});

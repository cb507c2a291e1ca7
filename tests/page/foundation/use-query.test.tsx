import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';

import { ApplicationProvider } from '../../../renderer/hooks/application.tsx';
import { useQuery } from '../../../renderer/hooks/use-query.ts';
import { fakeApplication } from '../fake-application.ts';
import { demoSummary } from '../harness/demo-data.ts';

function provide(handlers: Partial<Handlers>) {
  const fake = fakeApplication(handlers);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApplicationProvider value={fake.context}>{children}</ApplicationProvider>
  );
  return { fake, wrapper };
}

describe('useQuery', () => {
  it('asks again when its own stage changes, and not for another or for saving', async () => {
    let cases = 1;
    const { fake, wrapper } = provide({ 'importing.list': async () => [demoSummary({ cases })] });
    const { result } = renderHook(() => useQuery('importing.list', {}), { wrapper });
    await waitFor(() => expect(result.current.data?.[0]?.cases).toBe(1));
    cases = 2;
    act(() => fake.announce({ name: 'stage-changed', stage: 'review' }));
    act(() => fake.announce({ name: 'save-state', state: 'saved', at: '2025-11-21T14:32:00' }));
    await act(async () => undefined);
    expect(fake.inputsOf('importing.list')).toHaveLength(1);
    act(() => fake.announce({ name: 'stage-changed', stage: 'importing' }));
    await waitFor(() => expect(result.current.data?.[0]?.cases).toBe(2));
  });

  it('keeps the last answer when asking again fails, and says why', async () => {
    let broken = false;
    const { fake, wrapper } = provide({
      'importing.list': async () => {
        if (broken) {
          throw new AppError('workspace-locked', 'locked');
        }
        return [demoSummary()];
      },
    });
    const { result } = renderHook(() => useQuery('importing.list', {}), { wrapper });
    await waitFor(() => expect(result.current.data).toHaveLength(1));
    broken = true;
    act(() => fake.announce({ name: 'workspace-changed' }));
    await waitFor(() => expect(result.current.error?.code).toBe('workspace-locked'));
    expect(result.current.data).toHaveLength(1);
  });

  it('forgets an answer to another request, and an answer that comes too late counts no more', async () => {
    const answers = new Map<string, () => void>();
    const { wrapper } = provide({
      'population.case': ({ caseId }) =>
        new Promise((resolve) => {
          answers.set(caseId, () =>
            resolve({ id: caseId, values: {}, facts: {}, activities: [], asOf: '2025-11-03', findings: [] }),
          );
        }),
    });
    const { result, rerender } = renderHook(
      ({ caseId }) => useQuery('population.case', { importId: 'import-1', caseId }),
      { wrapper, initialProps: { caseId: 'A' } },
    );
    await waitFor(() => expect(answers.has('A')).toBe(true));
    rerender({ caseId: 'B' });
    await waitFor(() => expect(answers.has('B')).toBe(true));
    await act(async () => answers.get('B')!());
    await waitFor(() => expect(result.current.data?.id).toBe('B'));
    await act(async () => answers.get('A')!());
    expect(result.current.data?.id).toBe('B');
    rerender({ caseId: 'C' });
    expect(result.current.data).toBeUndefined();
    expect(result.current.loading).toBe(true);
  });
});

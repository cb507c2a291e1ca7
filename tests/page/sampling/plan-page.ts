import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import type { Handlers } from '#shared/contract/operations.ts';
import type { PlanPreview } from '#shared/contract/sampling.ts';
import type { SamplingPlan } from '#shared/domain/sampling/plan.ts';

import type { FakeApplication } from '../fake-application.ts';
import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';

type PartPreview = PlanPreview['parts'][number];

export function aPart(part: Partial<PartPreview> = {}): PartPreview {
  return {
    partIndex: 0,
    kind: 'random',
    frameSize: 400,
    fingerprint: 'b'.repeat(64),
    drawn: 30,
    strata: [
      { name: 'Team Nord', size: 220, drawn: 16 },
      { name: 'Team Syd', size: 180, drawn: 14 },
    ],
    ...part,
  };
}

export function aPreview(part: Partial<PlanPreview> = {}): PlanPreview {
  return {
    populationSize: 420,
    populationFingerprint: '8a1df02ec7de1071'.repeat(4),
    drawNumber: 1,
    excluded: [{ reason: 'Gennemgået inden for de seneste 12 måneder', count: 20 }],
    parts: [aPart()],
    ...part,
  };
}

/** The page where nothing is drawn yet. The fake core answers every plan with the preview that `answer` makes of it. */
export async function openPlan(
  answer: (plan: SamplingPlan) => PlanPreview = () => aPreview(),
  more: Partial<Handlers> = {},
): Promise<FakeApplication> {
  const fake = renderApp(
    {
      ...demoHandlers('month'),
      'sampling.preview': async ({ plan }) => answer(plan),
      'sampling.rounds': async () => [],
      'sampling.places': async () => [],
      ...more,
    },
    { page: 'sampling', params: {} },
  );
  await screen.findByRole('button', { name: 'Tilføj målrettet del' });
  await screen.findByRole('option', { name: 'sager med status Åben' });
  return fake;
}

/** The plan that the core was asked about last. */
export const lastPlan = (fake: FakeApplication): SamplingPlan =>
  (fake.inputsOf('sampling.preview').at(-1) as { plan: SamplingPlan }).plan;

type Root = ReturnType<typeof within>;
const page: Root = within(document.body);

export const part = (name: string): Root => within(screen.getByRole('listitem', { name }));
export const choose = (label: string, value: string, root = page): void => {
  fireEvent.change(root.getByLabelText(label, { selector: 'select' }), { target: { value } });
};
export const write = (label: string, value: string, root = page): void => {
  fireEvent.change(root.getByLabelText(label, { selector: 'input' }), { target: { value } });
};
export const press = (name: string, root = page): void => {
  fireEvent.click(root.getByRole('button', { name }));
};
export const tick = (name: string, root = page): void => {
  fireEvent.click(root.getByRole('checkbox', { name }));
};

/** Waits until the core was asked about a plan with these parts. */
export async function asked(fake: FakeApplication, parts: readonly object[]): Promise<void> {
  await waitFor(() => expectParts(lastPlan(fake).parts, parts));
}

function expectParts(found: readonly object[], wanted: readonly object[]): void {
  const [left, right] = [JSON.stringify(found, null, 1), JSON.stringify(wanted, null, 1)];
  if (sorted(found) !== sorted(wanted)) {
    throw new Error(`the plan is\n${left}\nand not\n${right}`);
  }
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

import { expect } from 'vitest';

import type { AppEvent } from '#shared/contract/events.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Application } from '#shared/contract/operations.ts';
import type { SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { openApplication, type TestApplication } from '../../application/open-application.ts';
import { exportText, plan } from '../../review/review-fixture.ts';

/** One person's workspace on a PC of its own. */
export interface Office extends TestApplication {
  readonly reviewer: string;
  readonly heard: readonly AppEvent[];
}

export interface OfficeWithRound extends Office {
  readonly roundId: string;
  /** The cases of the round in the order of the queue. */
  readonly ids: readonly string[];
}

/** `folder`: one of its own, gone when the test is over, unless a folder is named. */
export async function openOffice(reviewer: string, municipality = 'Prøvekøbing', folder?: string): Promise<Office> {
  const heard: AppEvent[] = [];
  const profile = { municipality, department: 'Børn og Unge', reviewer };
  const opened = await openApplication((event) => heard.push(event), profile, folder);
  return { ...opened, reviewer, heard };
}

/** An office that has drawn a round; of the short checklist of reports unless another is named. */
export async function officeWithRound(
  reviewer: string,
  templateId = 'underretninger',
  drawn: SamplingPlanInput = plan,
  folder?: string,
): Promise<OfficeWithRound> {
  const office = await openOffice(reviewer, undefined, folder);
  return { ...office, ...(await drawRound(office, templateId, drawn)) };
}

export async function drawRound(
  { app, addFile }: Office,
  templateId = 'underretninger',
  drawn: SamplingPlanInput = plan,
): Promise<Pick<OfficeWithRound, 'roundId' | 'ids'>> {
  const { importId } = await app['importing.run']({ file: addFile('sager.csv', exportText) });
  const { roundId } = await app['sampling.draw']({ importId, plan: drawn, templateId, redrawReason: 'prøve' });
  const queue = await app['review.queue']({ roundId });
  return { roundId, ids: queue.map(({ caseId }) => caseId) };
}

export const fileOf = (name: string): FileRef => ({ ref: name, name });

/** What lies in an office's own file. */
export const bytesOf = (office: Office, name: string): Promise<Uint8Array> => office.ports.files.read(fileOf(name));

/** Puts bytes where an office can drop them in. */
export async function lay(office: Office, name: string, bytes: Uint8Array): Promise<FileRef> {
  await office.ports.files.write(fileOf(name), bytes);
  return fileOf(name);
}

/** A file passes from one office to another, as by mail. */
export async function carry(from: Office, to: Office, name: string): Promise<FileRef> {
  return lay(to, name, await bytesOf(from, name));
}

export const spoken = 'ravn kaffe sejl lygte mose';

export interface Sent {
  readonly exchangeId: string;
  readonly caseIds: readonly string[];
  /** The round at the head. */
  readonly roundId: string;
}

let files = 0;

/** The consultant sends cases, and the head receives them. */
export async function sendCases(
  from: OfficeWithRound,
  to: Office,
  caseIds: readonly string[] = from.ids,
  kind: 'cases' | 'second-reading' = 'cases',
): Promise<Sent> {
  const name = `sager-${++files}.ltp`;
  const { exchangeId } = await from.app['exchange.send']({
    roundId: from.roundId,
    kind,
    unit: 'Familieafdelingen',
    head: to.reviewer,
    caseIds: [...caseIds],
    passphrase: spoken,
    target: fileOf(name),
  });
  const { roundId } = await to.app['exchange.receive']({ file: await carry(from, to, name), passphrase: spoken });
  return { exchangeId, caseIds, roundId };
}

/** A head makes the package with the answers, and the file comes to the consultant; it is not collected yet. */
export async function resultOf(
  from: Office,
  to: Office,
  roundId: string,
  options: { readonly withNames?: boolean; readonly own?: boolean } = {},
): Promise<FileRef> {
  const name = `svar-${++files}.ltp`;
  await from.app['exchange.sendResult']({
    roundId,
    unit: 'Familieafdelingen',
    withNames: options.withNames ?? false,
    passphrase: options.own === true ? spoken : null,
    target: fileOf(name),
  });
  return carry(from, to, name);
}

export const collect = (office: Office, file: FileRef, passphrase: string | null = null) =>
  office.app['exchange.collect']({ file, passphrase });

/** Answers every item of a case and closes it; `but` says the other answers. */
export async function review(
  { app }: Office,
  roundId: string,
  caseId: string,
  but: Readonly<Record<string, Parameters<Application['review.answer']>[0]['value']>> = {},
): Promise<void> {
  const { template } = await app['review.open']({ roundId, caseId });
  const items = template.sections.flatMap((section) => section.items.map(({ id }) => id));
  const answers = Object.fromEntries(items.map((id) => [id, { value: but[id] ?? ('yes' as const) }]));
  const reviews = [{ caseId, answers, close: true }];
  const { rejected } = await app['review.answerFile']({ roundId, answers: { template: template.id, reviews } });
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
}

/** The ids of the round's checklist, in the order of the page. */
export async function itemsOf({ app }: Office, roundId: string): Promise<readonly string[]> {
  const [line] = await app['review.queue']({ roundId });
  const { template } = await app['review.open']({ roundId, caseId: line?.caseId ?? '' });
  return template.sections.flatMap(({ items }) => items.map(({ id }) => id));
}

/** Not a byte of the office's workspace is another after the work. */
export async function unchanged(office: Office, work: () => Promise<unknown>): Promise<void> {
  const before = office.onDisk();
  await work();
  expect(office.onDisk()).toEqual(before);
}

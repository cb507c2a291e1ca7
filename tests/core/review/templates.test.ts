import { beforeEach, describe, expect, it } from 'vitest';

import type { Application } from '#shared/contract/operations.ts';
import type { TemplateDraft } from '#shared/contract/templates.ts';
import { type ChecklistTemplate, templateItems } from '#shared/domain/review/template.ts';

import { openApplication, refused, type TestApplication } from '../application/open-application.ts';
import { passphrase } from '../store/store-fixture.ts';
import { exportText, openImport } from './review-fixture.ts';

let test: TestApplication;
let app: Application;
let importId: string;

beforeEach(async () => {
  const opened = await openImport();
  test = opened;
  ({ app, importId } = opened);
});

const builtIn = [
  ['barnets-lov', 45],
  ['kort-maanedligt-tilsyn', 18],
  ['underretninger', 12],
  ['anbringelser', 22],
  ['serviceloven', 41],
] as const;

const template = (id: string, edition = 1): Promise<ChecklistTemplate> => app['review.template']({ id, edition });
const lines = async () => (await app['review.templates']({})).map(({ id, edition }) => `${id} ${edition}`);

/** The draft with one item changed. */
function edited(from: ChecklistTemplate, id: string, part: object): TemplateDraft {
  const sections = from.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.id === id ? { ...item, ...part } : item)),
  }));
  return { ...from, sections };
}

async function draw(templateId?: string): Promise<{ readonly roundId: string; readonly caseId: string }> {
  const { roundId } = await app['sampling.draw']({
    importId,
    ...(templateId === undefined ? {} : { templateId }),
    plan: { asOf: '2025-11-03', seed: '4711', parts: [{ kind: 'random', size: 2 }] },
    redrawReason: 'Prøve af en skabelon',
  });
  const [first] = await app['review.queue']({ roundId });
  return { roundId, caseId: first!.caseId };
}

/** Writes a template to a file, and gives the file back. */
async function exported(id: string, edition: number, format: 'json' | 'xlsx') {
  const target = test.addFile(`${id}-${edition}.${format}`, '');
  expect(await app['review.exportTemplate']({ id, edition, target, format })).toEqual({ name: target.name });
  return { target, bytes: await test.ports.files.read(target) };
}

/** Three editions of an own copy: an item switched off, then two items changed, then a spelling put right. */
async function threeEditions() {
  const outcomes = [
    await app['review.saveTemplate']({ template: edited(await template('barnets-lov'), 'journal', { active: false }) }),
  ];
  const round = await draw(own);
  const reworded = edited(await template(own), 'bisidder', {
    question: 'Ved barnet, at det må have en bisidder med?',
  }) as ChecklistTemplate;
  outcomes.push(await app['review.saveTemplate']({ template: edited(reworded, 'samvaer', { rule: null }) }));
  const spelling = { question: 'Ved barnet, at det må have en bisidder med sig?' };
  const template3 = edited(await template(own, 2), 'bisidder', spelling);
  outcomes.push(await app['review.saveTemplate']({ template: template3, changes: { bisidder: 'same' } }));
  return { outcomes, round };
}

const own = 'barnets-lov-lokal';

describe('the shelf', () => {
  it('holds the five built-in templates', async () => {
    const shelf = (await app['review.templates']({})).filter(({ source }) => source === 'built-in');
    expect(shelf.map(({ id, items, edition, newest }) => [id, items, edition, newest])).toEqual(
      builtIn.map(([id, items]) => [id, items, 1, true]),
    );
  });

  it('refuses what it does not hold', async () => {
    await expect(template('findes-ikke')).rejects.toEqual(refused('unknown-template'));
    await expect(template('barnets-lov', 2)).rejects.toEqual(refused('unknown-template'));
    await expect(draw('findes-ikke')).rejects.toEqual(refused('unknown-template'));
  });
});

describe('a round', () => {
  it.each(builtIn)(
    'drawn with %s is reviewed in its %i items, each with what applies and by which law',
    async (id, count) => {
      const review = await app['review.open'](await draw(id));
      expect(review.template).toMatchObject({ id, edition: 1 });
      expect(templateItems(review.template)).toHaveLength(count);
      expect(Object.keys(review.applicability)).toEqual(templateItems(review.template).map((item) => item.id));
      for (const { reason, law } of Object.values(review.applicability)) {
        expect(reason).toMatch(/^[A-ZÆØÅ].*\.$/u);
        expect(law).not.toBe('');
      }
    },
  );

  it('is reviewed in the whole of barnets lov where none is named', async () => {
    expect((await app['review.open'](await draw())).template).toMatchObject({ id: 'barnets-lov', edition: 1 });
  });

  it('says by the facts what does not apply, on the day of the draw', async () => {
    const { applicability } = await app['review.open'](await draw());
    expect(applicability['journal']).toEqual({
      applies: 'yes',
      reason: 'Gælder i alle sager.',
      law: 'offentlighedsloven §§ 13 og 15; barnets lov § 156, stk. 6',
    });
    expect(applicability['samvaer']!.applies).toBe('unknown');
  });
});

describe('saving', () => {
  it('copies a built-in template under an id of its own; a round keeps its edition when new ones come', async () => {
    const { outcomes, round } = await threeEditions();
    expect(outcomes[0]).toEqual({
      saved: { id: own, edition: 1, title: 'Barnets lov', items: 44, source: 'own', newest: true },
      problems: [],
    });
    expect(outcomes.map(({ saved }) => saved?.edition)).toEqual([1, 2, 3]);
    expect(templateItems(await template(own))).toHaveLength(45);
    const review = await app['review.open'](round);
    expect(review.template).toMatchObject({ id: own, edition: 1 });
    expect(templateItems(review.template)).toHaveLength(44);
    expect((await app['review.queue'](round))[0]).toMatchObject({ items: 44 });
    expect((await app['review.open'](await draw(own))).template.edition).toBe(3);
    await app['workspace.lock']({});
    await app['workspace.unlock']({ passphrase });
    expect((await app['review.open'](round)).template).toEqual(review.template);
  });

  it('says of every item what became of it, by comparing; a person may say otherwise', async () => {
    await threeEditions();
    const second = await template(own, 2);
    const changes = new Map(templateItems(second).map(({ id, change }) => [id, change]));
    expect(second.basedOn).toEqual({ id: own, edition: 1 });
    expect([changes.get('bisidder'), changes.get('samvaer'), changes.get('journal')]).toEqual([
      'reworded',
      'new-rule',
      'same',
    ]);
    // What was new in the second edition is the same in the third.
    expect(templateItems(await template(own, 3)).filter(({ change }) => change !== 'same')).toEqual([]);
  });

  it('makes no new edition of what says nothing new, and an id from the title of a new template', async () => {
    await threeEditions();
    const before = await lines();
    expect((await app['review.saveTemplate']({ template: await template(own, 3) })).saved).toMatchObject({
      edition: 3,
    });
    expect(await lines()).toEqual(before);
    const draft: TemplateDraft = {
      ...(await template('underretninger')),
      id: null,
      title: 'Tværgående tema: Børn & skole!',
    };
    const made = await app['review.saveTemplate']({ template: draft });
    expect(made.saved).toMatchObject({ id: 'tværgående-tema-børn-skole', edition: 1, items: 12 });
    expect((await app['review.saveTemplate']({ template: draft })).saved?.id).toBe('tværgående-tema-børn-skole-2');
  });

  it('keeps nothing of a draft that is wrong, and says what', async () => {
    const before = await lines();
    const draft = edited(await template('underretninger'), 'u-screening', { rule: 'R99' });
    expect(await app['review.saveTemplate']({ template: draft })).toEqual({
      saved: null,
      problems: [
        { line: null, field: 'u-screening: rule', code: 'unknown-rule', words: 'Datoreglen "R99" findes ikke.' },
      ],
    });
    expect(await lines()).toEqual(before);
  });

  it('is logged with its id and edition, and nothing of its texts', async () => {
    await threeEditions();
    const saved = (await test.auditLog()).filter(({ kind }) => kind === 'template.saved');
    expect(saved[0]).toMatchObject({ target: 'barnets-lov-lokal/1' });
    expect(JSON.stringify(saved)).not.toContain('bisidder');
  });
});

describe('files', () => {
  it.each(['json', 'xlsx'] as const)(
    '%s: what is written is read back the same, and written again the same',
    async (format) => {
      await threeEditions();
      const { bytes } = await exported(own, 2, format);
      const other = await openApplication();
      const name = `skabelon.${format}`;
      await other.ports.files.write({ ref: name, name }, bytes);
      const found = await other.app['review.importTemplate']({ file: { ref: name, name } });
      expect(found).toMatchObject({ saved: { id: own, edition: 2, source: 'own' }, problems: [] });
      const same = await other.app['review.template']({ id: own, edition: 2 });
      expect(same).toEqual(await template(own, 2));
      const target = { ref: 'igen', name: `igen.${format}` };
      await other.app['review.exportTemplate']({ id: same.id, edition: 2, target, format });
      const again = await other.ports.files.read(target);
      // A workbook holds the instant it was made at; JSON is the same to the byte.
      if (format === 'json') expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
      const twice = await other.app['review.importTemplate']({ file: target });
      expect(twice.saved).toMatchObject({ edition: 2, newest: true });
    },
  );

  it('imports nothing twice: the same is recognised, a changed edition becomes the next one', async () => {
    await threeEditions();
    const before = await lines();
    const { target, bytes } = await exported(own, 3, 'xlsx');
    expect((await app['review.importTemplate']({ file: target })).saved).toMatchObject({ edition: 3 });
    const shipped = await exported('anbringelser', 1, 'json');
    expect((await app['review.importTemplate']({ file: shipped.target })).saved).toMatchObject({
      id: 'anbringelser',
      source: 'built-in',
    });
    expect(await lines()).toEqual(before);
    expect(bytes.length).toBeGreaterThan(5_000);
    const json = new TextDecoder().decode((await exported(own, 3, 'json')).bytes);
    const changed = test.addFile(
      'rettet.json',
      json.replace('Er der taget stilling til en ungeplan', 'Er der overvejet en ungeplan'),
    );
    expect((await app['review.importTemplate']({ file: changed })).saved).toMatchObject({
      id: own,
      edition: 4,
      newest: true,
    });
    const items = templateItems(await template(own, 4));
    expect(items.filter(({ change }) => change !== 'same').map(({ id, change }) => [id, change])).toEqual([
      ['ungeplan', 'reworded'],
    ]);
  });

  it('lists what is wrong with a file by line and field, and imports nothing', async () => {
    const before = await lines();
    const json = new TextDecoder().decode((await exported('underretninger', 1, 'json')).bytes);
    const line = json.slice(0, json.indexOf('"R03"')).split('\n').length;
    const file = test.addFile('forkert.json', json.replace('"R03"', '"R99"').replace('"critical"', '"<b>"'));
    const { saved, problems } = await app['review.importTemplate']({ file });
    expect(saved).toBeNull();
    expect(problems.map(({ field, code }) => `${field} ${code}`).toSorted()).toEqual([
      'u-24-timer: severity html',
      'u-24-timer: severity unknown-severity',
      'u-screening: rule unknown-rule',
    ]);
    expect(problems.find(({ code }) => code === 'unknown-rule')!.line).toBe(line);
    expect(
      (await app['review.importTemplate']({ file: test.addFile('sager.csv', exportText) })).problems,
    ).toMatchObject([{ code: 'not-a-template' }]);
    await expect(app['review.importTemplate']({ file: test.addFile('x.xlsx', 'PK\u0003\u0004') })).rejects.toThrow();
    await expect(
      app['review.importTemplate']({ file: test.addFile('stor.json', ' '.repeat(6_000_000)) }),
    ).rejects.toEqual(refused('file-too-large'));
    expect(await lines()).toEqual(before);
  });
});

describe('a locked workspace', () => {
  it('shows no shelf and takes no file', async () => {
    await app['workspace.lock']({});
    await expect(app['review.templates']({})).rejects.toEqual(refused('workspace-locked'));
    await expect(app['review.importTemplate']({ file: { ref: 'x', name: 'x.json' } })).rejects.toEqual(
      refused('workspace-locked'),
    );
  });
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { passphrase, Program } from './pages/program.ts';
import { expect, startHost, test } from './support/start-host.ts';

test('what was done is there after a restart, behind the passphrase, and unreadable on disk', async ({ browser }) => {
  const workspace = await mkdtemp(join(tmpdir(), 'tilsyn-restart-'));
  try {
    const first = await startHost({ workspace });
    const page = await (await browser.newContext()).newPage();
    await page.goto(first.link);
    const program = new Program(page);
    await program.create();
    await program.useExample();
    await first.stop();

    const second = await startHost({ workspace });
    const again = await (await browser.newContext()).newPage();
    await again.goto(second.link);
    await again.getByRole('textbox', { name: 'Adgangskode' }).fill('det er den forkerte');
    await again.getByRole('button', { name: 'Lås op' }).click();
    await expect(again.getByText(/[Aa]dgangskoden/u).first()).toBeVisible();
    await again.getByRole('textbox', { name: 'Adgangskode' }).fill(passphrase);
    await again.getByRole('button', { name: 'Lås op' }).click();
    await new Program(again).onPage('Overblik');
    await expect(again.getByText('2.000 sager')).toBeVisible();
    await second.stop();

    const files = (await readdir(workspace, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    expect(files.some(({ name }) => name === 'tilsyn.ltdb')).toBe(true);
    for (const file of files) {
      const content = (await readFile(join(file.parentPath, file.name))).toString('latin1');
      expect(content).not.toContain('Eksempelkommunen');
      expect(content).not.toContain('Sagsnummer');
    }
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
});

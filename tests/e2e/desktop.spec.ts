import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { _electron as electron, expect, test } from '@playwright/test';

import { buildShell } from '../../scripts/build-shell.ts';
import { electronBinary, hasDisplay } from '../../scripts/electron-binary.ts';
import { projectFolder } from '../../scripts/project-folder.ts';

/** Everything else about behaviour is proven in the browser over the same core; this proves that the window is there. */
const binary = electronBinary();
test.skip(binary === null, 'the Electron binary is not downloaded: npx install-electron');
test.skip(!hasDisplay(), 'no display to open a window on');

test('the window opens, the core answers, and nothing of Node is in the page', async () => {
  await buildShell(join(projectFolder, 'dist', 'shell'));
  const data = await mkdtemp(join(tmpdir(), 'tilsyn-desktop-'));
  const env = { ...process.env, XDG_DATA_HOME: data, LOCALAPPDATA: data } as Record<string, string>;
  const app = await electron.launch({ executablePath: binary ?? '', args: [projectFolder], env });
  const page = await app.firstWindow();
  await expect(page).toHaveURL('app://bundle/index.html');
  await expect(page.locator('#root')).not.toBeEmpty();
  const seen = await page.evaluate(() => ({
    host: Object.keys((window as { host?: object }).host ?? {}),
    node: typeof (globalThis as { process?: unknown }).process,
    nonce: document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce.length,
  }));
  expect(seen).toEqual({ host: ['send', 'onFrame'], node: 'undefined', nonce: 24 });

  // Native dialogs are not Playwright's to click: this one answers as if the person had closed it.
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  });
  const answer = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const { host } = window as unknown as {
          host: { send(frame: object): void; onFrame(listener: (frame: { id?: number }) => void): void };
        };
        host.onFrame((frame) => frame.id === 9_999 && resolve(frame));
        host.send({ type: 'call', id: 9_999, name: 'system.chooseFile', input: {} });
      }),
  );
  expect(answer).toEqual({ type: 'result', id: 9_999, value: null });
  await app.close();
  await rm(data, { recursive: true, force: true });
});

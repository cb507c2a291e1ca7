import '@mantine/core/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/spotlight/styles.css';
import './styles/tokens.css';
import './styles/base.css';

import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

import { createAnnouncer } from '#shared/contract/events.ts';

import { App } from './app.tsx';
import { LostConnection } from './components/lost-connection.tsx';
import { choosePlatform } from './platform/choose-platform.ts';
import type { Platform } from './platform/platform.ts';

async function start(root: Root, platform: Platform): Promise<void> {
  setNonce(platform.nonce);
  const { announce, subscribe } = createAnnouncer();
  const showLost = (): void => root.render(<LostConnection nonce={platform.nonce} />);
  try {
    const application = await platform.connect(announce, showLost);
    root.render(
      <StrictMode>
        <App context={{ application, subscribe, platform }} />
      </StrictMode>,
    );
  } catch {
    showLost();
  }
}

const element = document.querySelector('#root');
if (element !== null) {
  await start(createRoot(element), choosePlatform());
}

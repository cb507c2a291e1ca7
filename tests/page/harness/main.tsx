/// <reference types="vite/client" />
import '@mantine/core/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/spotlight/styles.css';
import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/base.css';

import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';

import { App } from '../../../renderer/app.tsx';
import { pageNames } from '../../../renderer/hooks/use-route.tsx';
import { fakeApplication } from '../fake-application.ts';
import { demoHandlers, type DemoState } from './demo-handlers.ts';

const query = new URLSearchParams(location.search);
const page = pageNames.find((name) => name === query.get('page')) ?? 'start';
const { context } = fakeApplication(demoHandlers((query.get('state') ?? 'month') as DemoState), {
  choose: () => ({ ref: 'file', name: 'DUBU sagsudtræk november 2025.xlsx' }),
  upload: ({ name }) => ({ ref: 'file', name }),
});

// What is not about the harness itself is of the route.
const params = Object.fromEntries([...query].filter(([name]) => name !== 'page' && name !== 'state'));
setNonce('harness');
const platform = { ...context.platform, nonce: 'harness' };
const root = document.querySelector('#root')!;
createRoot(root).render(<App context={{ ...context, platform }} initialRoute={{ page, params }} />);

import { describe, expect, it } from 'vitest';

import { channel, pageOrigin } from '../../electron/shell/channel.ts';
import { isReadable, serveDrops } from '../../electron/shell/dropped-files.ts';
import type { ShellMessage } from '../../electron/shell/electron-apis.ts';
import { onEachDocument, wireOf } from '../../electron/shell/window-wire.ts';
import { ownFrame, WindowStandIn } from './electron-stand-in.ts';

/** A window whose documents count what they hear. */
function listening() {
  const window = new WindowStandIn({});
  const heard: { document: number; frame: unknown }[] = [];
  const closed: number[] = [];
  let documents = 0;
  onEachDocument(window.webContents, pageOrigin, (channelOfDocument) => {
    documents += 1;
    const document = documents;
    const wire = wireOf(channelOfDocument);
    wire.onFrame((frame) => heard.push({ document, frame }));
    wire.onClose(() => closed.push(document));
  });
  return { window, heard, closed, documents: () => documents };
}

describe('messages to the main process', () => {
  const hostile: [string, ShellMessage['senderFrame']][] = [
    ['a frame that is gone', null],
    ['a frame inside the page', { ...ownFrame, parent: ownFrame }],
    ['a foreign page in the window', { origin: 'https://evil.example', parent: null }],
    ['a page of the same scheme', { origin: 'app://other', parent: null }],
    ['an origin that starts like the own one', { origin: 'app://bundle.evil', parent: null }],
    ['an origin with a name before it', { origin: 'app://evil@bundle', parent: null }],
    ['an origin with a port', { origin: 'app://bundle:8080', parent: null }],
    ['an origin with a slash', { origin: 'app://bundle/', parent: null }],
    ['an origin in other letters', { origin: 'app://BUNDLE', parent: null }],
    ['another scheme with the same host', { origin: 'https://bundle', parent: null }],
    ['an opaque origin: data:, about:blank, a sandboxed frame', { origin: 'null', parent: null }],
    ['no origin', { origin: '', parent: null }],
    ['a local file', { origin: 'file://', parent: null }],
    ['the developer tools', { origin: 'devtools://devtools', parent: null }],
  ];

  it.each(hostile)('are not heard from %s', async (_who, senderFrame) => {
    const { window, heard } = listening();
    await window.loadURL('app://bundle/index.html');
    window.receive(senderFrame, { type: 'call' });
    expect(heard).toEqual([]);
    window.receive(ownFrame, 'own');
    expect(heard).toEqual([{ document: 1, frame: 'own' }]);
  });

  it('are heard from nobody before a page of the program was loaded', async () => {
    const { window, heard } = listening();
    window.receive(ownFrame, 'too early');
    for (const url of [
      'https://evil.example/',
      'file:///C:/x.html',
      'about:blank',
      'data:text/html,x',
      'app://bundle',
    ]) {
      await window.loadURL(url);
      window.receive(ownFrame, url);
    }
    expect(heard).toEqual([]);
  });

  it('belong to one document: a reload closes the wire of the old one', async () => {
    const { window, heard, closed } = listening();
    await window.loadURL('app://bundle/index.html');
    await window.loadURL('app://bundle/index.html');
    window.receive(ownFrame, 'x');
    expect(closed).toEqual([1]);
    expect(heard).toEqual([{ document: 2, frame: 'x' }]);
    window.contentEvents.emit('destroyed');
    expect(closed).toEqual([1, 2]);
    expect(window.messages.listenerCount(channel)).toBe(0);
  });

  it.each([
    ['an embedded frame', { url: 'app://bundle/index.html', isMainFrame: false, isSameDocument: false }],
    ['a step within the page', { url: 'app://bundle/index.html#2', isMainFrame: true, isSameDocument: true }],
    ['a foreign address, which the guard stops', { url: 'https://x/', isMainFrame: true, isSameDocument: false }],
  ])('outlive the navigation of %s', async (_what, details) => {
    const { window, closed, documents } = listening();
    await window.loadURL('app://bundle/index.html');
    window.contentEvents.emit('did-start-navigation', details);
    expect({ closed, documents: documents() }).toEqual({ closed: [], documents: 1 });
  });

  it('are not sent to a window that is gone', async () => {
    const window = new WindowStandIn({});
    const sent: unknown[] = [];
    window.toPage.on(channel, (_event, frame) => sent.push(frame));
    onEachDocument(window.webContents, pageOrigin, (document) => {
      document.send(1);
      window.destroyed = true;
      document.send(2);
    });
    await window.loadURL('app://bundle/index.html');
    expect(sent).toEqual([1]);
  });
});

describe('dropped files', () => {
  async function drop(frame: unknown, path: unknown) {
    const window = new WindowStandIn({});
    const offered: unknown[] = [];
    const answers: unknown[] = [];
    window.toPage.on(channel, (_event, answer) => answers.push(answer));
    onEachDocument(window.webContents, pageOrigin, (document) =>
      serveDrops(document, {
        offer: (name, source) => {
          offered.push(source);
          return { ref: 'r', name };
        },
        target: () => ({ ref: '', name: '' }),
        written: () => undefined,
        receive: () => undefined,
      }),
    );
    await window.loadURL('app://bundle/index.html');
    window.receive(ownFrame, frame, path);
    return { offered, answers };
  }

  it('become a reference; the page never sees the path', async () => {
    const { offered, answers } = await drop({ type: 'drop', id: 4 }, '/home/ase/børn.csv');
    expect(offered).toEqual([{ path: '/home/ase/børn.csv' }]);
    expect(answers).toEqual([{ type: 'dropped', id: 4, file: { ref: 'r', name: 'børn.csv' } }]);
  });

  it('cannot be named by the page: a path inside the frame is nothing', async () => {
    const { offered, answers } = await drop({ type: 'drop', id: 4, path: '/etc/shadow.csv' }, null);
    expect(offered).toEqual([]);
    expect(answers).toEqual([{ type: 'dropped', id: 4, file: null }]);
  });

  it.each([
    ['no path, as for a file made in the page', ''],
    ['a relative path', 'børn.csv'],
    ['another kind of file', '/home/ase/.ssh/id_rsa'],
    ['a NUL in the path', '/etc/passwd\0.csv'],
    ['no text', 7],
  ])('are refused with %s', (_what, path) => {
    expect(isReadable(path)).toBe(false);
  });

  it.each(['null', '7', '{}', '{"type":"drop"}', '{"type":"drop","id":"1"}'])('are not %s', async (frame) => {
    expect(await drop(JSON.parse(frame), '/home/ase/børn.csv')).toEqual({ offered: [], answers: [] });
  });
});

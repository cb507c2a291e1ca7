import { describe, expect, it } from 'vitest';

import { channel } from '../../electron/shell/channel.ts';
import { WindowStandIn } from './electron-stand-in.ts';

describe('the preload', () => {
  it('leaves exactly two functions, and nothing else in the page', () => {
    const world = new WindowStandIn({}).openPage();
    expect(Object.keys(world)).toEqual(['host']);
    expect(Object.entries(world.host).map(([name, value]) => [name, typeof value])).toEqual([
      ['send', 'function'],
      ['onFrame', 'function'],
    ]);
  });

  it('returns nothing from either, above all no promise and no emitter', () => {
    const { host } = new WindowStandIn({}).openPage();
    expect([host.send({}), host.onFrame(() => undefined)]).toEqual([undefined, undefined]);
  });

  it('uses one channel, and hands the page frames without the event', () => {
    const window = new WindowStandIn({});
    const received: unknown[][] = [];
    window.openPage().host.onFrame((...values: unknown[]) => received.push(values));
    expect(window.toPage.eventNames()).toEqual([channel]);
    window.webContents.send(channel, { type: 'event' });
    expect(received).toEqual([[{ type: 'event' }]]);
  });

  it('sends a path only for a file, as the second argument that the page cannot reach', () => {
    const window = new WindowStandIn({});
    const sent: unknown[] = [];
    window.messages.on(channel, (_event, frame, path) => sent.push({ frame, path }));
    const { host } = window.openPage(() => '/home/ase/børn.csv');
    host.send({ path: '/etc/passwd' });
    host.send({ id: 1 }, new File([], 'børn.csv'));
    expect(sent).toEqual([
      { frame: { path: '/etc/passwd' }, path: null },
      { frame: { id: 1 }, path: '/home/ase/børn.csv' },
    ]);
  });
});

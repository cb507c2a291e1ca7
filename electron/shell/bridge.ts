import { channel } from './channel.ts';

/** The three parts of Electron that a preload needs. */
export interface PreloadApis {
  readonly contextBridge: { exposeInMainWorld(name: string, api: unknown): void };
  readonly ipcRenderer: {
    send(channel: string, frame: unknown, path: string | null): void;
    on(channel: string, listener: (event: unknown, frame: unknown) => void): unknown;
  };
  readonly webUtils: { getPathForFile(file: File): string };
}

/**
 * Leaves two functions on `window.host`, both on one channel. Electron's own objects and events stay here; nothing
 * returns a promise. A path is read from a file that the person dropped, never from what the page says.
 */
export function installBridge({ contextBridge, ipcRenderer, webUtils }: PreloadApis): void {
  contextBridge.exposeInMainWorld('host', {
    send: (frame: unknown, file?: File): void => {
      ipcRenderer.send(channel, frame, file === undefined ? null : webUtils.getPathForFile(file));
    },
    onFrame: (listener: (frame: unknown) => void): void => {
      ipcRenderer.on(channel, (_event, frame) => listener(frame));
    },
  });
}

/** A dropped file as the page holds it. The shell is compiled without the DOM, and looks into none of it. */
type File = object;

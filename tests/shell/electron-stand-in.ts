import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';

import { installBridge } from '../../electron/shell/bridge.ts';
import type {
  ElectronApis,
  Navigation,
  ShellChild,
  ShellContents,
  ShellMessage,
  ShellSafeStorage,
  ShellSession,
  ShellWindow,
} from '../../electron/shell/electron-apis.ts';
import { optionsVariable } from '../../electron/shell/process-pipe.ts';
import type { HostBridge } from '../../renderer/platform/electron.ts';

type Asks = Parameters<ShellSession['setPermissionRequestHandler']>[0];
type Checks = Parameters<ShellSession['setPermissionCheckHandler']>[0];
type Requests = Parameters<ShellSession['webRequest']['onBeforeRequest']>[0];

type Environment = Readonly<Record<string, string | undefined>>;

/** A frame of the page as Electron describes a sender. */
export const ownFrame = { origin: 'app://bundle', parent: null };

/** A window that loads nothing, but whose two ends copy values between page and main process as Electron does. */
export class WindowStandIn implements ShellWindow {
  readonly options: BrowserWindowConstructorOptions;
  readonly events = new EventEmitter();
  readonly contentEvents = new EventEmitter();
  readonly messages = new EventEmitter();
  readonly toPage = new EventEmitter();
  readonly done: string[] = [];
  destroyed = false;
  windowOpenHandler: (() => { action: string }) | null = null;

  constructor(options: BrowserWindowConstructorOptions) {
    this.options = options;
  }

  readonly webContents: ShellContents = {
    ipc: this.messages,
    isDestroyed: () => this.destroyed,
    reload: () => this.done.push('reload'),
    send: (channel, frame) => this.toPage.emit(channel, {}, structuredClone(frame)),
    setWindowOpenHandler: (handler) => {
      this.windowOpenHandler = handler;
    },
    on: (event: string, listener: (...values: never[]) => void) => this.contentEvents.on(event, listener as () => void),
    once: (event: string, listener: () => void) => this.contentEvents.once(event, listener),
  };

  focus = (): void => void this.done.push('focus');
  getNormalBounds = () => ({ x: 1, y: 2, width: 1000, height: 700 });
  isDestroyed = (): boolean => this.destroyed;
  isMinimized = (): boolean => true;
  on = (event: string, listener: (...values: never[]) => void): unknown =>
    this.events.on(event, listener as () => void);
  restore = (): void => void this.done.push('restore');
  setContentProtection = (enable: boolean): void => void this.done.push(`content protection ${enable}`);
  show = (): void => void this.done.push('show');

  /** What a navigation to an address does before the page of that address exists. */
  loadURL = async (url: string): Promise<void> => {
    this.contentEvents.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false });
    this.done.push(`load ${url}`);
  };

  /** Tries an event that Electron lets the program prevent; true when it was prevented. */
  isPrevented(event: string, url: string): boolean {
    let prevented = false;
    const navigation: Navigation = { url, preventDefault: () => (prevented = true) };
    this.contentEvents.emit(event, navigation);
    return prevented;
  }

  /** A message as it arrives in the main process, from the frame given. */
  receive(senderFrame: ShellMessage['senderFrame'], frame: unknown, path: unknown = null): void {
    this.messages.emit('tilsyn', { senderFrame }, structuredClone(frame), path);
  }

  /** What the preload leaves in the page's world, over the real bridge. */
  openPage(pathOf: (file: object) => string = () => ''): Record<string, unknown> & { host: HostBridge } {
    const world: Record<string, unknown> = {};
    installBridge({
      contextBridge: { exposeInMainWorld: (name, api) => void (world[name] = api) },
      ipcRenderer: {
        send: (channel, frame, path) =>
          this.messages.emit(channel, { senderFrame: ownFrame }, structuredClone(frame), path),
        on: (channel, listener) => this.toPage.on(channel, listener),
      },
      webUtils: { getPathForFile: pathOf },
    });
    return world as { host: HostBridge };
  }
}

/** A core process that is a worker thread: another memory, reached by copies only. */
export function workerChild(module: URL, env: Environment): ShellChild {
  const worker = new Worker(module, { workerData: JSON.parse(env[optionsVariable] ?? '{}') as unknown });
  return {
    kill: () => {
      void worker.terminate();
      return true;
    },
    postMessage: (message) => worker.postMessage(message),
    on: (event, listener) => worker.on(event, listener),
    once: (event, listener) => worker.once(event, listener),
  };
}

/** What the program asked of Electron. */
export class Recorded {
  readonly calls: string[] = [];
  readonly windows: WindowStandIn[] = [];
  readonly app = new EventEmitter();
  readonly power = new EventEmitter();
  readonly children: ShellChild[] = [];
  readonly session = new EventEmitter();
  /** How long nobody has touched the computer. */
  idleSeconds = 0;
  serve: ((request: { readonly url: string }) => Promise<Response>) | null = null;
  ask: Asks | null = null;
  check: Checks | null = null;
  request: Requests | null = null;
  device: (() => boolean) | null = null;
  menu: readonly MenuItemConstructorOptions[] = [];
}

export interface StandInOptions {
  readonly fork?: (modulePath: string, env: Environment) => ShellChild;
  readonly packaged?: boolean;
  readonly firstInstance?: boolean;
  readonly switches?: readonly string[];
  readonly chosen?: string;
  readonly saved?: string;
  /** The button of a message box that is pressed; the first where nothing is said. */
  readonly pressed?: string;
  readonly safeStorage?: ShellSafeStorage;
  readonly onDialog?: (asked: { readonly properties?: readonly string[] }) => void;
}

const silentChild: ShellChild = {
  kill: () => true,
  postMessage: () => undefined,
  on: () => undefined,
  once: () => undefined,
};

/** A key of the system that turns every byte: readable by nobody who does not know the trick, and by every test. */
export function safeStorageStandIn(
  backend = 'gnome_libsecret',
  available: () => boolean = () => true,
): ShellSafeStorage & { readonly sealed: Buffer[] } {
  const turned = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
  const sealed: Buffer[] = [];
  return {
    sealed,
    getSelectedStorageBackend: () => backend,
    isAsyncEncryptionAvailable: async () => available(),
    encryptStringAsync: async (plainText) => {
      sealed.push(Buffer.concat([Buffer.from('v11'), turned(Buffer.from(plainText))]));
      return sealed.at(-1)!;
    },
    decryptStringAsync: async (encrypted) => ({
      shouldReEncrypt: false,
      result: turned(encrypted.subarray(3)).toString(),
    }),
  };
}

/** The part of Electron that the shell uses, without Electron. The compiler holds it to the type that main.ts fills. */
export function electronStandIn(options: StandInOptions = {}): { apis: ElectronApis; recorded: Recorded } {
  const recorded = new Recorded();
  const note = (call: string): void => void recorded.calls.push(call);
  const apis: ElectronApis = {
    app: {
      isPackaged: options.packaged ?? false,
      commandLine: {
        hasSwitch: (name) => options.switches?.includes(name) ?? false,
        appendSwitch: (name) => note(`switch ${name}`),
      },
      enableSandbox: () => note('enableSandbox'),
      exit: (code) => note(`exit ${code}`),
      getVersion: () => '1.2.3',
      quit: () => note('quit'),
      requestSingleInstanceLock: () => options.firstInstance ?? true,
      setPath: (name, path) => note(`${name} ${path}`),
      whenReady: async () => note('ready'),
      on: (event: string, listener: (...values: never[]) => void) => recorded.app.on(event, listener as () => void),
    },
    BrowserWindow: class extends WindowStandIn {
      constructor(windowOptions: BrowserWindowConstructorOptions) {
        super(windowOptions);
        recorded.windows.push(this);
        recorded.app.emit('web-contents-created', {}, this.webContents);
      }
    },
    dialog: {
      showErrorBox: (title, content) => note(`error box ${title}: ${content}`),
      showMessageBoxSync: (_window, { message, buttons = [] }) => {
        note(`message box ${message}`);
        return buttons.indexOf(options.pressed ?? buttons[0] ?? '');
      },
      showOpenDialog: async (_window, asked) => {
        options.onDialog?.(asked);
        return { canceled: options.chosen === undefined, filePaths: [options.chosen ?? ''] };
      },
      showSaveDialog: async (_window, asked) => {
        options.onDialog?.(asked);
        return { canceled: options.saved === undefined, filePath: options.saved ?? '' };
      },
    },
    Menu: {
      buildFromTemplate: (template) => {
        recorded.menu = template;
        return template;
      },
      setApplicationMenu: () => note('menu'),
    },
    powerMonitor: {
      getSystemIdleTime: () => recorded.idleSeconds,
      on: (event, listener) => recorded.power.on(event, listener),
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes) => note(`schemes ${JSON.stringify(schemes)}`),
      handle: (scheme, handler) => {
        note(`handle ${scheme}`);
        recorded.serve = handler;
      },
    },
    safeStorage: options.safeStorage ?? safeStorageStandIn(),
    session: { defaultSession: sessionStandIn(recorded, note) },
    utilityProcess: {
      fork: (modulePath, _args, { env = {} }) => {
        const child = options.fork?.(modulePath, { ...env }) ?? silentChild;
        recorded.children.push(child);
        return child;
      },
    },
  };
  return { apis, recorded };
}

function sessionStandIn(recorded: Recorded, note: (call: string) => void): ShellSession {
  return {
    webRequest: {
      onBeforeRequest: (listener) => {
        recorded.request = listener;
      },
    },
    on: (event, listener) => recorded.session.on(event, listener),
    registerLocalAIHandler: (handler) => note(`local AI ${handler}`),
    setDevicePermissionHandler: (handler) => {
      recorded.device = handler;
    },
    setDisplayMediaRequestHandler: (handler) => handler({}, (streams) => note(`display media ${streams}`)),
    setPermissionCheckHandler: (handler) => {
      recorded.check = handler;
    },
    setPermissionRequestHandler: (handler) => {
      recorded.ask = handler;
    },
    setSpellCheckerEnabled: (enable) => note(`spellcheck ${enable}`),
  };
}

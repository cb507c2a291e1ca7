import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  DecryptStringAsyncReturnValue,
  ForkOptions,
  MenuItemConstructorOptions,
  MessageBoxSyncOptions,
  OpenDialogOptions,
  OpenDialogReturnValue,
  Rectangle,
  SaveDialogOptions,
  SaveDialogReturnValue,
  WindowOpenHandlerResponse,
} from 'electron';

/**
 * The part of Electron that the shell uses, and no more. `main.ts` passes the real thing, so an Electron upgrade that
 * changes one of these fails to compile there; tests pass a stand-in of the same type.
 */
export interface ElectronApis {
  readonly app: ShellApp;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => ShellWindow;
  readonly dialog: ShellDialog;
  readonly Menu: {
    buildFromTemplate(template: MenuItemConstructorOptions[]): unknown;
    setApplicationMenu(menu: unknown): void;
  };
  readonly powerMonitor: {
    /** Seconds since anybody touched the computer. */
    getSystemIdleTime(): number;
    on(event: 'lock-screen' | 'suspend' | 'user-did-resign-active', listener: () => void): unknown;
  };
  readonly protocol: {
    registerSchemesAsPrivileged(schemes: CustomScheme[]): void;
    handle(scheme: string, handler: (request: { readonly url: string }) => Promise<Response>): void;
  };
  readonly safeStorage: ShellSafeStorage;
  readonly session: { readonly defaultSession: ShellSession };
  readonly utilityProcess: { fork(modulePath: string, args: string[], options: ForkOptions): ShellChild };
}

export interface ShellApp {
  readonly isPackaged: boolean;
  readonly commandLine: { hasSwitch(name: string): boolean; appendSwitch(name: string): void };
  enableSandbox(): void;
  exit(code: number): void;
  getVersion(): string;
  quit(): void;
  requestSingleInstanceLock(): boolean;
  setPath(name: 'userData' | 'sessionData', path: string): void;
  whenReady(): Promise<void>;
  on(event: 'second-instance' | 'window-all-closed', listener: () => void): unknown;
  on(event: 'will-quit', listener: (event: Preventable) => void): unknown;
  on(event: 'child-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: ShellContents) => void): unknown;
}

export interface Preventable {
  preventDefault(): void;
}

export interface Navigation extends Preventable {
  readonly url: string;
}

export interface ShellContents {
  /** Only messages of this window; the global ipcMain would hear every window. */
  readonly ipc: {
    on(channel: string, listener: (event: ShellMessage, frame: unknown, path: unknown) => void): unknown;
    off(channel: string, listener: (event: ShellMessage, frame: unknown, path: unknown) => void): unknown;
  };
  isDestroyed(): boolean;
  reload(): void;
  send(channel: string, frame: unknown): void;
  setWindowOpenHandler(handler: () => WindowOpenHandlerResponse): void;
  on(event: 'did-start-navigation', listener: (details: StartedNavigation) => void): unknown;
  on(event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect', listener: (event: Navigation) => void): unknown;
  on(event: 'will-attach-webview' | 'will-prevent-unload', listener: (event: Preventable) => void): unknown;
  on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown;
  on(
    event: 'select-bluetooth-device',
    listener: (event: Preventable, devices: unknown, callback: (deviceId: string) => void) => void,
  ): unknown;
  once(event: 'destroyed', listener: () => void): unknown;
}

export interface StartedNavigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isSameDocument: boolean;
}

export interface ShellMessage {
  /** Null when the frame has navigated away or is gone. */
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
}

/** What a dialog needs of the window it belongs to. */
interface DialogParent {
  isDestroyed(): boolean;
}

export interface ShellWindow extends DialogParent {
  readonly webContents: ShellContents;
  focus(): void;
  getNormalBounds(): Rectangle;
  isMinimized(): boolean;
  loadURL(url: string): Promise<void>;
  on(event: 'close', listener: () => void): unknown;
  /** On Windows only. */
  on(event: 'query-session-end' | 'session-end', listener: () => void): unknown;
  on(event: 'page-title-updated', listener: (event: Preventable) => void): unknown;
  restore(): void;
  setContentProtection(enable: boolean): void;
  show(): void;
}

export interface ShellDialog {
  showErrorBox(title: string, content: string): void;
  /** The number of the button that was pressed. */
  showMessageBoxSync(window: DialogParent, options: MessageBoxSyncOptions): number;
  showOpenDialog(window: DialogParent, options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  showSaveDialog(window: DialogParent, options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
}

export interface ShellSession {
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { readonly url: string }, callback: (response: { cancel: boolean }) => void) => void,
    ): void;
  };
  on(event: 'will-download', listener: (event: Preventable) => void): unknown;
  registerLocalAIHandler(handler: null): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setDisplayMediaRequestHandler(handler: (request: unknown, callback: (streams: null) => void) => void): void;
  setPermissionCheckHandler(handler: (contents: unknown, permission: string, origin: string) => boolean): void;
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      callback: (granted: boolean) => void,
      details: { readonly requestingUrl?: string },
    ) => void,
  ): void;
  setSpellCheckerEnabled(enable: boolean): void;
}

export interface ShellSafeStorage {
  decryptStringAsync(encrypted: Buffer): Promise<DecryptStringAsyncReturnValue>;
  encryptStringAsync(plainText: string): Promise<Buffer>;
  /** On Linux only. */
  getSelectedStorageBackend(): string;
  isAsyncEncryptionAvailable(): Promise<boolean>;
}

export interface ShellChild {
  kill(): boolean;
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
}

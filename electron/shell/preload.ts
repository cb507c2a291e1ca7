import { contextBridge, ipcRenderer, webUtils } from 'electron';

import { installBridge } from './bridge.ts';

installBridge({ contextBridge, ipcRenderer, webUtils });

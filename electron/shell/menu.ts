import type { MenuItemConstructorOptions } from 'electron';

import type { ElectronApis } from './electron-apis.ts';
import { words } from './words.ts';

/** The menu brings the keys for copying and zooming; it has no entry for the developer tools. */
export const menuTemplate: readonly MenuItemConstructorOptions[] = [
  { label: words.edit, role: 'editMenu' },
  {
    label: words.view,
    submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
  },
];

export function setMenu(menu: ElectronApis['Menu']): void {
  menu.setApplicationMenu(menu.buildFromTemplate([...menuTemplate]));
}

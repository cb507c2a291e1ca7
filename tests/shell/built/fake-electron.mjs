/** Lets a bundle load `electron` in plain Node. Every use is written to the channel of the child process. */
import { registerHooks } from 'node:module';

const source = `
  const note = (call) => process.send(call);
  export const app = {
    isPackaged: true,
    commandLine: { hasSwitch: () => false, appendSwitch: () => undefined },
    setPath: (name) => note('setPath ' + name),
    requestSingleInstanceLock: () => { note('lock'); return false; },
    quit: () => note('quit'),
    getPath: () => '/nowhere',
    getVersion: () => '1.0.0',
  };
  export const BrowserWindow = class {};
  export const dialog = {}, Menu = {}, powerMonitor = {}, protocol = {}, safeStorage = {}, session = {}, utilityProcess = {};
  export default { app };
`;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: 'electron:stand-in', format: 'module', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === 'electron:stand-in' ? { format: 'module', source, shortCircuit: true } : next(url, context),
});

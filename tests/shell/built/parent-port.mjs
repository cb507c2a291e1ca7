/** What Electron gives a utility process, over the channel of a child process. Loaded before the bundle. */
process.parentPort = {
  postMessage: (message) => process.send(message),
  on: (_event, listener) => process.on('message', (data) => listener({ data })),
};

export interface BrowserCommand {
  readonly command: string;
  readonly arguments: readonly string[];
}

/** How the default browser opens a file on this system; null where nobody sits in front of a display. */
export function browserCommand(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
  path: string,
): BrowserCommand | null {
  if (platform === 'win32') {
    return { command: 'rundll32', arguments: ['url.dll,FileProtocolHandler', path] };
  }
  if (platform === 'darwin') {
    return { command: 'open', arguments: [path] };
  }
  const display = environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'] ?? '';
  return display === '' ? null : { command: 'xdg-open', arguments: [path] };
}

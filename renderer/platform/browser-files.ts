/** Opens the browser's file dialog; null when it is closed without a choice. Must run within a click. */
export function pickFile(): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.item(0) ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

/** Saves bytes in the browser's download folder, under a name the browser may make unique. */
export function saveAs(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned; revoking it at once would cancel the download.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

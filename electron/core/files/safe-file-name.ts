/** Control and direction-changing characters, and what separates paths or cannot stand in a Windows file name. */
const forbidden = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name that is safe as the last part of a path on Windows and elsewhere: no separators, no control or
 * direction-changing characters, no device names, no leading or trailing dots, at most 150 characters.
 */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(forbidden, '-')
    .slice(-150)
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return cleaned === '' || reserved.test(cleaned) ? `fil-${cleaned}` : cleaned;
}

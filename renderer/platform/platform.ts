import type { AppEvent } from '#shared/contract/events.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Application } from '#shared/contract/operations.ts';

/** What differs between Electron's window and a browser tab on the loopback host. The page asks for nothing else. */
export interface Platform {
  /** The nonce of this document's style rule; goes to Mantine's `getStyleNonce` and to get-nonce's `setNonce`. */
  readonly nonce: string;
  /**
   * Opens the wire to the program. Rejects with an AppError `disconnected` when the program does not answer or refuses
   * this page (the link was used before); a later loss makes every call reject with `disconnected` and calls `onClose`.
   */
  connect(onEvent: (event: AppEvent) => void, onClose: () => void): Promise<Application>;
  /** Lets the person choose a file to read; null when they changed their mind. Call it from a click. */
  chooseFile(app: Application): Promise<FileRef | null>;
  /** Hands over a file that was dropped on the page. Rejects with an AppError (`file-too-large`, `read-failed`, ...). */
  uploadFile(file: File): Promise<FileRef>;
  /** Where a report goes; null when the person changed their mind. Afterwards write to it, then `deliver` it. */
  saveFile(app: Application, suggestedName: string): Promise<FileRef | null>;
  /** Hands over a target that was written: a browser downloads it, in Electron it lies where it was saved. */
  deliver(app: Application, file: FileRef): Promise<void>;
}

/** The single channel between page and main process: frames of shared/rpc/wire.ts, and dropped files. */
export const channel = 'tilsyn';

/** The origin of the page, and of nothing else. */
export const pageOrigin = 'app://bundle';

/** A file that was dropped on the page. Its path goes beside it, as an argument that only the preload can fill in. */
export interface DropFrame {
  readonly type: 'drop';
  readonly id: number;
}

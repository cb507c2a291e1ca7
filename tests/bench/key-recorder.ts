import type { Page } from '@playwright/test';

/** A key that no page listens to: its two frames are what a press takes when nothing has to be done. */
export const emptyKey = 'x';

export interface KeyRecorder {
  /** Presses the key; resolves with the milliseconds until what it changed is painted. */
  readonly press: (key: string) => Promise<number>;
  /** Milliseconds from the key press to the answer's being safely on disk, of every answer so far. */
  readonly saved: () => Promise<readonly number[]>;
}

/** Times keys inside the page itself. Call it before the page is loaded. */
export async function recordKeys(page: Page): Promise<KeyRecorder> {
  await page.addInitScript(record, emptyKey);
  return {
    press: async (key) => {
      await page.keyboard.press(key);
      return page.evaluate(() => (window as unknown as Recorded).recorded.painted);
    },
    saved: () => page.evaluate(() => (window as unknown as Recorded).recorded.saved),
  };
}

interface Recorded {
  readonly recorded: { painted: Promise<number>; readonly saved: number[] };
}

/**
 * Runs in the page. A press is painted two frames after the item in focus, or what is answered on it, has changed: the
 * first draws it, the second begins when it is drawn. The empty key changes nothing, so only the two frames are left.
 */
function record(empty: string): void {
  const recorded = { painted: Promise.resolve(0), saved: [] as number[] };
  const patience = 300;
  let pressed = 0;
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  const look = (): string => {
    const item = document.querySelector('[data-item]');
    const answers = item?.querySelectorAll('[aria-pressed]') ?? [];
    const standing = [...answers].map((answer) => answer.getAttribute('aria-pressed'));
    return [item?.getAttribute('data-item'), document.activeElement?.getAttribute('data-item'), ...standing].join(' ');
  };
  const painted = async (event: KeyboardEvent, before: string): Promise<number> => {
    let frames = 0;
    do {
      await frame();
      frames += 1;
    } while (event.key !== empty && look() === before && frames < patience);
    await frame();
    return frames < patience ? performance.now() - event.timeStamp : -1;
  };
  const onKey = (event: KeyboardEvent): void => {
    pressed = event.timeStamp;
    recorded.painted = painted(event, look());
  };
  window.addEventListener('keydown', onKey, { capture: true });

  const waiting = new Map<string, number>();
  class NotingSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      this.addEventListener('message', ({ data }) => {
        const id = /^\{"type":"result","id":(\d+)/u.exec(String(data))?.[1] ?? '';
        const since = waiting.get(id);
        if (since !== undefined) recorded.saved.push(performance.now() - since);
        waiting.delete(id);
      });
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const id = typeof data === 'string' ? /"id":(\d+),"name":"review\.answer"/u.exec(data)?.[1] : undefined;
      if (id !== undefined) waiting.set(id, pressed);
      super.send(data);
    }
  }
  window.WebSocket = NotingSocket;
  Object.assign(window, { recorded });
}

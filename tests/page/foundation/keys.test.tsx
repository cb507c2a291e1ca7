import { act, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { type KeyBinding, KeysProvider, useKeys } from '../../../renderer/hooks/use-keys.tsx';

function Bound({ bindings }: { bindings: readonly KeyBinding[] }) {
  useKeys(bindings);
  return null;
}

function binding(keys: string | readonly string[], part: Partial<KeyBinding> = {}) {
  const run = vi.fn<() => void>();
  return { keys, words: 'Gør noget', group: 'Test', ...part, run };
}

function show(bindings: readonly KeyBinding[], singleKeys = true) {
  return render(
    <KeysProvider singleKeys={singleKeys}>
      <Bound bindings={bindings} />
      <input aria-label="felt" />
      <button type="button">knap</button>
    </KeysProvider>,
  );
}

const press = (key: string, target: Element = document.body, more: object = {}) =>
  fireEvent.keyDown(target, { key, bubbles: true, ...more });

describe('useKeys', () => {
  it('runs a single letter only where nothing is typed', () => {
    const note = binding('n');
    show([note]);
    press('n', screen.getByLabelText('felt'));
    expect(note.run).not.toHaveBeenCalled();
    expect(press('n')).toBe(false);
    expect(note.run).toHaveBeenCalledOnce();
  });

  it('drops letters and digits when they are switched off, and nothing else', () => {
    const [letter, digit, arrow, help] = [binding('n'), binding('1'), binding('ArrowDown'), binding('F1')];
    show([letter, digit, arrow, help], false);
    for (const key of ['n', '1', 'ArrowDown', 'F1']) {
      press(key);
    }
    expect([letter, digit, arrow, help].map(({ run }) => run.mock.calls.length)).toEqual([0, 0, 1, 1]);
  });

  it('runs Ctrl combinations while typing, and leaves Enter to a button', () => {
    const [close, accept] = [binding('Ctrl+Enter'), binding('Enter')];
    show([close, accept]);
    press('Enter', screen.getByLabelText('felt'), { ctrlKey: true });
    press('Enter', screen.getByText('knap'));
    expect(close.run).toHaveBeenCalledOnce();
    expect(accept.run).not.toHaveBeenCalled();
  });

  it('does nothing behind an open dialog, and the newest binding wins', () => {
    const [older, newer] = [binding('j'), binding(['j', 'ArrowDown'])];
    render(
      <KeysProvider singleKeys>
        <Bound bindings={[older]} />
        <Bound bindings={[newer]} />
      </KeysProvider>,
    );
    press('j');
    expect([older.run.mock.calls.length, newer.run.mock.calls.length]).toEqual([0, 1]);
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog" aria-modal="true"></div>');
    press('j');
    expect(newer.run).toHaveBeenCalledOnce();
    document.querySelector('[role=dialog]')?.remove();
  });

  it('repeats only what is made to be held down, and stops with its component', () => {
    const [move, accept] = [binding('j', { repeats: true }), binding('a')];
    const { unmount } = show([move, accept]);
    press('j', document.body, { repeat: true });
    press('a', document.body, { repeat: true });
    expect([move.run.mock.calls.length, accept.run.mock.calls.length]).toEqual([1, 0]);
    act(() => unmount());
    press('j');
    expect(move.run).toHaveBeenCalledOnce();
  });
});

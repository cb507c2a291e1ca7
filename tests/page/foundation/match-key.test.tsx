import { describe, expect, it } from 'vitest';

import { belongsToElement, matchesKeys } from '../../../renderer/hooks/match-key.ts';

function press(key: string, held: { ctrl?: boolean; alt?: boolean; shift?: boolean; altGraph?: boolean } = {}) {
  return {
    key,
    ctrlKey: held.ctrl ?? false,
    altKey: held.alt ?? false,
    shiftKey: held.shift ?? false,
    metaKey: false,
    getModifierState: (name: string) => name === 'AltGraph' && held.altGraph === true,
  };
}

describe('matchesKeys', () => {
  it('matches a key with exactly its modifiers', () => {
    expect(matchesKeys(press('Enter', { ctrl: true }), 'Ctrl+Enter')).toBe(true);
    expect(matchesKeys(press('Enter'), 'Ctrl+Enter')).toBe(false);
    expect(matchesKeys(press('k', { ctrl: true }), 'k')).toBe(false);
    expect(matchesKeys(press('k', { ctrl: true, shift: true }), 'Ctrl+K')).toBe(false);
    expect(matchesKeys(press('z', { ctrl: true, shift: true }), 'Ctrl+Shift+Z')).toBe(true);
  });

  it('never matches AltGr, which a Danish keyboard sends as Ctrl+Alt', () => {
    expect(matchesKeys(press('2', { ctrl: true, alt: true }), 'Ctrl+2')).toBe(false);
    expect(matchesKeys(press('2', { ctrl: true, alt: true }), 'Alt+2')).toBe(false);
    expect(matchesKeys(press('e', { altGraph: true }), 'e')).toBe(false);
  });

  it('takes a letter with Caps Lock, but a shifted letter is another key', () => {
    expect(matchesKeys(press('J'), 'j')).toBe(true);
    expect(matchesKeys(press('J', { shift: true }), 'j')).toBe(false);
  });
});

describe('belongsToElement', () => {
  const within = (html: string, selector: string): Element => {
    document.body.innerHTML = html;
    return document.querySelector(selector)!;
  };

  it('leaves letters to the fields that take them', () => {
    expect(belongsToElement(within('<textarea></textarea>', 'textarea'), 'n')).toBe(true);
    expect(belongsToElement(within('<input type="checkbox">', 'input'), 'n')).toBe(false);
    expect(belongsToElement(within('<button></button>', 'button'), 'n')).toBe(false);
  });

  it('leaves Enter to buttons and arrows to lists', () => {
    expect(belongsToElement(within('<button></button>', 'button'), 'Enter')).toBe(true);
    expect(belongsToElement(within('<p></p>', 'p'), 'Enter')).toBe(false);
    expect(belongsToElement(within('<div role="listbox"><i></i></div>', 'i'), 'ArrowDown')).toBe(true);
    expect(belongsToElement(within('<button></button>', 'button'), 'ArrowDown')).toBe(false);
  });
});

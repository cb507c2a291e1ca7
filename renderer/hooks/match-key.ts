/** The keys of a binding, joined with plus: `j`, `ArrowDown`, `Ctrl+Enter`, `Alt+1`, `F1`. Never Ctrl with Alt. */
export type Keys = string;

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(name: string): boolean;
}

/** True when a keyboard event is exactly this binding. AltGr (Ctrl+Alt on a Danish keyboard) never matches. */
export function matchesKeys(event: Pressed, keys: Keys): boolean {
  if (event.getModifierState('AltGraph') || (event.ctrlKey && event.altKey)) {
    return false;
  }
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wanted = new Set(parts.slice(0, -1));
  const modified = wanted.has('Ctrl') === (event.ctrlKey || event.metaKey) && wanted.has('Alt') === event.altKey;
  const shift = wanted.has('Shift') === event.shiftKey || (key.length === 1 && !wanted.has('Shift') && !isLetter(key));
  return modified && shift && event.key.toLowerCase() === key.toLowerCase();
}

function isLetter(key: string): boolean {
  return key.toLowerCase() !== key.toUpperCase();
}

/** A key that also types a character; it works only where nothing is typed, and can be switched off. */
export function isSingleKey(keys: Keys): boolean {
  return keys.length === 1;
}

/** A key without Ctrl or Alt that a field, a list or a button may need for itself. */
export function isBareKey(keys: Keys): boolean {
  return !/^(Ctrl|Alt)\+/.test(keys) && !/^F\d+$/.test(keys);
}

const typing =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';
const takesArrows =
  '[role=listbox], [role=menu], [role=radiogroup], [role=tablist], [role=slider], [role=combobox], [role=option], [data-own-arrows]';
const takesEnter = 'button, a[href], summary, [role=button], [role=option], [role=menuitem], [role=tab]';

/** True when the focused element uses this bare key itself, so that no shortcut may take it. */
export function belongsToElement(target: EventTarget | null, keys: Keys): boolean {
  if (!(target instanceof Element)) {
    return false;
  }
  if (target.closest(typing) !== null) {
    return true;
  }
  if (keys === 'Enter' || keys === ' ') {
    return target.closest(takesEnter) !== null;
  }
  return /^(Arrow|Home|End|Page)/.test(keys) && target.closest(takesArrows) !== null;
}

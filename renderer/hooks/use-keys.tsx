import { createContext, type ReactNode, use, useEffect, useEffectEvent, useMemo, useState } from 'react';

import { belongsToElement, isBareKey, isSingleKey, type Keys, matchesKeys } from './match-key.ts';

/** One shortcut. `words` stands on the help sheet, under `group`. */
export interface KeyBinding {
  readonly keys: Keys | readonly Keys[];
  readonly words: string;
  readonly group: string;
  readonly run: () => void;
  /** False while the shortcut has nothing to do; it stays on the help sheet. */
  readonly enabled?: boolean;
  /** True: holding the key down repeats it (for moving along a list). */
  readonly repeats?: boolean;
  /** True: a field keeps the keys for itself, as for undoing what is typed in it. */
  readonly notInFields?: boolean;
  /** True: works also while a dialog is open. */
  readonly overDialogs?: boolean;
}

type Source = () => readonly KeyBinding[];

interface Registry {
  readonly register: (source: Source) => () => void;
  /** All bindings in force, for the help sheet. */
  readonly list: () => readonly KeyBinding[];
}

const KeysContext = createContext<Registry | null>(null);

function keysOf(binding: KeyBinding): readonly Keys[] {
  return typeof binding.keys === 'string' ? [binding.keys] : binding.keys;
}

function isModalOpen(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true]') !== null;
}

function findBinding(event: KeyboardEvent, bindings: readonly KeyBinding[], singleKeys: boolean) {
  return bindings.find(
    (binding) =>
      binding.enabled !== false &&
      (!event.repeat || binding.repeats === true) &&
      keysOf(binding).some(
        (keys) =>
          matchesKeys(event, keys) &&
          (singleKeys || !isSingleKey(keys)) &&
          !((isBareKey(keys) || binding.notInFields === true) && belongsToElement(event.target, keys)),
      ),
  );
}

/** One listener for the whole page. The newest registration wins; behind an open dialog only what works over it. */
export function KeysProvider({ singleKeys, children }: { singleKeys: boolean; children: ReactNode }) {
  const [sources] = useState(() => new Set<Source>());
  const registry = useMemo<Registry>(
    () => ({
      register: (source) => {
        sources.add(source);
        return () => sources.delete(source);
      },
      list: () => [...sources].flatMap((source) => source()),
    }),
    [sources],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) {
        return;
      }
      const modal = isModalOpen();
      const newestFirst = [...sources]
        .toReversed()
        .flatMap((source) => source())
        .filter(({ overDialogs = false }) => overDialogs || !modal);
      const binding = findBinding(event, newestFirst, singleKeys);
      if (binding !== undefined) {
        event.preventDefault();
        binding.run();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [sources, singleKeys]);

  return <KeysContext value={registry}>{children}</KeysContext>;
}

function useRegistry(): Registry {
  const registry = use(KeysContext);
  if (registry === null) {
    throw new Error('useKeys needs a KeysProvider');
  }
  return registry;
}

/** Shortcuts that are in force while the calling component is on the page; always run with its newest state. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const registry = useRegistry();
  const read = useEffectEvent(() => bindings);
  useEffect(() => registry.register(() => read()), [registry]);
}

/** Gives a function that lists the shortcuts in force. Call it from an event, never while rendering. */
export function useKeyList(): () => readonly KeyBinding[] {
  return useRegistry().list;
}

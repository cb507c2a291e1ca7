/** What the core announces without being asked. Events say "ask again"; they never carry state. */
export type AppEvent =
  | { readonly name: 'workspace-changed' }
  /** The person leaves the computer: the page saves what is being typed and locks, before the host does. */
  | { readonly name: 'leaving' }
  | { readonly name: 'stage-changed'; readonly stage: 'importing' | 'population' | 'sampling' | 'review' | 'report' }
  | { readonly name: 'save-state'; readonly state: 'saving' | 'saved' | 'failed'; readonly at: string };

export type Subscribe = (listener: (event: AppEvent) => void) => () => void;
export type Announce = (event: AppEvent) => void;

/** One publisher, any number of subscribers. */
export function createAnnouncer(): { readonly announce: Announce; readonly subscribe: Subscribe } {
  const listeners = new Set<(event: AppEvent) => void>();
  return {
    announce: (event) => {
      for (const listener of listeners) {
        listener(event);
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import { useCallback, useState } from 'react';

import { type CaseProgress, firstUnanswered } from './case-progress.ts';

export interface ItemPosition {
  readonly itemId: string;
  /** True once the reviewer has moved. */
  readonly moved: boolean;
  /** True while an action is written on the item. */
  readonly acting: boolean;
  readonly setActing: (acting: boolean) => void;
  readonly openItem: (itemId: string) => void;
  /** Along the items that are asked; `every`: also along those that are not relevant. Stops at the ends. */
  readonly move: (steps: 1 | -1, every?: boolean) => void;
}

/** The item in focus: the first unanswered one, then where the reviewer moves. */
export function useItemPosition(progress: CaseProgress): ItemPosition {
  const [place, setPlace] = useState({ itemId: firstUnanswered(progress), moved: false, acting: false });
  const openItem = useCallback((itemId: string) => setPlace({ itemId, moved: true, acting: false }), []);
  const setActing = useCallback((acting: boolean) => setPlace((now) => ({ ...now, acting })), []);
  const move = (steps: 1 | -1, every = false): void => {
    const here = progress.all.indexOf(place.itemId);
    const ahead = steps === 1 ? progress.all.slice(here + 1) : progress.all.slice(0, here).toReversed();
    openItem(ahead.find((id) => every || progress.asked.has(id)) ?? place.itemId);
  };
  return { ...place, setActing, openItem, move };
}

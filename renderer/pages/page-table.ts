import type { ComponentType } from 'react';

import type { PageName } from '../hooks/use-route.tsx';

/** The component of every page; the rail shows those that are here, in the order of `pageNames`. */
export const pageTable: Readonly<Partial<Record<PageName, ComponentType>>> = {};

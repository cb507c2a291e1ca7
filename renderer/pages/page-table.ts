import type { ComponentType } from 'react';

import type { PageName } from '../hooks/use-route.tsx';
import { ActionsPage } from './actions/actions-page.tsx';
import { ReportPage } from './report/report-page.tsx';
import { ReviewPage } from './review/review-page.tsx';
import { SamplingPage } from './sampling/sampling-page.tsx';

/** The component of every page; the rail shows those that are here, in the order of `pageNames`. */
export const pageTable: Readonly<Partial<Record<PageName, ComponentType>>> = {
  sampling: SamplingPage,
  review: ReviewPage,
  actions: ActionsPage,
  report: ReportPage,
};

import type { ComponentType } from 'react';

import type { PageName } from '../hooks/use-route.tsx';
import { ActionsPage } from './actions/actions-page.tsx';
import { CompilePage } from './compile/compile-page.tsx';
import { ExchangePage } from './exchange/exchange-page.tsx';
import { ImportingPage } from './importing/importing-page.tsx';
import { PopulationPage } from './population/population-page.tsx';
import { ReportPage } from './report/report-page.tsx';
import { ReviewPage } from './review/review-page.tsx';
import { SamplingPage } from './sampling/sampling-page.tsx';
import { SecurityPage } from './security/security-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import { StartPage } from './start/start-page.tsx';
import { TemplatesPage } from './templates/templates-page.tsx';

/** The component of every page. */
export const pageTable: Readonly<Record<PageName, ComponentType>> = {
  start: StartPage,
  importing: ImportingPage,
  population: PopulationPage,
  sampling: SamplingPage,
  review: ReviewPage,
  actions: ActionsPage,
  exchange: ExchangePage,
  compile: CompilePage,
  report: ReportPage,
  security: SecurityPage,
  settings: SettingsPage,
  templates: TemplatesPage,
};

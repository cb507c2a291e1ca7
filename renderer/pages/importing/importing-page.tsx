import { Page } from '../../components/page.tsx';
import { pageTitles } from '../../words/common.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { EarlierPanel } from './earlier-panel.tsx';
import { FileStep } from './file-step.tsx';
import { MappingsPanel } from './mappings-panel.tsx';
import { useImportFlow } from './use-import-flow.ts';

/** Did it read my file right? Four steps on one page, and the imports made before. */
export function ImportingPage() {
  const flow = useImportFlow();
  return (
    <Page title={pageTitles.importing}>
      <FileStep flow={flow} />
      <ColumnsStep flow={flow} />
      <CheckStep flow={flow} />
      <DoneStep flow={flow} />
      <EarlierPanel current={flow.summary?.importId} />
      <MappingsPanel />
    </Page>
  );
}

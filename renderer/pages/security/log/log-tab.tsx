import { LogCheck } from './log-check.tsx';
import { LogPanel } from './log-panel.tsx';

/** Who did what: the check first, then the lines. */
export function LogTab() {
  return (
    <>
      <LogCheck />
      <LogPanel />
    </>
  );
}

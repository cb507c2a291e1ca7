import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';

import { Page } from '../../components/page.tsx';
import { useRoute } from '../../hooks/use-route.tsx';
import { pageTitles } from '../../words/common.ts';
import { compileWords } from '../../words/compile.ts';
import { CourseView } from '../course/course-view.tsx';
import { PracticeView } from '../good-practice/practice-view.tsx';
import { YearView } from '../year/year-view.tsx';
import { MatrixView } from './matrix-view.tsx';

const parts = {
  matrix: MatrixView,
  year: YearView,
  course: CourseView,
  practice: PracticeView,
} as const satisfies Readonly<Record<keyof typeof compileWords.tabs, ComponentType>>;
type Part = keyof typeof parts;

function isPart(value: string | null | undefined): value is Part {
  return value !== null && value !== undefined && Object.hasOwn(parts, value);
}

/** Samlet: what all rounds and units say together, the year, the course of two years, and good practice. */
export function CompilePage() {
  const { route, go } = useRoute();
  const wanted = route.params['part'];
  const part: Part = isPart(wanted) ? wanted : 'matrix';
  const Shown = parts[part];
  return (
    <Page title={pageTitles.compile}>
      <Tabs
        value={part}
        onChange={(next) => {
          if (isPart(next)) go('compile', { ...route.params, part: next });
        }}
        keepMounted={false}
      >
        <Tabs.List aria-label={compileWords.tabsLabel}>
          {Object.entries(compileWords.tabs).map(([value, label]) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part}>
          <Shown />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

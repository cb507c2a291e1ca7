/** Where a wrong sign costs most. */
export interface MutationArea {
  /** What is changed, one small mistake at a time. */
  readonly mutate: readonly string[];
  /** The tests that are to notice. */
  readonly tests: readonly string[];
}

const store = 'electron/core/store';

export const mutationAreas: Readonly<Record<string, MutationArea>> = {
  // Not coverage.test.ts: it simulates for half a minute what the vectors of the others say exactly.
  statistics: { mutate: ['shared/domain/statistics/*.ts'], tests: ['tests/unit/statistics/!(coverage).test.ts'] },
  calendar: {
    mutate: ['shared/domain/calendar/{local-date,working-days,danish-time,parse-date}.ts'],
    tests: ['tests/unit/calendar/*.test.ts'],
  },
  'date-rules': {
    mutate: ['shared/domain/review/rules/*.ts'],
    tests: [
      'tests/unit/review/{*-rules,evaluate-rule}.test.ts',
      'tests/unit/review/rules/*.test.ts',
      'tests/unit/population/deadlines.test.ts',
    ],
  },
  // plan-errors reads the sources themselves; uniformity draws for half a minute.
  sampling: {
    mutate: [
      'shared/domain/sampling/{allocate,draw-sample,enlarge-sample,frame,next-case,planner,replace-case,systematic,targeted-part,targeted-rules,ticket,verify-draw}.ts',
    ],
    tests: ['tests/unit/sampling/!(same-in-chromium|plan-errors|uniformity).test.ts'],
  },
  // Only tests of the modules themselves, with files in memory: those of the whole store take minutes.
  envelope: {
    mutate: [`${store}/{envelope,envelope-header,key-slots,wrapped-key}.ts`],
    tests: ['tests/core/store/{envelope-edges,key-slots}.test.ts'],
  },
  save: {
    mutate: [`${store}/{save-file,save-turn}.ts`],
    tests: ['tests/core/store/{save-file,save-turn,write-pieces}.test.ts'],
  },
  journal: {
    mutate: [`${store}/{journal-file,journal-format,journal-record,journal-writer,read-journal}.ts`],
    tests: ['tests/core/store/journal-{file,format,record,writer}.test.ts'],
  },
};

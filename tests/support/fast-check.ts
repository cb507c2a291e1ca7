import fc from 'fast-check';

/**
 * The same examples on every run, so that what is tested depends on the code alone and a failure belongs to the change
 * that made it. `npm run reliability` looks further: `TILSYN_PROPERTY_SEED=random` begins elsewhere each time, and
 * `TILSYN_PROPERTY_RUNS` says how many examples a property tries that names no number itself.
 */
const { TILSYN_PROPERTY_SEED: seed = '20260101', TILSYN_PROPERTY_RUNS: runs = '100' } = process.env;

fc.configureGlobal({
  seed: seed === 'random' ? Date.now() % 2 ** 31 : Number(seed),
  numRuns: Number(runs),
  // What mutation testing set before it loaded the tests.
  ...fc.readConfigureGlobal(),
});

export { fc };

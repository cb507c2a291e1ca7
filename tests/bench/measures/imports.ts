import { benchApplication, noCall } from '../application.ts';
import { exampleCsv, exampleXlsx } from '../files.ts';
import { floorCells, floorXlsx } from '../floor.ts';
import { row, runs, sideBySide } from '../timing.ts';

/** File to ready, encrypted population, against the floor: unzip and tokenise, or decode and split lines and cells. */
export async function measureImports(): Promise<void> {
  row('import', 'ms', 'floor ms', 'x floor');
  for (const cases of [2_000, 20_000]) {
    const [csv, xlsx] = [exampleCsv(cases), await exampleXlsx(cases)];
    for (const [name, bytes, floor] of [
      ['udtræk.csv', csv, async () => floorCells(csv)],
      ['udtræk.xlsx', xlsx, () => floorXlsx(xlsx)],
    ] as const) {
      const { application, files, close } = await benchApplication();
      files.set(name, bytes);
      const file = { ref: name, name };
      const run = () => application['importing.run']({ file, mapping: null }, noCall);
      await run();
      const times = await sideBySide(runs, run, floor);
      row(`  ${cases} cases, ${name.split('.')[1]}`, times.work, times.floor, times.work / times.floor);
      await close();
    }
  }
}

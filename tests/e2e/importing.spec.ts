import { ImportingPage } from './pages/importing.ts';
import { Program } from './pages/program.ts';
import { expect, test } from './support/start-host.ts';

test.use({ begins: { population: 'none' } });

const asFile = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

test('an export whose columns are named otherwise is mapped by hand', async ({ page }) => {
  const program = new Program(page);
  await program.goTo('Udtræk');
  const importing = new ImportingPage(page);
  await importing.choose(asFile('liste.csv', 'Nøgle;Hvem;Enhedens navn\nA-1;Rosa Riis;Nord\nA-2;Bo Holm;Syd\n'));
  await importing.mapColumn('Nøgle', 'Sagsnummer');
  await importing.mapColumn('Hvem', 'Rådgiver');
  await importing.mapColumn('Enhedens navn', 'Team');
  await importing.read();
  await importing.isRead('2 sager');
  await program.goTo('Sager');
  await expect(page.getByText('Rosa Riis').first()).toBeVisible();
});

test('a file that is no export says what is wrong, and leaves the workspace as it was', async ({ page }) => {
  const program = new Program(page);
  const oldExcel = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)]);
  for (const [name, content, words] of [
    ['rapport.pdf', '%PDF-1.7\n%âãÏÓ', /PDF/u],
    ['gammel.xls', oldExcel, /Excel/u],
    ['tom.csv', '', /tom/u],
    ['noter.csv', 'Emne;Bemærkning\nMøde;Husk kaffe\n', /sagsnummer/iu],
  ] as const) {
    await test.step(name, async () => {
      await program.goTo('Udtræk');
      await new ImportingPage(page).choose(asFile(name, content));
      await expect(page.getByRole('main').getByText(words).first()).toBeVisible();
      await program.goTo('Overblik');
      await expect(page.getByRole('button', { name: 'Prøv med eksempeldata' })).toBeVisible();
    });
  }
});

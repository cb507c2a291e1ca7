import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A weight of Source Sans 3: the file with the western letters, then the one with the rest of the Latin ones. */
export type FontWeight = 400 | 600;
export const fontAlphabets = ['latin', 'latin-ext'] as const;

/** In a bundle the resources lie beside the bundle; in the sources they lie in the project. */
function fontFolder(): string {
  const beside = fileURLToPath(new URL('resources/fonts/', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../../../resources/fonts/', import.meta.url));
}

/** The name of a font inside the document. */
export function fontName(alphabet: string, weight: FontWeight): string {
  return `${alphabet}-${weight}`;
}

/** The four font files (SIL Open Font License, beside them), by their names inside the document. */
export async function readFonts(): Promise<ReadonlyMap<string, Buffer>> {
  const folder = fontFolder();
  const names = fontAlphabets.flatMap((alphabet) => ([400, 600] as const).map((weight) => fontName(alphabet, weight)));
  const files = await Promise.all(names.map((name) => readFile(`${folder}source-sans-3-${name}.woff`)));
  return new Map(names.map((name, index) => [name, files[index] ?? Buffer.alloc(0)]));
}

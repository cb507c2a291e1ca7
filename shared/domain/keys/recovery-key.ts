/** Digits and letters without I, L, O and U (Crockford): nothing on paper is taken for another, and no word appears. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const keyBytes = 16;
/** 128 bits in fives, and two bits of zero. */
const dataLength = 26;
const length = dataLength + 2;
const groupLength = 4;

/** Powers of the element 2 in the field of 32 elements, by x^5 + x^2 + 1; 31 of them, then around again. */
const powers: readonly number[] = Array.from({ length: 31 }).reduce<number[]>((known) => {
  const next = (known.at(-1) ?? 0) << 1;
  return known.length === 0 ? [1] : [...known, next > 31 ? next ^ 0b100101 : next];
}, []);
const logarithms = new Map(powers.map((power, index) => [power, index]));

function times(a: number, power: number): number {
  const logarithm = logarithms.get(a);
  return logarithm === undefined ? 0 : at(powers, (logarithm + power) % 31);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

/** The sum of each symbol times 2^(position * step). Both sums of a whole key are zero. */
function sumOf(symbols: readonly number[], step: 1 | 2): number {
  return symbols.reduce((sum, symbol, position) => sum ^ times(symbol, (position * step) % 31), 0);
}

/**
 * The printed form of 16 random bytes: seven groups of four, the last two characters being check digits (a Reed-Solomon
 * code over 32 elements): any two wrong characters are found, so also two that changed places.
 */
export function writeRecoveryKey(bytes: Uint8Array): string {
  if (bytes.length !== keyBytes) throw new RangeError(`A recovery key has ${keyBytes} bytes`);
  const data = toFives(bytes);
  const symbols = [...data, ...checkDigits(data)].map((symbol) => alphabet.charAt(symbol));
  const groups = Array.from({ length: length / groupLength }, (_, index) =>
    symbols.slice(index * groupLength, (index + 1) * groupLength).join(''),
  );
  return groups.join('-');
}

/** The two symbols with which both sums become zero; there is exactly one such pair. */
function checkDigits(data: readonly number[]): readonly [number, number] {
  for (let first = 0; first < 32; first += 1) {
    const second = divided(sumOf([...data, first], 1), dataLength + 1);
    if (sumOf([...data, first, second], 2) === 0) return [first, second];
  }
  throw new Error('Two check digits solve two equations');
}

function divided(a: number, power: number): number {
  return times(a, 31 - (power % 31));
}

function toFives(bytes: Uint8Array): readonly number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('') + '00';
  return Array.from({ length: dataLength }, (_, index) => Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2));
}

/** What is wrong with a typed key. `group` counts from 1; 0: it is not known where. */
export interface RecoveryKeyError {
  readonly reason: 'length' | 'letter' | 'typing';
  readonly group: number;
}

/**
 * The 16 bytes of a typed key, or what is wrong with it. Case, blanks, hyphens and dots are not looked at; O counts as
 * 0, and I and L as 1. `typing`: the check digits do not fit; `group` is where one wrong character would be.
 */
export function readRecoveryKey(typed: string): Uint8Array | RecoveryKeyError {
  const characters = Array.from(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[\s.\-‐-―−_]/gu, ''),
  );
  const symbols = characters.map((character) => alphabet.indexOf(misread[character] ?? character));
  const unknown = symbols.indexOf(-1);
  if (unknown !== -1) return { reason: 'letter', group: groupAt(unknown) };
  if (symbols.length !== length) return { reason: 'length', group: 0 };
  const [first, second] = [sumOf(symbols, 1), sumOf(symbols, 2)];
  if (first !== 0 || second !== 0) return { reason: 'typing', group: wrongGroup(first, second) };
  const bits = symbols
    .slice(0, dataLength)
    .map((symbol) => symbol.toString(2).padStart(5, '0'))
    .join('');
  if (!bits.endsWith('00')) return { reason: 'typing', group: 0 };
  return Uint8Array.from({ length: keyBytes }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2));
}

/** One wrong symbol makes the sums e * 2^p and e * 2^2p, so their quotient says where it stands. */
function wrongGroup(first: number, second: number): number {
  const [a, b] = [logarithms.get(first), logarithms.get(second)];
  if (a === undefined || b === undefined) return 0;
  const position = (b - a + 31) % 31;
  return position < length ? groupAt(position) : 0;
}

function groupAt(position: number): number {
  return Math.floor(position / groupLength) + 1;
}

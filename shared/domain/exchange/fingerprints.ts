import type { DrawRecord } from '../sampling/draw-record.ts';

/** Below so many cases somebody could try all case numbers against a fingerprint. */
const fewestFingerprinted = 20;

type Fingerprints = Pick<DrawRecord, 'populationFingerprint' | 'frames'>;

/** The fingerprints of a record that may be told: those of lists that are too long for their cases to be guessed. */
export function tellableFingerprints({
  populationSize,
  populationFingerprint,
  frames,
}: Fingerprints & Pick<DrawRecord, 'populationSize'>): Fingerprints {
  return {
    populationFingerprint: populationSize < fewestFingerprinted ? '' : populationFingerprint,
    frames: frames.filter(({ size }) => size >= fewestFingerprinted),
  };
}

/**
 * How a writer uses the three particles, from all of a document: who writes 的 for 地 once does it again, and who never
 * did has probably meant what stands there. A confusion matrix with a prior, found by expectation–maximisation (Dawid and
 * Skene 1979) over what the context says of each place.
 */
import { OUTCOMES, PARTICLES, type Particle, type ParticleReading, type Particles } from './particles.ts';

/**
 * Uses that every writer is credited with before anything is read: by what belongs there (rows), what is written. Of
 * those who write reports many put 的 for 地 and 得; hardly anybody does the reverse.
 */
const PRIOR: readonly (readonly [number, number, number])[] = [
  [50, 0.3, 0.1],
  [1, 1.5, 0.1],
  [0.8, 0.1, 1.5],
];
const ROUNDS = 4;

/** How likely the writer is to write each particle (columns) where another belongs (rows). */
export type ParticleHabit = readonly (readonly number[])[];

/** The habit that a document shows. Linear in its readings. */
export function particleHabit(document: readonly Particles[]): ParticleHabit {
  let habit = normalised(PRIOR);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = PRIOR.map((row) => [...row]);
    for (const { readings, plain } of document) {
      counts[OUTCOMES.attribute]![OUTCOMES.attribute]! += plain;
      for (const reading of readings) {
        const column = PARTICLES.indexOf(reading.written);
        posterior(reading, habit).forEach((share, row) => {
          counts[row]![column]! += share;
        });
      }
    }
    habit = normalised(counts);
  }
  return habit;
}

const normalised = (counts: readonly (readonly number[])[]): ParticleHabit =>
  counts.map((row) => {
    const sum = row.reduce((total, count) => total + count, 0);
    return row.map((count) => count / sum);
  });

/** @returns the probability that each of PARTICLES belongs there, by the context and by what this writer wrote */
function posterior({ written, probabilities }: ParticleReading, habit: ParticleHabit): readonly number[] {
  const column = PARTICLES.indexOf(written);
  const joint = probabilities.map((probability, row) => probability * habit[row]![column]!);
  const sum = joint.reduce((total, share) => total + share, 0);
  return joint.map((share) => share / sum);
}

/** The particle that most probably belongs at a place, with its probability. */
export function rightParticle(
  reading: ParticleReading,
  habit: ParticleHabit,
): { right: Particle; probability: number } {
  const shares = posterior(reading, habit);
  const best = shares.indexOf(Math.max(...shares));
  return { right: PARTICLES[best]!, probability: shares[best]! };
}

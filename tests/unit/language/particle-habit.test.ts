import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { particleHabit, rightParticle } from '../../../lib/language/particle-habit.ts';
import type { Particle, ParticleReading, Particles } from '../../../lib/language/particles.ts';

/** A place where 地 belongs with that probability, and 的 else. */
const place = (written: Particle, adverbial: number): ParticleReading => ({
  at: 0,
  written,
  probabilities: [1 - adverbial, adverbial, 1e-6],
  phrase: [0, 1],
});
const documentOf = (...readings: ParticleReading[]): Particles[] => [{ readings, plain: 20 }];
const repeated = (count: number, reading: ParticleReading) => Array.from({ length: count }, () => reading);

describe('how a writer uses the particles', () => {
  const doubt = place('的', 0.75);

  it('is doubted more where the same mistake is plain elsewhere', () => {
    const careless = particleHabit(documentOf(...repeated(4, place('的', 0.999)), doubt));
    const careful = particleHabit(documentOf(...repeated(8, place('地', 0.999)), doubt));
    expect(rightParticle(doubt, careless)).toMatchObject({ right: '地' });
    expect(rightParticle(doubt, careful)).toMatchObject({ right: '的' });
  });

  it('is doubted everywhere where the context leaves no doubt', () => {
    const careful = particleHabit(documentOf(...repeated(8, place('地', 0.999))));
    expect(rightParticle(place('的', 0.99999), careful).right).toBe('地');
  });

  it('knows nothing of an empty document but what all writers do', () => {
    const habit = particleHabit([]);
    expect(rightParticle(place('的', 0.5), habit).right).toBe('的');
    expect(rightParticle(place('地', 0.5), habit).right).toBe('地');
  });

  it('is a probability whatever is read', () => {
    const share = fc.double({ min: -80, max: 0, noNaN: true }).map(Math.exp);
    const readings = fc.array(
      fc.record({ written: fc.constantFrom<Particle>('的', '地', '得'), shares: fc.tuple(share, share, share) }),
    );
    fc.assert(
      fc.property(readings, fc.nat(1000), (places, plain) => {
        const all = places.map(
          ({ written, shares }): ParticleReading => ({ at: 0, written, probabilities: shares, phrase: [0, 1] }),
        );
        const habit = particleHabit([{ readings: all, plain }]);
        for (const row of habit) expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        for (const reading of all) {
          const { probability } = rightParticle(reading, habit);
          expect(probability).toBeGreaterThan(0.24);
          expect(probability).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

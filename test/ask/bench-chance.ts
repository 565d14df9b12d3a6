// Chance that comes out the same each time: the benchmark's ledger must not differ between two runs.

/** Draws that follow from a seed alone. */
export type Chance = {
  /** A number from 0 up to, but not with, `below`. */
  number(below: number): number;
  /** Whether something happens that happens in this share of all cases, 0…1. */
  happens(share: number): boolean;
  oneOf<T>(all: readonly T[]): T;
};

/** Draws from a linear congruential generator (Numerical Recipes' constants). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const share = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const number = (below: number): number => Math.floor(share() * below);
  return { number, happens: (of) => share() < of, oneOf: (all) => all[number(all.length)]! };
}

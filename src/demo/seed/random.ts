/** A stream of pseudo-random choices; the same name always gives the same ones. */
export type Random = {
  /** From 0, included, to 1, not included. */
  next: () => number
  /** A whole number from `min` to `max`, both included. */
  int: (min: number, max: number) => number
  pick: <T>(list: readonly T[]) => T
  /** True in `percent` of a hundred cases. */
  chance: (percent: number) => boolean
  /** A stream of its own: what is drawn from it changes nothing here. */
  fork: (name: string) => Random
}

// FNV-1a, 32 bits.
const hashOf = (text: string): number =>
  [...text].reduce((hash, character) => {
    const mixed = hash ^ (character.codePointAt(0) ?? 0)
    return Math.imul(mixed, 16_777_619) >>> 0
  }, 2_166_136_261)

/** Generator of the mulberry32 kind: 32 bits of state, good enough for names and times. */
export const randomFrom = (seed: string): Random => {
  let state = hashOf(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    pick: (list) => {
      const chosen = list[int(0, list.length - 1)]
      if (chosen === undefined) throw new RangeError('There is nothing to choose from.')
      return chosen
    },
    chance: (percent) => next() * 100 < percent,
    fork: (name) => randomFrom(`${seed}/${name}`),
  }
}

import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** PBKDF2 takes any length; a limit keeps the check of a password quick. */
const longest = 200
// zxcvbn's scale: 3 withstands a slow attack on a stolen hash (10^8 guesses and more).
const enough = 3
// What must be left of a password without the words of its own practice and person.
const leftOver = 10

let estimator: Promise<ZxcvbnFactory> | null = null

// Some 40,000 passwords from breaches and the commonest English words and names, in the package: nothing
// is asked of anybody. Loaded when the first password is chosen.
const load = async (): Promise<ZxcvbnFactory> => {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  })
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

const partsOf = (words: readonly string[]): string[] => {
  const parts = words.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return [...new Set(parts)].filter((part) => part.length >= 3)
}

/** What is left of a password once these words are out of it. */
const without = (password: string, parts: readonly string[]): string =>
  [...parts]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, part) => rest.replaceAll(part, ''), plain(password))

type Demands = {
  shortest: number
  /** Names and addresses of the person and the practice. */
  words: readonly string[]
}

/**
 * Why a password may not be used, as a sentence; null when it may. Length, passwords known from breaches
 * and words that are easy to guess; no mixture of kinds of characters (NIST SP 800-63B-4, 3.1.1.2).
 */
export const passwordProblem = async (
  password: unknown,
  { shortest, words }: Demands,
): Promise<string | null> => {
  if (typeof password !== 'string' || [...password].length < shortest)
    return `Choose a password of at least ${shortest} characters. A short sentence works well.`
  if (password.length > longest) return `Choose a password of at most ${longest} characters.`
  const parts = partsOf(words)
  if (without(password, parts).length < leftOver)
    return 'Your own name, your address and the name of the practice are the first that somebody tries. Use other words.'
  estimator ??= load()
  const { score } = (await estimator).check(password, parts)
  return score < enough
    ? 'This password is too easy to guess: it is on the lists that are tried first. Add another word or two.'
    : null
}

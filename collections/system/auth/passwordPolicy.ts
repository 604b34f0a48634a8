import { Refusal } from '@/src/lib/errors'

const shortest = 12
const longest = 200
// The longer breached-word list comes with second factors; these are refused whatever their length.
const tooCommon = ['password', '123456', 'qwerty', 'letmein', 'welcome', 'therapy']

/** Length and obvious words; NIST 800-63B asks for no mixture of character kinds. */
export const checkPasswordPolicy = (password: unknown): string => {
  if (typeof password !== 'string' || password.length < shortest) {
    throw new Refusal('invalid', [
      {
        path: 'password',
        message: `Choose a password of at least ${shortest} characters. A short sentence works well.`,
      },
    ])
  }
  if (password.length > longest) {
    throw new Refusal('invalid', [
      { path: 'password', message: `Choose a password of at most ${longest} characters.` },
    ])
  }
  const plain = password.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  if (new Set(plain).size < 5 || tooCommon.some((word) => plain.replaceAll(word, '').length < 4)) {
    throw new Refusal('invalid', [
      { path: 'password', message: 'This password is too easy to guess. Add another word or two.' },
    ])
  }
  return password
}

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  pbkdf2,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)
const ivBytes = 12
const tagBytes = 16

// A question to the system for every token takes 24 µs; each byte of the supply is handed out once.
const supplyBytes = 4096
let supply = Buffer.alloc(0)

export const randomToken = (bytes = 32): string => {
  if (supply.length < bytes) supply = randomBytes(Math.max(supplyBytes, bytes))
  const taken = supply.subarray(0, bytes)
  supply = supply.subarray(bytes)
  const token = taken.toString('base64url')
  taken.fill(0)
  return token
}

export const sha256 = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex')

export const hmac = (key: Uint8Array | string, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex')

export const isSameSecret = (left: string, right: string): boolean => {
  const a = Buffer.from(sha256(left))
  const b = Buffer.from(sha256(right))
  return timingSafeEqual(a, b)
}

/** AES-256-GCM; answers iv, ciphertext and tag. `aad` binds what is sealed to its place. */
export const sealBytes = (key: Uint8Array, body: Uint8Array, aad: string): Buffer => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(aad))
  return Buffer.concat([iv, cipher.update(body), cipher.final(), cipher.getAuthTag()])
}

/** The opposite of `sealBytes`. Throws when the bytes were altered or belong to another place. */
export const unsealBytes = (key: Uint8Array, sealed: Uint8Array, aad: string): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes))
  decipher.setAAD(Buffer.from(aad))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  return Buffer.concat([
    decipher.update(sealed.subarray(ivBytes, sealed.length - tagBytes)),
    decipher.final(),
  ])
}

/** `sealBytes` as base64url text. */
export const seal = (key: Uint8Array, text: string | Uint8Array, aad: string): string =>
  sealBytes(key, typeof text === 'string' ? Buffer.from(text, 'utf8') : text, aad).toString(
    'base64url',
  )

/** The opposite of `seal`. Throws when the text was altered or belongs to another place. */
export const unseal = (key: Uint8Array, sealed: string, aad: string): Buffer =>
  unsealBytes(key, Buffer.from(sealed, 'base64url'), aad)

// OWASP password storage guidance for PBKDF2-HMAC-SHA256.
const passwordRounds = 600_000

/** `pbkdf2$rounds$salt$hash`; costs about 150 ms on purpose. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomToken(16)
  const hash = await derive(password, salt, passwordRounds, 32, 'sha256')
  return `pbkdf2$${passwordRounds}$${salt}$${hash.toString('base64url')}`
}

// Compared against when there is no such account, so that both answers take the same time.
const nobody = `pbkdf2$${passwordRounds}$none$${randomToken()}`

export const isPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const [, rounds, salt, hash] = (stored ?? nobody).split('$')
  const given = await derive(password, salt ?? '', Number(rounds), 32, 'sha256')
  const matches = isSameSecret(given.toString('base64url'), hash ?? '')
  return matches && stored !== null
}

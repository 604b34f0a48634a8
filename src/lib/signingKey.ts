import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from './env'
import { globalState } from './globalState'

export const signingKeyFile = 'audit-signing.key'
const publicFile = 'audit-signing.pub'

type Pair = { privateKey: KeyObject; publicKey: KeyObject }

const state = globalState('audit-signing-key', () => ({ pair: null as Pair | null }))

const makeFiles = (): void => {
  const { privateKey } = generateKeyPairSync('ed25519')
  mkdirSync(env.KEY_DIR, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(
      join(env.KEY_DIR, signingKeyFile),
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
      { mode: 0o600, flag: 'wx' },
    )
  } catch (error) {
    // Another server on the same folder was first: its key counts.
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
}

const readPair = (): Pair => {
  const file = join(env.KEY_DIR, signingKeyFile)
  if (!existsSync(file)) makeFiles()
  const privateKey = createPrivateKey(readFileSync(file))
  const publicKey = createPublicKey(privateKey)
  const shown = join(env.KEY_DIR, publicFile)
  // For whoever checks the checkpoints elsewhere.
  if (!existsSync(shown))
    writeFileSync(shown, publicKey.export({ type: 'spki', format: 'pem' }), { mode: 0o644 })
  return { privateKey, publicKey }
}

/** Ed25519, apart from the key that marks the events: who holds one cannot forge the other. */
const pairOf = (): Pair => {
  state.pair ??= readPair()
  return state.pair
}

/** Signature of a text in base64url. */
export const signText = (text: string): string =>
  sign(null, Buffer.from(text), pairOf().privateKey).toString('base64url')

/** False for anything that this practice's key did not sign. */
export const isSignedText = (text: string, signature: string): boolean => {
  try {
    return verify(null, Buffer.from(text), pairOf().publicKey, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

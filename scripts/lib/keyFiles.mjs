import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const rings = ['general', 'psychotherapy', 'audit']

const randomKey = () => randomBytes(32).toString('base64')

const signingKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })

const keys = [
  ...rings.map((ring) => [`${ring}.key`, randomKey]),
  // Signs the checkpoints of the access log; apart from the key that marks its events.
  ['audit-signing.key', signingKey],
]

/** Something for PAYLOAD_SECRET. */
export const randomSecret = () => randomBytes(32).toString('hex')

/** Makes the key files that are not in the folder yet; answers each with whether it is new. */
export const makeKeyFiles = (folder) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return keys.map(([name, make]) => {
    const file = join(resolve(folder), name)
    if (existsSync(file)) return { file, isNew: false }
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx' })
    return { file, isNew: true }
  })
}

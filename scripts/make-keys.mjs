#!/usr/bin/env node
// npm run keys -- <folder>: the key files of a new practice, made once, before the first start of several
// servers. Without them nobody can ever read the confidential text again: back them up, apart from the
// database. Never overwrites a key.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { main, PlainError, say } from './lib/say.mjs'

const rings = ['general', 'psychotherapy', 'audit']

const randomKey = () => randomBytes(32).toString('base64')

const signingKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })

const keys = [
  ...rings.map((ring) => [`${ring}.key`, randomKey]),
  // Signs the checkpoints of the access log; apart from the key that marks its events.
  ['audit-signing.key', signingKey],
]

await main(() => {
  const [folder] = process.argv.slice(2)
  if (!folder) throw new PlainError('Say where: npm run keys -- ./keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const [name, make] of keys) {
    const file = join(resolve(folder), name)
    if (existsSync(file)) {
      say(`${file} is there already and stays as it is.`)
      continue
    }
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx' })
    say(`${file} made.`)
  }
  say(`PAYLOAD_SECRET=${randomBytes(32).toString('hex')}   (a fresh one, if you need it for .env)`)
  return 0
})

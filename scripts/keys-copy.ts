// npm run keys:copy -- <folder>: copies the key files to a second safe place, such as a stick that goes into
// the safe, and prints the fingerprint of what lies there. Typed into the guided start it proves the copy.
import { resolve } from 'node:path'
import { loadEnv } from 'payload/node'
import { main, PlainError, say } from './lib/say.mjs'

await main(async () => {
  loadEnv()
  const [folder] = process.argv.slice(2)
  if (!folder) throw new PlainError('Say where: npm run keys:copy -- /media/stick/keys')
  const { env } = await import('@/src/lib/env')
  const { copyKeys, keyFingerprint } = await import('@/src/lib/keyCopy')
  const present = await keyFingerprint(env.KEY_DIR)
  if (!present)
    throw new PlainError(
      `There is no key file in ${resolve(env.KEY_DIR)}. Run npm run setup first.`,
    )
  if (resolve(folder) === resolve(env.KEY_DIR))
    throw new PlainError('The keys lie in this folder already. Name one in another place.')
  const copied = await copyKeys(env.KEY_DIR, folder)
  if (copied !== present)
    throw new PlainError(
      `${resolve(folder)} holds other key files besides. Copy into an empty folder.`,
    )
  say(
    `The keys lie in ${resolve(folder)}, too. Whoever has them and the database can read everything.`,
  )
  say(`Fingerprint of the copy: ${copied}`)
  return 0
})
process.exit()

#!/usr/bin/env node
// npm run keys -- <folder>: the key files of a new practice, made once, before the first start of several
// servers (npm run setup makes them on one). Without them nobody can ever read the confidential text
// again: back them up, apart from the database. Never overwrites a key.
import { makeKeyFiles, randomSecret } from './lib/keyFiles.mjs'
import { main, PlainError, say } from './lib/say.mjs'

await main(() => {
  const [folder] = process.argv.slice(2)
  if (!folder) throw new PlainError('Say where: npm run keys -- ./keys')
  for (const { file, isNew } of makeKeyFiles(folder))
    say(isNew ? `${file} made.` : `${file} is there already and stays as it is.`)
  say(`PAYLOAD_SECRET=${randomSecret()}   (a fresh one, if you need it for .env)`)
  return 0
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type Tally = {
  requests: number
  principals?: readonly string[]
  collections?: readonly string[]
  doors?: readonly string[]
  mutants?: { made: number; killed: number; of: number }
}

/** Where each part of the suite leaves its figures; scripts/security.mjs makes the page of them. */
export const tallyFolder = resolve('.cache', 'security')

export const noteTally = (part: string, tally: Tally): void => {
  mkdirSync(tallyFolder, { recursive: true })
  writeFileSync(join(tallyFolder, `${part.replaceAll(' ', '-')}.json`), JSON.stringify(tally))
}

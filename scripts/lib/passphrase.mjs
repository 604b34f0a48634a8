import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { PlainError } from './say.mjs'

/** The value after an option of the command line, or null. */
export const optionValue = (name) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? null : (process.argv[at + 1] ?? null)
}

const ask = (question) =>
  new Promise((resolve) => {
    const line = createInterface({ input: process.stdin, output: process.stdout, terminal: true })
    line.question(question, (answer) => {
      line.close()
      process.stdout.write('\n')
      resolve(answer)
    })
    // What is typed stays off the screen.
    line._writeToOutput = () => {}
  })

/**
 * The passphrase of a backup: from the file that --passphrase-file names, from BACKUP_PASSPHRASE, or
 * typed at the terminal (twice when `isNew`). Never from the command line, which others can read.
 */
export const readPassphrase = async ({ isNew }) => {
  const file = optionValue('--passphrase-file')
  if (file) {
    if (!existsSync(file)) throw new PlainError(`There is no passphrase file ${file}.`)
    return readFileSync(file, 'utf8').trim()
  }
  const given = process.env['BACKUP_PASSPHRASE']
  if (given) return given
  if (!process.stdin.isTTY)
    throw new PlainError(
      'A backup needs a passphrase: set BACKUP_PASSPHRASE or name a file with --passphrase-file.',
    )
  process.stdout.write('Passphrase: ')
  const first = await ask('')
  if (!isNew) return first
  process.stdout.write('Once more:  ')
  if (first !== (await ask(''))) throw new PlainError('The two passphrases differ. Start again.')
  return first
}

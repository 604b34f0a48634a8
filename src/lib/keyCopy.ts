import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { filesIn, fingerprintsOf, isKeyFile } from './backup/folder'
import { sha256 } from './crypto'

const short = 16

/** One fingerprint of all key files in a folder, to read out and type in; empty where there are none. */
export const keyFingerprint = async (folder: string): Promise<string> => {
  const prints = Object.entries(await fingerprintsOf(folder)).sort(([a], [b]) => (a < b ? -1 : 1))
  if (!prints.length) return ''
  const text = prints.map(([name, print]) => `${name}=${print}`).join('|')
  return sha256(text)
    .slice(0, short)
    .replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** What a person typed, as the fingerprint is written. */
export const sameFingerprint = (typed: string, fingerprint: string): boolean => {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^0-9a-f]/g, '')
  return fingerprint !== '' && plain(typed) === plain(fingerprint)
}

/** Copies the key files to a second place and answers the fingerprint of what lies there afterwards. */
export const copyKeys = async (from: string, to: string): Promise<string> => {
  if (resolve(from) === resolve(to)) throw new Error('This is the folder the keys lie in already.')
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of (await filesIn(from)).filter(isKeyFile))
    await copyFile(join(from, name), join(to, name))
  return keyFingerprint(to)
}

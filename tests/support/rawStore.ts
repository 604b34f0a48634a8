import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestApp } from './boot'
import { dumpDatabase } from './dumpDatabase'

const bytesUnder = (folder: string): Buffer[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => readFileSync(join(each.parentPath, each.name)))
    : []

/**
 * What a thief of the disk holds: the bytes of the SQLite file with its write-ahead log, or every document of
 * every MongoDB collection, and the folder of uploaded files.
 */
export const rawStore = async (app: TestApp): Promise<Buffer> => {
  const url = process.env['DATABASE_URL'] ?? ''
  const database =
    app.database === 'mongo'
      ? [Buffer.from(JSON.stringify(await dumpDatabase(url)))]
      : ['', '-wal', '-shm']
          .map((part) => `${url.slice('file:'.length)}${part}`)
          .filter(existsSync)
          .map((file) => readFileSync(file))
  return Buffer.concat([...database, ...bytesUnder(process.env['UPLOAD_DIR'] ?? '')])
}

const shortestCoded = 8

/** A text as it may lie there: plain, as UTF-16, and in base64 at each of its three alignments. */
const shapesOf = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  ...[0, 1, 2]
    .map((shift) => Buffer.from(`${' '.repeat(shift)}${text}`).toString('base64'))
    // The first and last characters depend on what stands around; what is left must not occur by chance.
    .map((coded) => coded.slice(4, -4))
    .filter((coded) => coded.length >= shortestCoded)
    .map((coded) => Buffer.from(coded)),
]

export const holds = (store: Buffer, text: string): boolean =>
  shapesOf(text).some((shape) => store.includes(shape))

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { BackupProblem } from './problem'

/**
 * The outer shape of a backup, readable by a later release:
 *   magic | u32 length | header (JSON) | check (32) | SHA-256 of header and check (32) | chunks | trailer
 * A chunk is u8 `last` | u32 length | AES-256-GCM ciphertext and tag. Its nonce is `last` and its number,
 * its additional data the SHA-256 before it: chunks can neither be exchanged, dropped nor repeated.
 * The key is of this file alone: scrypt of the passphrase and a random salt.
 */
const magic = Buffer.from('THERAPY-OPS-BACKUP\n')
const trailer = Buffer.from('\nEND-OF-THERAPY-OPS-BACKUP\n')
const chunkBytes = 1024 * 1024
const tagBytes = 16
const hashBytes = 32
const longestHeader = 64 * 1024

export const backupFormat = 1

type Kdf = { name: 'scrypt'; cost: number; blockSize: number; parallel: number; salt: string }

/** What a backup says about itself without the passphrase; `createdAt` is an ISO instant. */
export type BackupHeader = {
  format: number
  createdAt: string
  release: string
  database: 'sqlite' | 'mongodb'
}

type StoredHeader = BackupHeader & { kdf: Kdf }

// OWASP password storage guidance for scrypt: N = 2^17, r = 8, p = 1 (128 MB, a fraction of a second).
const kdfCost = { cost: 2 ** 17, blockSize: 8, parallel: 1 } as const
// A file from elsewhere must not make us take all memory there is.
const mostMemory = 1024 ** 3

const deriveKeys = (passphrase: string, kdf: Kdf): Promise<{ seal: Buffer; check: Buffer }> =>
  new Promise((resolve, reject) => {
    const options = {
      N: kdf.cost,
      r: kdf.blockSize,
      p: kdf.parallel,
      maxmem: Math.min(mostMemory, 256 * kdf.cost * kdf.blockSize),
    }
    const salt = Buffer.from(kdf.salt, 'base64')
    scrypt(passphrase.normalize('NFKC'), salt, 64, options, (error, keys) =>
      error ? reject(error) : resolve({ seal: keys.subarray(0, 32), check: keys.subarray(32) }),
    )
  })

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const nonceOf = (index: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(isLast ? 1 : 0)
  nonce.writeBigUInt64BE(BigInt(index), 4)
  return nonce
}

const checkOf = (key: Buffer, header: Buffer): Buffer =>
  createHmac('sha256', key).update(header).digest()

export type SealedWriter = {
  write: (bytes: Uint8Array) => Promise<void>
  /** Seals what is left and ends the file; without it the file is never taken for a backup. */
  finish: () => Promise<void>
}

/** Starts a sealed file at the beginning of `handle`. */
export const sealInto = async (
  handle: FileHandle,
  passphrase: string,
  about: BackupHeader,
): Promise<SealedWriter> => {
  const kdf: Kdf = { name: 'scrypt', ...kdfCost, salt: randomBytes(32).toString('base64') }
  const keys = await deriveKeys(passphrase, kdf)
  const header = Buffer.from(JSON.stringify({ ...about, kdf } satisfies StoredHeader))
  const check = checkOf(keys.check, header)
  const bound = createHash('sha256').update(header).update(check).digest()
  await handle.writeFile(Buffer.concat([magic, u32(header.length), header, check, bound]))

  let index = 0
  let waiting: Uint8Array[] = []
  let waitingBytes = 0

  const sealChunk = async (plain: Uint8Array, isLast: boolean): Promise<void> => {
    const cipher = createCipheriv('aes-256-gcm', keys.seal, nonceOf(index, isLast))
    cipher.setAAD(bound)
    const sealed = [cipher.update(plain), cipher.final(), cipher.getAuthTag()]
    const flag = Buffer.from([isLast ? 1 : 0])
    await handle.writeFile(Buffer.concat([flag, u32(plain.length + tagBytes), ...sealed]))
    index += 1
  }

  return {
    write: async (bytes) => {
      waiting.push(bytes)
      waitingBytes += bytes.length
      if (waitingBytes < chunkBytes) return
      const plain = Buffer.concat(waiting)
      let at = 0
      for (; plain.length - at >= chunkBytes; at += chunkBytes)
        await sealChunk(plain.subarray(at, at + chunkBytes), false)
      waiting = [plain.subarray(at)]
      waitingBytes = plain.length - at
    },
    finish: async () => {
      await sealChunk(Buffer.concat(waiting), true)
      await handle.writeFile(trailer)
      await handle.sync()
    },
  }
}

const sentences = (file: string) => {
  const name = basename(file)
  return {
    foreign: `${name} is not a backup of Therapy Ops. Name a file that npm run backup made.`,
    unfinished: `${name} is not a whole backup: it was interrupted while it was written, or its copy was cut short. Use another backup, or copy it again.`,
    damaged: `${name} is damaged: what it holds is not what was written. Nothing of it was used. Use another copy or an earlier backup.`,
    passphrase: `The passphrase does not open ${name}. Type the one that the backup was made with.`,
    newer: (format: unknown) =>
      `${name} has format ${String(format)}; this release reads format ${backupFormat}. Restore it with the release of Therapy Ops that made it, or with a later one.`,
  }
}

type Reader = { take: (length: number) => Promise<Buffer>; left: () => number }

const readerOf = async (handle: FileHandle): Promise<Reader> => {
  const { size } = await handle.stat()
  let position = 0
  return {
    left: () => size - position,
    take: async (length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - position)))
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, position)
      position += bytesRead
      return bytes.subarray(0, bytesRead)
    },
  }
}

type Opened = {
  header: StoredHeader
  headerBytes: Buffer
  check: Buffer
  bound: Buffer
  reader: Reader
}

const endsWell = async (handle: FileHandle): Promise<boolean> => {
  const { size } = await handle.stat()
  const end = Buffer.alloc(trailer.length)
  await handle.read(end, 0, end.length, Math.max(0, size - trailer.length))
  return end.equals(trailer)
}

const openHeader = async (handle: FileHandle, file: string): Promise<Opened> => {
  const say = sentences(file)
  const reader = await readerOf(handle)
  if (!(await reader.take(magic.length)).equals(magic)) throw new BackupProblem(say.foreign)
  if (!(await endsWell(handle))) throw new BackupProblem(say.unfinished)
  const length = (await reader.take(4)).readUInt32BE()
  if (length > longestHeader) throw new BackupProblem(say.damaged)
  const headerBytes = await reader.take(length)
  const check = await reader.take(hashBytes)
  const bound = await reader.take(hashBytes)
  const actual = createHash('sha256').update(headerBytes).update(check).digest()
  if (!actual.equals(bound)) throw new BackupProblem(say.damaged)
  const header = JSON.parse(headerBytes.toString('utf8')) as StoredHeader // its checksum holds
  if (header.format !== backupFormat) throw new BackupProblem(say.newer(header.format))
  return { header, headerBytes, check, bound, reader }
}

/** What a backup says about itself. Throws a BackupProblem when it is none, unfinished or of a later format. */
export const readHeader = async (file: string): Promise<BackupHeader> => {
  const handle = await open(file, 'r')
  try {
    const { header } = await openHeader(handle, file)
    const { kdf, ...about } = header
    return about
  } finally {
    await handle.close()
  }
}

/** The content of a sealed file, piece by piece, each authenticated before it is handed out. */
export async function* unsealFile(file: string, passphrase: string): AsyncGenerator<Buffer> {
  const say = sentences(file)
  const handle = await open(file, 'r')
  try {
    const { header, headerBytes, check, bound, reader } = await openHeader(handle, file)
    const keys = await deriveKeys(passphrase, header.kdf)
    if (!timingSafeEqual(checkOf(keys.check, headerBytes), check))
      throw new BackupProblem(say.passphrase)
    for (let index = 0; ; index += 1) {
      const [flag = 0, ...lengthBytes] = await reader.take(5)
      const length = lengthBytes.length === 4 ? Buffer.from(lengthBytes).readUInt32BE() : 0
      if (length < tagBytes || length > reader.left()) throw new BackupProblem(say.damaged)
      const sealed = await reader.take(length)
      const isLast = flag === 1
      const decipher = createDecipheriv('aes-256-gcm', keys.seal, nonceOf(index, isLast))
      decipher.setAAD(bound)
      decipher.setAuthTag(sealed.subarray(length - tagBytes))
      const plain = decipher.update(sealed.subarray(0, length - tagBytes))
      try {
        decipher.final()
      } catch {
        throw new BackupProblem(say.damaged)
      }
      yield plain
      if (!isLast) continue
      if (reader.left() !== trailer.length) throw new BackupProblem(say.damaged)
      return
    }
  } finally {
    await handle.close()
  }
}

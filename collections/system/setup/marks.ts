import { sha256 } from '@/src/lib/crypto'
import { env } from '@/src/lib/env'
import { keyFingerprint } from '@/src/lib/keyCopy'

const length = 24

const markOf = (kind: string, text: string): string => sha256(`${kind}|${text}`).slice(0, length)

/** Stands for the key files as they are now; another one as soon as a key changes. */
export const keyMark = async (): Promise<string> =>
  markOf('keys', await keyFingerprint(env.KEY_DIR))

/** Stands for the settings of the mail server and the sender as they are now. */
export const mailMark = (): string => markOf('mail', `${env.SMTP_URL ?? ''}|${env.MAIL_FROM}`)

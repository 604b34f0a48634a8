import nodemailer from 'nodemailer'
import { env } from '@/src/lib/env'

const patienceMs = 10_000

/** Where mail goes, without the password; null where no server is set. */
export const mailServer = (): { host: string; user: string | null } | null => {
  if (!env.SMTP_URL) return null
  try {
    const { hostname, port, protocol, username } = new URL(env.SMTP_URL)
    const usual = protocol === 'smtps:' ? '465' : '587'
    return { host: `${hostname}:${port || usual}`, user: decodeURIComponent(username) || null }
  } catch {
    return { host: 'SMTP_URL, which is not an address', user: null }
  }
}

type Problem = Error & { code?: string; response?: string }

const sentences: Readonly<Record<string, string>> = {
  EAUTH: 'The mail server does not take the user and password of SMTP_URL.',
  ECONNECTION: 'The mail server could not be reached.',
  EDNS: 'Nobody knows the name of the mail server.',
  EENVELOPE: 'The mail server does not take the sender or the address.',
  ESOCKET: 'The connection to the mail server failed.',
  ETIMEDOUT: `The mail server did not answer within ${patienceMs / 1000} seconds.`,
  ETLS: 'The mail server offers no encryption that can be used.',
}

/** What went wrong in a sentence, then the words of the server itself. */
const inWords = (error: unknown): string => {
  const { code = '', response, message } = error as Problem // what nodemailer throws
  const own = (response ?? message ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 300)
  return `${sentences[code] ?? 'The mail server refused the message.'} Its own words: ${own}`
}

/** Sends one mail by the settings as they are. Answers null when a server took it, else why not. */
export const sendTestMail = async (to: string): Promise<string | null> => {
  const transport = nodemailer.createTransport({
    url: env.SMTP_URL,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
  })
  try {
    await transport.sendMail({
      from: env.MAIL_FROM,
      to,
      subject: 'Test of the mail server',
      text: 'This mail was sent from the guided start of your practice. If you can read it, e-mail works. There is nothing to do.',
    })
    return null
  } catch (error) {
    return inWords(error)
  } finally {
    transport.close()
  }
}

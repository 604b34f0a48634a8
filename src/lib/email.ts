import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import nodemailer from 'nodemailer'
import type { Config } from 'payload'
import { env } from './env'

const addressIn = (from: string): { name: string; address: string } => {
  const match = from.match(/^(.*?)\s*<([^>]+)>$/)
  return match
    ? { name: match[1] ?? '', address: match[2] ?? '' }
    : { name: 'Therapy Ops', address: from }
}

/** The sender without the practice's name, for patients who asked that nothing says who writes. */
export const neutralSender = (): string => addressIn(env.MAIL_FROM).address

export const hasSmtp = Boolean(env.SMTP_URL)

/** SMTP when set; otherwise mail stays in the outbox and nothing leaves the machine. */
export const emailSettings = (): Config['email'] => {
  const { name, address } = addressIn(env.MAIL_FROM)
  const transport = env.SMTP_URL
    ? nodemailer.createTransport(env.SMTP_URL)
    : nodemailer.createTransport({ jsonTransport: true })
  return nodemailerAdapter({
    defaultFromAddress: address,
    defaultFromName: name,
    transport,
    skipVerify: true,
  })
}

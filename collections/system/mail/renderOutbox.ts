import type { CollectionBeforeReadHook, PayloadRequest } from 'payload'
import { unsealRow } from '@/hooks/sealConfidential'
import {
  isMailTemplate,
  type MailFacts,
  mailTemplates,
  renderMail,
} from '@/src/domain/mail/templates'
import { env } from '@/src/lib/env'
import { practiceZone } from '@/src/lib/practiceZone'
import { linkFor } from '../auth/tokens'

type Row = Record<string, unknown> & { id: string }

const rowOf = (
  req: PayloadRequest,
  collection: string,
  id: string | undefined,
): Promise<Row | null> =>
  id
    ? req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } } })
    : Promise.resolve(null)

const textOf = (row: Row | null, name: string): string =>
  typeof row?.[name] === 'string' ? row[name] : ''

type Recipient = { email: string; name: string }

/** How a person is greeted: the name they chose, else their first one. */
const callNameOf = (row: Row | null): string =>
  textOf(row, 'chosenName') || textOf(row, 'firstName')

const recipientOf = async (req: PayloadRequest, kind: string, id: string): Promise<Recipient> => {
  const row = await rowOf(req, kind, id)
  if (!row) return { email: '', name: '' }
  const texts = await unsealRow(req, kind, row)
  if (kind === 'portal-users') {
    const patientId = row['patient']
    const patient = await rowOf(
      req,
      'patients',
      typeof patientId === 'string' ? patientId : undefined,
    )
    return { email: textOf(row, 'email'), name: callNameOf(patient) }
  }
  const name = callNameOf(row) || textOf(row, 'name').split(' ')[0] || texts['chosenName'] || ''
  return { email: textOf(row, 'email') || texts['email'] || '', name }
}

const when = (value: unknown): string =>
  value
    ? new Intl.DateTimeFormat('en-US', {
        timeZone: practiceZone(),
        weekday: 'short',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      }).format(new Date(String(value)))
    : ''

/** What a queued mail says, made from the records as they are now. */
export const mailOf = async (req: PayloadRequest, row: Row, showLinks: boolean) => {
  const template = textOf(row, 'template')
  if (!isMailTemplate(template)) return null
  const refs = JSON.parse(textOf(row, 'refs') || '{}') as Record<string, string>
  const recipient = await recipientOf(req, textOf(row, 'recipientKind'), textOf(row, 'recipientId'))
  const appointment = await rowOf(req, 'appointments', refs['appointment'])
  const location = await rowOf(req, 'locations', textOf(appointment, 'location'))
  const practice = (await req.payload.db.findGlobal({ slug: 'practice' })) as Record<
    string,
    unknown
  > // read by name
  const isSignInLink = 'isSignInLink' in mailTemplates[template]
  const link = refs['token']
    ? await linkFor(req.payload, refs['token'])
    : `${env.SERVER_URL}${refs['path'] ?? '/portal'}`
  const facts: MailFacts = {
    name: recipient.name,
    practice: String(practice?.['name'] ?? ''),
    phone: String(practice?.['phone'] ?? ''),
    when: when(appointment?.['startsAt']),
    where: textOf(location, 'name') || (appointment?.['format'] === 'video' ? 'by video' : ''),
    link: isSignInLink && !showLinks ? '(link hidden: only the recipient gets it)' : link,
  }
  return { to: recipient.email, ...renderMail(template, facts) }
}

/** Whoever reads the outbox must not be able to become somebody: sign-in links show in the demo only. */
export const renderOutbox: CollectionBeforeReadHook = async ({ doc, req }) => {
  const mail = await mailOf(req, doc, env.DEMO)
  return mail ? { ...doc, ...mail } : doc
}

import type { CollectionBeforeReadHook, PayloadRequest } from 'payload'
import { unsealRow } from '@/hooks/sealConfidential'
import {
  isAboutSignIn,
  isMailTemplate,
  type MailFacts,
  type MailTemplate,
  mailTemplates,
  renderMail,
  renderNeutralMail,
} from '@/src/domain/mail/templates'
import { emailFor } from '@/src/domain/people/reach'
import { type StoredRow, textIn } from '@/src/domain/row'
import { env } from '@/src/lib/env'
import { practiceZone } from '@/src/lib/practiceZone'
import { linkFor } from '../auth/tokens'

const rowOf = (
  req: PayloadRequest,
  collection: string,
  id: string | undefined,
): Promise<StoredRow | null> =>
  id
    ? req.payload.db.findOne<StoredRow>({ collection, where: { id: { equals: id } } })
    : Promise.resolve(null)

type Recipient = { email: string; name: string; isNeutral: boolean }

/** How a person is greeted: the name they chose, else their first one. */
const callNameOf = (row: StoredRow | null): string =>
  textIn(row, 'chosenName') || textIn(row, 'firstName')

/** Where an account is written to: mails about signing in to its own address, others where the patient asked. */
const accountAddress = (
  account: StoredRow,
  patient: StoredRow | null,
  template: MailTemplate,
): string => {
  if (!patient || isAboutSignIn(template)) return textIn(account, 'email')
  if (patient['noEmail'] === true) return ''
  return textIn(patient, 'privateEmail') || textIn(account, 'email')
}

type Asked = { kind: string; id: string; template: MailTemplate }

const recipientOf = async (
  req: PayloadRequest,
  { kind, id, template }: Asked,
): Promise<Recipient> => {
  const row = await rowOf(req, kind, id)
  if (!row) return { email: '', name: '', isNeutral: false }
  const texts = await unsealRow(req, kind, row)
  if (kind === 'portal-users') {
    const patientId = row['patient']
    const patient = await rowOf(
      req,
      'patients',
      typeof patientId === 'string' ? patientId : undefined,
    )
    return {
      email: accountAddress(row, patient, template),
      name: callNameOf(patient),
      isNeutral: patient?.['isNeutralOutside'] === true,
    }
  }
  const name = callNameOf(row) || textIn(row, 'name').split(' ')[0] || texts['chosenName'] || ''
  if (kind === 'patients')
    return { email: emailFor(row), name, isNeutral: row['isNeutralOutside'] === true }
  return { email: textIn(row, 'email') || texts['email'] || '', name, isNeutral: false }
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
export const mailOf = async (req: PayloadRequest, row: StoredRow, showLinks: boolean) => {
  const template = textIn(row, 'template')
  if (!isMailTemplate(template)) return null
  const refs = JSON.parse(textIn(row, 'refs') || '{}') as Record<string, string>
  const recipient = await recipientOf(req, {
    kind: textIn(row, 'recipientKind'),
    id: textIn(row, 'recipientId'),
    template,
  })
  const appointment = await rowOf(req, 'appointments', refs['appointment'])
  const location = await rowOf(req, 'locations', textIn(appointment, 'location'))
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
    where: textIn(location, 'name') || (appointment?.['format'] === 'video' ? 'by video' : ''),
    link: isSignInLink && !showLinks ? '(link hidden: only the recipient gets it)' : link,
  }
  const render = recipient.isNeutral ? renderNeutralMail : renderMail
  return { to: recipient.email, isNeutral: recipient.isNeutral, ...render(template, facts) }
}

/** Whoever reads the outbox must not be able to become somebody: sign-in links show in the demo only. */
export const renderOutbox: CollectionBeforeReadHook = async ({ doc, req }) => {
  const mail = await mailOf(req, doc, env.DEMO)
  if (!mail) return doc
  const { to, subject, text } = mail
  return { ...doc, to, subject, text }
}

import type { PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import { openIdempotent } from '@/hooks/actions/idempotency'
import { requestIdOf } from '@/hooks/audit/event'
import { loadSettings } from '@/hooks/loadSettings'
import { attributionFrom } from '@/src/domain/outreach/attribution'
import { landingFrom } from '@/src/domain/outreach/visit'
import { clock } from '../clock'
import { retryTransient } from '../database'
import { isRefusal, Refusal } from '../errors'
import { issueFormToken, readFormToken } from './formToken'
import { type InquiryErrors, type InquiryField, inquiryFields } from './inquiryFields'
import { checkInquiry, inquiryColumns, typedIn } from './inquiryForm'
import type { InquiryState } from './inquiryState'
import { isOwnForm } from './isOwnForm'
import { countSubmission, networkOf } from './rateLimit'

export const inquiryFormName = 'inquiry'

export type TakenInquiry = { kind: 'taken' } | { kind: 'again'; state: InquiryState }

type Offered = { services: readonly string[]; payers: readonly string[] }

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const attributionColumns = (form: FormData): Record<string, string | undefined> => {
  const params = new URLSearchParams(
    ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content'].map((name) => [
      name,
      textOf(form, name),
    ]),
  )
  const { source, medium, campaign, content } = attributionFrom(params)
  return {
    utmSource: source ?? undefined,
    utmMedium: medium ?? undefined,
    utmCampaign: campaign ?? undefined,
    utmContent: content ?? undefined,
    landingPage: landingFrom(textOf(form, 'landing')) ?? undefined,
  }
}

const sentences = {
  foreign: 'This form was sent from another site. Check what you wrote and send it from here.',
  stale:
    'This form was open for more than two hours. Everything you wrote is still here: check it and send it again.',
  tooFast:
    'That was very quick. Everything you wrote is still here: check it and send it once more.',
  sentBefore:
    'You sent this form already and we have it. If you want to send this as well, send it again.',
  running: 'We are just saving your message. Send it again in a moment; we will have it only once.',
  tooMany:
    'Many messages came from your network this hour. Everything you wrote is still here: send it again later',
  failed:
    'We could not save your message. Everything you wrote is still here: try again in a minute',
} as const

const orCall = (sentence: string, phone: string): string =>
  phone ? `${sentence}, or call ${phone}.` : `${sentence}.`

const isField = (path: string | undefined): path is InquiryField =>
  inquiryFields.some((name) => name === path)

const sentenceFor = (error: unknown): { errors: InquiryErrors; notice: string } | null => {
  if (!isRefusal(error)) return null
  const errors: InquiryErrors = {}
  for (const { path, message } of error.findings) if (isField(path)) errors[path] = message
  const general = error.findings.filter(({ path }) => !isField(path)).map(({ message }) => message)
  return { errors, notice: general.join(' ') }
}

type Saving = { columns: Record<string, unknown>; key: string; mayCount: () => Promise<boolean> }

/** One inquiry per form that was shown; repetitions find it and count against no limit. */
const save = async (req: PayloadRequest, { columns, key, mayCount }: Saving): Promise<void> => {
  const call = await openIdempotent(req, {
    door: 'website inquiry',
    body: columns,
    givenKey: `form:${key}`,
  })
  try {
    if (call.finished) return
    if (call.isRepeat) {
      const made = await req.payload.db.findOne<{ id: string }>({
        collection: 'inquiries',
        where: { lastAction: { equals: `create:${call.key}` } },
      })
      if (made) return await call.finish(made.id)
    }
    if (!(await mayCount())) throw new Refusal('too-many', sentences.tooMany)
    const made = await retryTransient(() => {
      req.context['createKey'] = call.key
      return asUser(req).create({ collection: 'inquiries', data: columns })
    })
    await call.finish(String(made.id))
  } catch (error) {
    await call.abandon()
    throw error
  } finally {
    call.close()
  }
}

/**
 * A sent contact form becomes one inquiry, however often it is sent. What looks like a machine wrote it
 * is kept and marked (collections/intake/receiveInquiry.ts). In every other case the answer holds all that was typed and a sentence with the
 * way out; nothing was saved then.
 */
export const takeInquiry = async (
  req: PayloadRequest,
  {
    form,
    headers,
    offered,
    attempt,
    phone,
  }: { form: FormData; headers: Headers; offered: Offered; attempt: number; phone: string },
): Promise<TakenInquiry> => {
  const values = typedIn(form)
  const signing = { secret: req.payload.secret, form: inquiryFormName, now: clock.wall() }
  const given = textOf(form, 'formToken')
  const token = readFormToken(given, signing)
  const again = (part: {
    notice?: string
    errors?: InquiryErrors
    isFresh?: boolean
  }): TakenInquiry => ({
    kind: 'again',
    state: {
      values,
      errors: part.errors ?? {},
      notice: part.notice ?? '',
      token: part.isFresh ? issueFormToken(signing) : given,
      attempt: attempt + 1,
    },
  })

  if (!isOwnForm(headers)) return again({ notice: sentences.foreign, isFresh: true })
  if (token.state === 'stale') return again({ notice: sentences.stale, isFresh: true })
  if (token.state === 'tooFast') return again({ notice: sentences.tooFast })
  const errors = checkInquiry(values, offered)
  if (Object.keys(errors).length) return again({ errors })

  const mayCount = async (): Promise<boolean> => {
    const { inquiriesPerHour, inquiriesPerHourTotal } = await loadSettings(req, {})
    return countSubmission({
      form: inquiryFormName,
      network: networkOf(headers),
      perNetwork: inquiriesPerHour,
      perForm: inquiriesPerHourTotal,
    })
  }
  try {
    await save(req, {
      columns: {
        ...inquiryColumns(values),
        ...attributionColumns(form),
        companyUrl: textOf(form, 'companyUrl') || undefined,
      },
      key: token.nonce,
      mayCount,
    })
    return { kind: 'taken' }
  } catch (error) {
    if (isRefusal(error) && error.code === 'conflict') {
      const isOther = /different request/.test(error.message)
      return again({ notice: isOther ? sentences.sentBefore : sentences.running, isFresh: isOther })
    }
    if (isRefusal(error) && error.code === 'too-many') {
      return again({ notice: orCall(sentences.tooMany, phone) })
    }
    const told = sentenceFor(error)
    if (told) return again(told)
    req.payload.logger.error({
      reference: requestIdOf(req),
      name: error instanceof Error ? error.name : 'unknown',
    })
    return again({ notice: `${orCall(sentences.failed, phone)} Reference: ${requestIdOf(req)}.` })
  }
}

import type { CollectionBeforeOperationHook } from 'payload'
import { actorOf } from '@/access/principal'
import { loadSettings } from '@/hooks/loadSettings'
import { tooMany } from '@/src/lib/attempts'
import { countSubmission, networkOf } from '@/src/lib/website/rateLimit'

const hourSeconds = 3600

/** What strangers send to the API counts like what they send by the form of the website (R100). */
export const limitInquiries: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const isStranger = actorOf(req).kind === 'anonymous' && req.payloadAPI !== 'local'
  if (operation !== 'create' || !isStranger) return args
  const { inquiriesPerHour, inquiriesPerHourTotal } = await loadSettings(req, {})
  const isWithin = await countSubmission({
    form: 'inquiry',
    network: networkOf(req.headers),
    perNetwork: inquiriesPerHour,
    perForm: inquiriesPerHourTotal,
  })
  if (!isWithin) throw tooMany(req, hourSeconds)
  return args
}

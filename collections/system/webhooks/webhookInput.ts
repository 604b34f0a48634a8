import { z } from 'zod'
import { codesText, requiredText } from '@/collections/fields/actionInputs'
import type { ActionField } from '@/hooks/actions/define'
import type { FactReader } from '@/hooks/rules/rule'
import { webhookEvents, webhookEventsIn } from '@/src/domain/webhooks/events'
import { isInsideAddress } from '@/src/lib/allowedAddresses'
import { env } from '@/src/lib/env'
import { Refusal } from '@/src/lib/errors'
import { isInside } from '@/src/lib/http/outgoing'

const urlProblem = (text: string): string | null => {
  const url = URL.canParse(text) ? new URL(text) : null
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!url || !isWeb) return 'Enter a whole address, such as https://example.org/hooks/therapy.'
  if (url.username || url.password || url.hash)
    return 'Leave names, passwords and # out of the address: messages are signed instead.'
  if (url.protocol === 'http:' && !env.WEBHOOK_ALLOWED_NETWORKS)
    return 'Messages leave by https only. Enter an address that begins with https://.'
  if (isInsideAddress(url.hostname, env.WEBHOOK_ALLOWED_NETWORKS))
    return 'This address is inside a network. Enter a public one, or have its network opened at the server (WEBHOOK_ALLOWED_NETWORKS).'
  return null
}

const url = requiredText('Enter the address to send to.', 500).transform((text, context) => {
  const message = urlProblem(text)
  if (!message) return new URL(text).href
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

const events = codesText('Choose what to tell it about.').transform((text, context): string => {
  const known: readonly string[] = webhookEvents.map(({ value }) => value)
  const wished = webhookEventsIn(text)
  const unknown = wished.filter((name) => !known.includes(name))
  if (wished.length && !unknown.length)
    return known.filter((name) => wished.includes(name)).join(' ')
  const message = unknown.length
    ? `There is no event "${unknown.join('", "')}". Choose from: ${known.join(', ')}.`
    : 'Choose at least one thing to tell it about.'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

export const webhookInput = z.object({
  name: requiredText('Name the receiver, for example "Data warehouse".', 80),
  url,
  events,
})

export const webhookFields: readonly ActionField[] = [
  { name: 'name', label: 'Name', type: 'text', isRequired: true },
  {
    name: 'url',
    label: 'Address',
    type: 'text',
    isRequired: true,
    help: 'Begins with https:// and leads to a public address. Nothing personal in it.',
  },
  {
    name: 'events',
    label: 'Told about',
    type: 'choices',
    isRequired: true,
    help: 'A message names the records by their ids. Reading them needs a key of an API client.',
    options: webhookEvents,
  },
]

/** Throws for http into anything but the opened networks; sending asks again, since a name may lead elsewhere by then. */
export const refuseOpenHttp = async (address: string): Promise<void> => {
  const { hostname, protocol } = new URL(address)
  if (protocol === 'https:' || (await isInside(hostname, env.WEBHOOK_ALLOWED_NETWORKS))) return
  throw new Refusal('invalid', [
    {
      path: 'url',
      message:
        'http is for the networks that were opened at the server (WEBHOOK_ALLOWED_NETWORKS), and this address is in none of them. Enter one that begins with https://.',
    },
  ])
}

/** Throws where another receiver has the name. */
export const refuseTakenName = async (
  read: FactReader,
  { name, id }: { name: string; id: string | null },
): Promise<void> => {
  const other = await read.one('webhooks', { name: { equals: name } })
  if (!other || other['id'] === id) return
  throw new Refusal('conflict', [
    { path: 'name', message: `There is a webhook "${name}" already. Choose another name.` },
  ])
}

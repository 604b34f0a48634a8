import { z } from 'zod'
import { apiScopeName, apiScopesIn, apiScopeWords, grantableScopes } from '@/access/apiScopes'
import { codesText, optionalText, wholeNumber } from '@/collections/fields/actionInputs'
import type { ActionContext, ActionField } from '@/hooks/actions/define'
import { tidyAddresses, unreadableAddresses } from '@/src/lib/allowedAddresses'
import { Refusal } from '@/src/lib/errors'

const mostCalls = 6000
const callsMessage = `Enter a whole number of calls a minute from 1 to ${mostCalls}.`

const scopes = codesText('Choose what the client may do.').transform((text, context): string => {
  const known = grantableScopes().map(apiScopeName)
  const wished = [...new Set(apiScopesIn(text))]
  const unknown = wished.filter((name) => !known.includes(name))
  if (!wished.length || unknown.length) {
    const message = unknown.length
      ? `"${unknown.join('", "')}" cannot be granted to software. Choose from: ${known.join(', ')}.`
      : 'Choose at least one thing the client may do.'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  return known.filter((name) => wished.includes(name)).join(' ')
})

const addresses = optionalText(4000).transform((text, context): string => {
  const unreadable = unreadableAddresses(text ?? '')
  if (!unreadable.length) return tidyAddresses(text ?? '')
  const message = `"${unreadable.join('", "')}" is no address. Write addresses such as 203.0.113.9 or 2001:db8::1, or networks such as 203.0.113.0/24.`
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** What a client may do, from where and how often. */
export const accessInput = {
  scopes,
  allowedAddresses: addresses,
  callsPerMinute: z.preprocess(
    (value) => (value === undefined || value === null || value === '' ? 120 : value),
    wholeNumber({ min: 1, max: mostCalls, message: callsMessage }),
  ),
  owner: optionalText(80),
}

export const accessFields: readonly ActionField[] = [
  {
    name: 'scopes',
    label: 'What it may do',
    type: 'choices',
    isRequired: true,
    help: 'No more than it needs. Notes, staff, keys and the access log can never be granted, and software never signs.',
    options: grantableScopes().map((scope) => {
      const words = apiScopeWords(scope)
      return { value: apiScopeName(scope), label: words.charAt(0).toUpperCase() + words.slice(1) }
    }),
  },
  {
    name: 'allowedAddresses',
    label: 'Only from these addresses',
    type: 'textarea',
    help: 'One a line: 203.0.113.9, 203.0.113.0/24, 2001:db8::/48. Empty: from anywhere.',
  },
  {
    name: 'callsPerMinute',
    label: 'Calls a minute',
    type: 'number',
    help: 'The next one is told when to try again. 120 unless you say otherwise.',
  },
  {
    name: 'owner',
    label: 'Who answers for it',
    type: 'relationship',
    relationTo: 'staff',
    help: 'You, unless you choose somebody. When they leave, the client stops until somebody takes it over.',
  },
]

/** Who will answer for a client: the person named, otherwise the one who was before, otherwise who asks. */
export const answeringPerson = async (
  { actor, read }: Pick<ActionContext<unknown>, 'actor' | 'read'>,
  named: string | undefined,
  before: string | null,
): Promise<string | null> => {
  if (!named) return before ?? actor.id
  const person = await read.one('staff', named)
  if (person?.['isActive'] === true) return named
  throw new Refusal('invalid', [
    { path: 'owner', message: 'Choose somebody who works here now: this person was not found.' },
  ])
}

import { z } from 'zod'
import { systemMarkOf } from '@/access/asSystem'
import { optionalChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import { END_REASONS } from '../endReasons'

const given = ['patientAsked', 'personAsked', 'orderChanged', 'mistake'] as const
const codes = [...given, 'age'] as const

export const revokeProxy = defineAction({
  slug: 'proxies',
  name: 'revoke',
  label: 'End access',
  tone: 'danger',
  confirm: 'The person sees nothing of this patient from this moment on.',
  input: z.object({ reason: optionalChoice(codes) }),
  fields: [
    {
      name: 'reason',
      label: 'Reason',
      type: 'select',
      isRequired: true,
      options: END_REASONS.filter(({ value }) => given.some((code) => code === value)),
    },
  ],
  from: { column: 'status', values: ['proposed', 'active'] },
  prepare: async ({ actor, input, now, record, req }) => {
    const isPatient = actor.kind === 'patient'
    // A child does not end a parent's authority; a grown patient ends what they gave.
    if (isPatient && record['basis'] !== 'chosen') {
      throw new Refusal(
        'refused-by-rule',
        'You did not give this access yourself. Ask the office to look at it with you.',
      )
    }
    const reason = isPatient ? 'patientAsked' : input.reason
    if (!reason || (reason === 'age' && !systemMarkOf(req))) {
      throw new Refusal('invalid', [{ path: 'reason', message: 'Choose why the access ends.' }])
    }
    return { set: { status: 'ended', endedAt: now.toISOString(), endReason: reason } }
  },
})

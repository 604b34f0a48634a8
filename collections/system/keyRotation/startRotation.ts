import { z } from 'zod'
import { requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'
import { keyProvider } from '@/src/lib/keyProvider'
import { type RotatedRing, rotatedRings, rotationKinds } from './rotationCodes'

const values = <T extends string>(options: readonly { value: T }[]) =>
  options.map(({ value }) => value) as [T, ...T[]] // never empty

const labelOf = (options: readonly { value: string; label: string }[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value

export const startRotation = defineAction({
  slug: 'key-rotations',
  name: 'start',
  label: 'Begin to change keys',
  tone: 'primary',
  on: 'collection',
  stepUp: true,
  confirm:
    'Work goes on meanwhile. Make a backup first. A changed locking key changes the key files: copy them to their second safe place again afterwards.',
  input: z.object({
    kind: requiredChoice(values(rotationKinds), 'Choose which keys.'),
    ring: requiredChoice(values(rotatedRings), 'Choose what they open.'),
  }),
  fields: [
    { name: 'kind', label: 'Which keys', type: 'select', isRequired: true, options: rotationKinds },
    { name: 'ring', label: 'For', type: 'select', isRequired: true, options: rotatedRings },
  ],
  prepare: async ({ req, input, actor }) => {
    const { totalDocs } = await req.payload.db.count({
      collection: 'key-rotations',
      where: { and: [{ ring: { equals: input.ring } }, { phase: { not_equals: 'done' } }] },
    })
    if (totalDocs)
      throw new Refusal(
        'conflict',
        'These keys are being changed already. Wait until that is done.',
      )
    const title = `${labelOf(rotationKinds, input.kind)}: ${labelOf(rotatedRings, input.ring)}`
    const now = clock.wall().toISOString()
    return {
      set: {
        uniqueKey: `running|${input.ring}`,
        title,
        kind: input.kind,
        ring: input.ring,
        phase: 'keys',
        startedAt: now,
        phaseSince: now,
        startedBy: actor.id,
        oldKeyId: await keyProvider().keyId(input.ring as RotatedRing), // one of rotatedRings, see input
      },
    }
  },
})

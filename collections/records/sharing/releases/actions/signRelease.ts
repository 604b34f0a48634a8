import { z } from 'zod'
import { flag, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { releaseHash } from '../releaseText'

/** The patient signs on the private page; on paper, whoever saw it enters it. */
export const signRelease = defineAction({
  slug: 'releases',
  name: 'sign',
  label: 'Enter signature on paper',
  tone: 'primary',
  confirm: 'You say that you have the signed paper in front of you. Keep it with the chart.',
  input: z.object({
    signerName: requiredText('Type the full name.', 160),
    agree: flag().refine((isAgreed) => isAgreed, 'Tick the box to say that it is agreed.'),
  }),
  fields: [
    { name: 'signerName', label: 'Name as signed', type: 'text', isRequired: true },
    {
      name: 'agree',
      label: 'The text was read and signed',
      type: 'checkbox',
      isRequired: true,
    },
  ],
  from: { column: 'status', values: ['pending'] },
  prepare: async ({ actor, input, now, record }) => {
    const expiresOn = String(record['expiresOn'] ?? '')
    if (expiresOn && expiresOn < practiceToday()) {
      const message = 'The last day of this release is over already. Ask for a new one.'
      throw new Refusal('conflict', [{ path: 'expiresOn', message }])
    }
    const isStaff = actor.kind === 'staff'
    return {
      set: {
        status: 'active',
        signedAt: now.toISOString(),
        signerName: input.signerName,
        signerKind: isStaff ? 'paper' : 'patient',
        witness: isStaff ? actor.id : null,
        contentHash: releaseHash(record),
      },
    }
  },
})

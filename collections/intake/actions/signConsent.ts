import { z } from 'zod'
import { flag, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { sha256 } from '@/src/lib/crypto'
import { Refusal } from '@/src/lib/errors'
import { completePacketItem } from '../completePacketItem'
import { signerOf } from '../signerOf'

export const signConsent = defineAction({
  slug: 'consents',
  name: 'sign',
  label: 'Sign',
  tone: 'primary',
  input: z.object({
    signerName: requiredText('Type your full name.', 160),
    agree: flag().refine((isAgreed) => isAgreed, 'Tick the box to say that you agree.'),
  }),
  fields: [
    { name: 'signerName', label: 'Full name', type: 'text', isRequired: true },
    { name: 'agree', label: 'I have read this text and agree', type: 'checkbox', isRequired: true },
  ],
  from: { column: 'status', values: ['pending', 'refused'] },
  prepare: async ({ actor, input, now, read, record }) => {
    const template = await read.one('consent-templates', idIn(record, 'template'))
    const textHash = sha256(String(template?.['body'] ?? ''))
    if (!template?.['isActive'] || template['contentHash'] !== textHash) {
      const message = 'This text was replaced by a newer one. Reload to read and sign the new one.'
      throw new Refusal('conflict', [{ path: 'template', message }])
    }
    return {
      set: {
        status: 'signed',
        kind: template['kind'],
        version: template['version'],
        title: template['title'],
        textHash,
        signedAt: now.toISOString(),
        signerName: input.signerName,
        ...(await signerOf({ actor, read, record, name: input.signerName })),
        refusalReason: null,
        refusedAt: null,
      },
    }
  },
  effects: [
    {
      name: 'packet',
      run: ({ record, req, system }) =>
        completePacketItem(
          { req, system },
          {
            patientId: idIn(record, 'patient') ?? '',
            kind: 'consent',
            reference: String(record['kind']),
            episode: idIn(record, 'episode'),
          },
        ),
    },
  ],
})

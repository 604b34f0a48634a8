import { z } from 'zod'
import { defineAction, type Effect } from '@/hooks/actions/define'
import type { Row } from '@/src/domain/row'
import { closeTasks } from '../closeTasks'
import { refuseChangedText } from './refuseChangedText'
import { cosignatureBy } from './signature'

type Cosigned = {
  slug: string
  hashOf: (record: Row) => string
  /** What the final signature sets off. */
  afterwards?: readonly Effect[]
}

/** The supervisor's signature under what a trainee signed; it makes the record final. */
export const cosignAction = ({ slug, hashOf, afterwards = [] }: Cosigned) =>
  defineAction({
    slug,
    name: 'cosign',
    label: 'Co-sign',
    tone: 'primary',
    stepUp: true,
    input: z.object({}),
    fields: [],
    from: { column: 'status', values: ['pendingCosign'] },
    prepare: async ({ actor, now, read, record }) => {
      refuseChangedText(record, hashOf(record))
      const cosignature = await cosignatureBy({ actor, now, read })
      return { set: { ...cosignature, status: 'signed', isFinal: true } }
    },
    effects: [
      {
        name: 'tasks',
        run: (context) => closeTasks(context, { kind: 'cosign', recordIds: [context.record.id] }),
      },
      ...afterwards,
    ],
  })

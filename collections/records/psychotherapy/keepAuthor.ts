import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '@/access/principal'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'

export const keepAuthor: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  delete data['warnings']
  if (operation === 'create') {
    return {
      ...data,
      author: actorOf(req).id,
      writtenAt: clock.now().toISOString(),
      status: 'draft',
    }
  }
  if (originalDoc?.status === 'voided') {
    throw new Refusal(
      'conflict',
      'This note was entered in error and stays as it is. Write a new one.',
    )
  }
  return data
}

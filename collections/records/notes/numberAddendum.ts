import type { CollectionBeforeChangeHook } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { actorOf } from '@/access/principal'
import { factReader } from '@/hooks/facts'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

/** Numbers addenda in order: of two who add at once, one is told to look again. */
export const numberAddendum: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || systemMarkOf(req)) return data
  const noteId = idIn(data, 'note')
  const parentId = noteId ?? idIn(data, 'assessment')
  if (!parentId || (noteId && idIn(data, 'assessment'))) {
    throw new Refusal('invalid', [
      { path: 'note', message: 'Choose the note or the intake assessment it belongs to.' },
    ])
  }
  const read = factReader(req)
  const parent = await read.one(noteId ? 'progress-notes' : 'intake-assessments', parentId)
  const known = await read.count('addenda', {
    [noteId ? 'note' : 'assessment']: { equals: parentId },
  })
  return {
    ...data,
    patient: parent ? idIn(parent, 'patient') : null,
    serviceDate: parent?.['serviceDate'] ?? null,
    author: actorOf(req).id,
    number: known + 1,
    uniqueKey: `${parentId}|${known + 1}`,
    status: 'draft',
  }
}

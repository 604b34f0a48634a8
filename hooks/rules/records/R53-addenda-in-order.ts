import { hasRole } from '@/access/principal'
import type { Row } from '@/src/domain/row'
import { defineRule } from '../rule'

type Facts = { parent: Row | null; author: Row | null; others: Row[] }

const parentSlug = (row: Row): 'progress-notes' | 'intake-assessments' =>
  row['note'] ? 'progress-notes' : 'intake-assessments'

export const addendaInOrder = defineRule<Facts>({
  id: 'R53',
  title: 'An addendum is by the author, after the note and the addenda before it are signed',
  area: 'records',
  appliesTo: ['addenda:create', 'addenda:action:sign'],
  override: null,
  facts: async (read, { after }) => {
    const parentId = after['note'] ?? after['assessment']
    if (!parentId) return { parent: null, author: null, others: [] }
    const parent = await read.one(parentSlug(after), String(parentId))
    const column = after['note'] ? 'note' : 'assessment'
    return {
      parent,
      author: parent?.['author'] ? await read.one('staff', String(parent['author'])) : null,
      others: await read.many('addenda', { [column]: { equals: parentId } }),
    }
  },
  check: ({ actor, change: { after }, facts: { author, others, parent }, isSystem }) => {
    if (isSystem || !parent) return []
    if (!['signed', 'pendingCosign'].includes(String(parent['status']))) {
      return [{ message: 'This note is not signed yet. Change the note itself.' }]
    }
    const mayStandIn =
      author?.['isActive'] === false && hasRole(actor, 'supervisor', 'owner', 'director')
    if (parent['author'] !== actor.id && !mayStandIn) {
      return [{ message: `Only ${String(author?.['name'] ?? 'the author')} can add to this note.` }]
    }
    const number = Number(after['number'] ?? others.length + 1)
    const earlier = others.some(
      (row) =>
        row['status'] === 'draft' && row['id'] !== after['id'] && Number(row['number']) < number,
    )
    return earlier ? [{ message: 'Sign the earlier addendum first.' }] : []
  },
})

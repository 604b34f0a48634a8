import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { decideRow } from '@/access/decide'
import { optionalText, requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn } from '@/src/domain/row'
import { amendableClasses } from '@/src/domain/sharing/amendments'
import { codesOf } from '@/src/domain/sharing/codes'
import { dueAfter } from '@/src/domain/sharing/requests'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import { askAboutAmendment } from '../amendmentTask'

/** Throws unless the note is one that this patient, or who acts for them, can read in the portal. */
const requireOwnNote = async (
  { read, req }: { read: FactReader; req: PayloadRequest },
  { note, patient }: { note: string | undefined; patient: string | null },
): Promise<void> => {
  if (!note) return
  const row = await read.one('progress-notes', note)
  if (
    row &&
    idIn(row, 'patient') === patient &&
    (await decideRow(req, 'progress-notes', 'read', row))
  )
    return
  throw new Refusal('invalid', [
    { path: 'note', message: 'Choose one of the notes that were shared with you.' },
  ])
}

export const askAmendment = defineAction({
  slug: 'amendment-requests',
  name: 'ask',
  on: 'collection',
  label: 'Ask to change my record',
  tone: 'primary',
  input: z.object({
    about: requiredChoice(codesOf(amendableClasses), 'Choose what it is about.'),
    note: optionalText(64),
    wrong: requiredText('Write what is wrong or missing.', 4000),
    wish: requiredText('Write what it should say.', 4000),
    toTell: optionalText(1000),
  }),
  fields: [
    {
      name: 'about',
      label: 'What it is about',
      type: 'select',
      isRequired: true,
      options: amendableClasses,
    },
    { name: 'note', label: 'Which note', type: 'text' },
    { name: 'wrong', label: 'What is wrong or missing', type: 'textarea', isRequired: true },
    { name: 'wish', label: 'What it should say', type: 'textarea', isRequired: true },
    { name: 'toTell', label: 'Whom we should tell', type: 'textarea' },
  ],
  prepare: async ({ actor, input, key, read, req }) => {
    await requireOwnNote({ read, req }, { note: input.note, patient: actor.patientId })
    const { amendmentDays } = await loadSettings(req, {})
    const receivedOn = practiceToday()
    const { about, note, toTell = '', wish, wrong } = input
    return {
      set: {
        uniqueKey: `amendment|${key}`,
        patient: actor.patientId,
        portalUser: actor.kind === 'proxy' ? actor.id : null,
        about: note ? 'notes' : about,
        note: note ?? null,
        status: 'open',
        channel: 'portal',
        receivedOn,
        dueOn: dueAfter(receivedOn, amendmentDays),
        wrong,
        wish,
        toTell,
      },
    }
  },
  effects: [{ name: 'task', run: askAboutAmendment }],
})

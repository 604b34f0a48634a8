import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { intakeSessionOf } from '@/hooks/rules/records/noteFacts'
import { isTrainee } from '@/hooks/rules/records/trainee'
import { closeTasks } from '../../closeTasks'
import { askForCosignature } from '../../signing/cosignTasks'
import { lateColumns } from '../../signing/lateColumns'
import { requireAuthor } from '../../signing/requireAuthor'
import { signatureBy } from '../../signing/signature'
import { afterFinalIntake } from '../afterFinalIntake'
import { intakeHash } from '../canonicalIntake'

/** The signed intake assessment is the note of the intake session (90791). */
export const signIntake = defineAction({
  slug: 'intake-assessments',
  name: 'sign',
  label: 'Sign assessment',
  tone: 'primary',
  confirm: 'Nobody can change it afterwards. Corrections are made as addenda.',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['open', 'submittedByPatient', 'draft', 'returned'] },
  prepare: async ({ actor, now, read, record, req }) => {
    const session = await intakeSessionOf(read, record)
    await requireAuthor({
      actor,
      read,
      author: session?.['clinician'] ?? record['author'] ?? actor.id,
    })
    const own = {
      session: session ? String(session['id']) : null,
      serviceDate: session ? String(session['serviceDate']) : null,
    }
    const signature = await signatureBy({ actor, now, read }, intakeHash({ ...record, ...own }))
    return {
      set: {
        ...own,
        ...signature,
        ...(await lateColumns(req, { session, now })),
        author: actor.id,
        status: isTrainee(actor) ? 'pendingCosign' : 'signed',
        isFinal: !isTrainee(actor),
      },
      refs: { session: own.session },
    }
  },
  effects: [
    {
      name: 'note-task',
      run: (context) =>
        closeTasks(context, { kind: 'note-due', recordIds: [String(context.refs['session'])] }),
    },
    {
      name: 'returned-task',
      run: (context) => closeTasks(context, { kind: 'returned', recordIds: [context.record.id] }),
    },
    {
      name: 'cosign-task',
      run: async (context) => {
        if (context.record['status'] !== 'pendingCosign') return
        await askForCosignature(context, {
          collectionSlug: 'intake-assessments',
          title: 'Co-sign an intake assessment',
        })
      },
    },
    ...afterFinalIntake,
  ],
})

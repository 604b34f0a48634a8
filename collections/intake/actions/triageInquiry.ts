import { z } from 'zod'
import { optionalChoice, optionalText } from '@/collections/fields/actionInputs'
import { type ActionField, defineAction } from '@/hooks/actions/define'
import { assessTriage } from '@/src/domain/intake/triage'
import { TRIAGE_FORM } from '@/src/domain/intake/triageForm'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { alertOnCall, onCallStaff } from '../alertOnCall'
import { closeWaiting } from '../closeWaiting'
import { SAFETY_ACTIONS, valuesOf } from '../inquiryCodes'

const answers = Object.fromEntries(TRIAGE_FORM.map(({ id }) => [id, optionalText(40)]))

const questions: ActionField[] = TRIAGE_FORM.map(({ id, label, options, isRequired }) => ({
  name: id,
  label,
  type: 'select',
  isRequired,
  options,
}))

const input = z.object({
  ...answers,
  safetyAction: optionalChoice(valuesOf(SAFETY_ACTIONS), 'Choose what was done from the list.'),
  safetyNote: optionalText(2000),
})

type Input = z.output<typeof input>

const answersIn = (given: Input): Record<string, string> => {
  const row = given as Record<string, unknown> // the questions' ids, all optional text
  return Object.fromEntries(
    TRIAGE_FORM.flatMap(({ id }) => (typeof row[id] === 'string' ? [[id, row[id]]] : [])),
  )
}

export const triageInquiry = defineAction<Input>({
  slug: 'inquiries',
  name: 'triage',
  label: 'Triage',
  tone: 'primary',
  input,
  fields: [
    ...questions,
    {
      name: 'safetyAction',
      label: 'What was done',
      type: 'select',
      options: SAFETY_ACTIONS,
      help: 'Needed when this person cannot wait.',
    },
    { name: 'safetyNote', label: 'What was done, in words', type: 'textarea' },
  ],
  from: { column: 'status', values: ['new', 'triaged', 'waitlisted'] },
  prepare: async ({ input: given, now, read, record }) => {
    const form = answersIn(given)
    const result = assessTriage(form)
    const missing = result.missing.map(({ questionId, label }) => ({
      path: questionId,
      message: `Answer "${label}"`,
    }))
    const wrong = result.problems.map(({ questionId, message }) => ({ path: questionId, message }))
    if (missing.length || wrong.length) throw new Refusal('invalid', [...missing, ...wrong])
    const { mustActToday } = result
    const { ids } = mustActToday ? await onCallStaff(read, now) : { ids: [] }
    return {
      set: {
        // Who cannot wait leaves the list; everybody else stays where they stand.
        status: record['status'] === 'waitlisted' && !mustActToday ? 'waitlisted' : 'triaged',
        tier: result.tier,
        mustActToday,
        safetyAction:
          given.safetyAction ?? (mustActToday ? null : (record['safetyAction'] ?? null)),
        respondedAt: record['respondedAt'] ?? now.toISOString(),
        // So that the person on call can open what they are alerted about.
        matchedClinician: idIn(record, 'matchedClinician') ?? ids[0] ?? null,
        triageAnswers: JSON.stringify(form),
        ...(given.safetyNote ? { safetyNote: given.safetyNote } : {}),
      },
    }
  },
  effects: [
    {
      name: 'alert',
      run: async (context) => {
        const { record } = context
        if (!record['mustActToday']) return
        await alertOnCall(context, {
          key: `inquiry|${record.id}|${String(record['rev'])}`,
          collection: 'inquiries',
          id: record.id,
          title: 'Urgent: somebody who wrote to us needs a call now',
        })
      },
    },
    {
      name: 'waitlist',
      run: async ({ record, req }) => {
        if (!record['mustActToday']) return
        await closeWaiting(req, record.id, 'Cannot wait')
      },
    },
  ],
  answer: async ({ record, read }) => {
    const texts = await read.text('inquiries', record)
    const form = JSON.parse(String(texts['triageAnswers'] ?? '{}')) as Record<string, string> // written above
    const { tier, mustActToday, flags } = assessTriage(form)
    return { tier, mustActToday, flags }
  },
})

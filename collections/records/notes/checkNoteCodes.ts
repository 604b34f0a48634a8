import type { CollectionBeforeChangeHook } from 'payload'
import { factReader } from '@/hooks/facts'
import { wordsIn } from '@/hooks/rules/records/noteFacts'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

/** The diagnoses a note names are the patient's own; lists are kept as words, each once. */
export const checkNoteCodes: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  for (const name of ['objectiveKeys', 'diagnosisIds']) {
    if (typeof data[name] === 'string') data[name] = wordsIn(data[name]).join(' ')
  }
  const ids = wordsIn(data['diagnosisIds'])
  if (!ids.length || data['diagnosisIds'] === originalDoc?.diagnosisIds) return data
  const patient = idIn(data, 'patient') ?? idIn(originalDoc ?? {}, 'patient')
  const own = await factReader(req).many('diagnoses', { patient: { equals: patient } })
  const isOwn = ids.every((id) => own.some((row) => row['id'] === id))
  if (isOwn) return data
  throw new Refusal('invalid', [
    { path: 'diagnosisIds', message: "Choose diagnoses from this patient's list." },
  ])
}

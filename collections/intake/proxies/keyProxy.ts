import type { CollectionBeforeChangeHook } from 'payload'
import { factReader } from '@/hooks/facts'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

/** One authority per person and patient at a time; a new one after an end is a row of its own. */
export const keyProxy: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const read = factReader(req)
  const patientId = idIn(data, 'patient')
  const personId = idIn(data, 'relatedPerson')
  const [patient, person] = await Promise.all([
    read.one('patients', patientId),
    read.one('related-persons', personId),
  ])
  if (!patient || !person || idIn(person, 'patient') !== patientId) {
    throw new Refusal('invalid', [
      { path: 'relatedPerson', message: 'Choose one of the people around this patient.' },
    ])
  }
  const known = await read.many('proxies', { relatedPerson: { equals: personId } })
  if (known.some((row) => row['status'] !== 'ended')) {
    throw new Refusal('conflict', [
      {
        path: 'relatedPerson',
        message: `${String(person['name'])} is on the list already. Change the rights there.`,
      },
    ])
  }
  data['uniqueKey'] = `${String(personId)}|${known.length + 1}`
  data['name'] = person['name']
  data['patientName'] = patient['firstName']
  data['status'] = 'proposed'
  return data
}

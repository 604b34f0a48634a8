import type { Row } from '@/src/domain/row'
import type { Finding } from '@/src/lib/errors'
import { defineRule } from '../rule'

type Facts = { possible: Row | null }

const idIn = (text: unknown): string | null => {
  const [first] = String(text ?? '').split(' ')
  return first?.startsWith('patients:') ? first.slice('patients:'.length) : null
}

const nameOf = (person: Row): string => {
  const first = String(person['chosenName'] || person['firstName'] || '')
  const name = `${first ? `${first[0]}. ` : ''}${String(person['lastName'] ?? '')}`
  const year = String(person['dateOfBirth'] ?? '').slice(0, 4)
  return year ? `${name}, ${year}` : name
}

const unanswerable: Finding = {
  path: 'email',
  message: 'Leave an e-mail address or a phone number, so that we can answer.',
}

/** Booking makes a chart, so the question whether there is one already is settled before it. */
export const inquiryMakesAProspect = defineRule<Facts>({
  id: 'R01',
  title:
    'An inquiry makes a prospect, is answered in time, and is never a second chart of one person',
  area: 'intake',
  appliesTo: ['inquiries:create', 'inquiries:update', 'inquiries:action:book-intake'],
  override: null,
  facts: async (read, { on, after }) => {
    if (on !== 'action:book-intake' || after['patient'] || after['isNewPerson'])
      return { possible: null }
    return { possible: await read.one('patients', idIn(after['possibleDuplicateOf'])) }
  },
  check: ({ change, facts }) => {
    const { after, on } = change
    if (on !== 'action:book-intake') return after['email'] || after['phone'] ? [] : [unanswerable]
    if (!facts.possible) return []
    return [
      {
        path: 'continueAsNew',
        message: `Possible match: ${nameOf(facts.possible)}. Link to this person, or continue as new?`,
        fixUrl: `/admin/collections/patients/${String(facts.possible['id'])}`,
      },
    ]
  },
})

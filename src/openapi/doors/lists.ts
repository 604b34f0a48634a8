import { exportPurposes, exportRecipients } from '@/src/domain/listExport'
import { ref } from '../json'
import {
  body,
  choice,
  count,
  csv,
  list,
  map,
  message,
  object,
  orNull,
  proof,
  type Said,
  text,
  yes,
} from './said'

const codesOf = (options: readonly { value: string }[]): string[] =>
  options.map(({ value }) => value)

const question = object(
  {
    name: text(),
    label: text(),
    type: text(),
    isRequired: yes(),
    help: text(),
    options: list(object({ value: text(), label: text() })),
    relationTo: text(),
  },
  ...['isRequired', 'help', 'options', 'relationTo'],
)

const checks = list(
  object(
    { ok: yes(), ruleId: text(), path: text(), message: text(), fix: map() },
    ...['ruleId', 'path', 'fix'],
  ),
)

const readiness: Said = {
  summary: 'What is there and what is missing before signing',
  answer: object({ isReady: yes(), checks }),
}

/** Doors that many collections have, by method and the address behind the collection's. */
export const listDoors: Readonly<Record<string, Said>> = {
  'get /count': {
    summary: 'How many there are',
    description: 'Of the records that the caller may read, narrowed by `where`.',
    query: { where: ref('schemas', 'Where') },
    answer: object({ totalDocs: count() }),
  },
  'get /:id/actions': {
    summary: 'The actions that the caller holds on a record',
    description: 'With the questions each asks, and whether the record is in a state for it.',
    answer: object({
      actions: list(
        object(
          {
            name: text('The last part of the address of the action.'),
            label: text(),
            confirm: text('What to tell the person before.'),
            tone: text(),
            fields: list(question),
            stepUp: { description: 'Set where the action asks the person again.' },
            shown: list(object({ name: text(), label: text() })),
            isPossible: yes('The record is in a state for it.'),
          },
          ...['confirm', 'tone', 'stepUp', 'shown'],
        ),
      ),
      rev: orNull(count()),
      kind: text(),
    }),
  },
  'post /csv': {
    summary: 'The list as a file',
    description:
      'For people to whom the table grants export, never for software. The access log says who took how many and what for before it leaves (R61). Asks the person again. At most 50,000 records; confidential texts are not in it, and nothing in it is taken for a formula.',
    body: body(
      {
        purpose: choice(...codesOf(exportPurposes)),
        recipient: choice(...codesOf(exportRecipients)),
        where: ref('schemas', 'Where'),
        filter: text('A filter of the list by its name, or one of one’s own by its id.'),
        sort: text('A field of the record, with - in front for the other way round.'),
        ...proof,
      },
      ...['purpose', 'recipient'],
    ),
    gives: csv,
  },
  'get /versions': {
    summary: 'Earlier versions of what the website shows, the newest first',
    query: {
      where: ref('schemas', 'Where'),
      limit: count(),
      page: count(),
      sort: text(),
    },
    answer: {
      allOf: [
        ref('schemas', 'Page'),
        body({ docs: list(ref('schemas', 'WebsiteVersion')) }, 'docs'),
      ],
    },
  },
  'get /versions/:id': {
    summary: 'One earlier version',
    answer: ref('schemas', 'WebsiteVersion'),
  },
  'post /versions/:id': {
    summary: 'Go back to an earlier version',
    query: { draft: yes('As a draft; what is published stays.') },
    answer: map(),
  },
  'get /file/:filename': {
    summary: 'The file itself',
    description: 'For whoever may read the record it belongs to.',
    gives: 'application/octet-stream',
  },
  'get /:id/readiness': readiness,
  // For pages of the office, which ask the collection that signs in.
  'post /login': {
    summary: 'For the pages of the office; programs ask /api/auth/staff/login',
    body: body({ email: text(), password: text() }, 'email', 'password'),
    answer: ref('schemas', 'SessionAnswer'),
    isOpen: true,
  },
  'post /logout': {
    summary: 'For the pages of the office; programs ask /api/auth/staff/logout',
    answer: message,
    isOpen: true,
  },
  'get /me': {
    summary: 'For the pages of the office; programs ask /api/auth/staff/me',
    answer: ref('schemas', 'OwnAccount'),
    isOpen: true,
  },
  'post /refresh-token': {
    summary: 'For the pages of the office: who is signed in still',
    answer: ref('schemas', 'OwnAccount'),
  },
}

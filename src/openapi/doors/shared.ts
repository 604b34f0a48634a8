import { ref } from '../json'
import { body, instant, list, map, number, object, type Said, text, yes } from './said'

const clockAnswer = object({ now: instant(), zone: text() })

const kept = object({ id: text(), title: text(), where: ref('schemas', 'Where') })

/** Doors that are the same for everybody who signed in: what to look for, what one keeps, this document. */
export const sharedDoors: Readonly<Record<string, Said>> = {
  'post /search': {
    summary: 'People by name, birth date or phone, claims by number, screens',
    description: 'Within the caller’s scope. By POST, so that no name is in an address; audited.',
    body: body({ query: { ...text(), maxLength: 100 } }, 'query'),
    answer: object({ people: list(map()), claims: list(map()), screens: list(map()) }),
  },
  'get /list-filters/:list': {
    summary: 'The filters that come with a list, and one’s own',
    answer: object({ ready: list(object({ key: text(), title: text() })), own: list(kept) }),
  },
  'post /list-filters/:list': {
    summary: 'Keep a filter for oneself',
    description: 'Choices, days and numbers alone: words could name a patient.',
    body: body(
      {
        title: { ...text(), maxLength: 60 },
        where: ref('schemas', 'Where'),
        daysMove: yes('Days stay as far from today as they are now; so unless said.'),
      },
      ...['title', 'where'],
    ),
    answer: kept,
    status: 201,
  },
  'delete /list-filters/:list/:id': {
    summary: 'Keep it no longer',
    answer: object({ id: text() }),
  },
  'post /list-searches/:list': {
    summary: 'Keep what is looked for in a list, and get a key for it',
    description: 'The list is asked with `find=<key>`, so that no name is in an address.',
    body: body({ search: { ...text(), maxLength: 200 }, where: ref('schemas', 'Where') }),
    answer: object({ key: text() }),
  },
  'get /access': { summary: 'What the caller may do', answer: map() },
  'get /openapi.json': { summary: 'This document', answer: map() },
  'get /docs': { summary: 'This document for people', gives: 'text/html' },
  'get /docs.css': { summary: 'How it looks', gives: 'text/css', isOpen: true },
  'get /demo-clock': { summary: 'In the demo: the practice’s time', answer: clockAnswer },
  'post /demo-clock': {
    summary: 'In the demo: move the practice’s time',
    body: body({ to: text('As 2026-04-14T10:00 on the practice’s clock.'), minutes: number() }),
    answer: clockAnswer,
  },
}

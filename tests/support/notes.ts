import type { TestApp } from './boot'
import { addSession, type Chart, wholeNote } from './chart'
import type { Person } from './people'

export type NoteOptions = {
  by?: Person
  patient?: string
  hoursAgo?: number
  session?: Record<string, unknown>
}

export const notePath = (id: string, action = ''): string =>
  `/api/progress-notes/${id}${action && `/${action}`}`

/** Sessions and notes of Ana's chart unless somebody else's is asked for. */
export const notesOf = (app: TestApp, chart: () => Chart) => {
  const newSession = ({ by, hoursAgo, patient, session }: NoteOptions = {}): Promise<string> =>
    addSession(app, {
      patient: patient ?? chart().ana,
      clinician: (by ?? chart().kim).id,
      location: chart().location,
      hoursAgo,
      more: session,
    })
  const draft = async (
    options: NoteOptions = {},
    text: Record<string, unknown> = wholeNote,
  ): Promise<string> => {
    const session = await newSession(options)
    const { client } = options.by ?? chart().kim
    const answer = await client.post('/api/progress-notes', { session, ...text })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    return answer.body.doc.id
  }
  const signed = async (options: NoteOptions = {}): Promise<string> => {
    const id = await draft(options)
    const answer = await (options.by ?? chart().kim).client.post(notePath(id, 'sign'))
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return id
  }
  return { newSession, draft, signed }
}

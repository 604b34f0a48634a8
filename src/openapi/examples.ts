import type { OpenapiDocument } from './document'
import type { Json } from './json'
import { isJson } from './json'

/** Ids in the examples; a test puts real ones in their place. */
export const exampleIds = {
  patient: '0b6d4f5e-3c1a-4e0f-9a2b-5d8c7e6f1a20',
  payment: '1c7e5a6f-4d2b-4f1a-8b3c-6e9d8f7a2b31',
  clinician: '2d8f6b7a-5e3c-4a2b-9c4d-7f1e9a8b3c42',
  nobody: '3e9a7c8b-6f4d-4b3c-8d5e-8a2f1b9c4d53',
} as const

const instant = '2026-04-14T16:40:00.000Z'
const cursor = 'WyIyMDI2LTA0LTE0VDE2OjQwOjAwLjAwMFoiLCIwYjZkNGY1ZSJd'

export type Example = {
  name: string
  summary: string
  method: 'get' | 'post' | 'patch'
  /** As in the document. */
  path: string
  /** What stands for the names in braces. */
  params?: Readonly<Record<string, string>>
  query?: string
  headers?: Readonly<Record<string, string>>
  body?: Json
  status: number
  answer: Json
}

const ana: Json = {
  id: exampleIds.patient,
  firstName: 'Ana',
  lastName: 'Silva',
  dateOfBirth: '1988-02-14',
  status: 'active',
  rev: 1,
  createdAt: instant,
  updatedAt: instant,
}

const refusal = (entry: Json): Json => ({
  errors: [{ ...entry, reference: 'aKQ_8LoZ6xl_' }],
})

/** Questions and their answers, each of them played against the product by a test, in this order. */
export const examples: readonly Example[] = [
  {
    name: 'first-page',
    summary: 'The first page of a long list',
    method: 'get',
    path: '/api/patients',
    query: 'after=&limit=1',
    status: 200,
    answer: { docs: [ana], after: cursor, hasNextPage: true },
  },
  {
    name: 'filtered',
    summary: 'By a filter, only some fields',
    method: 'get',
    path: '/api/patients',
    query: 'where[status][equals]=active&sort=lastName&select[lastName]=true&limit=10',
    status: 200,
    answer: { docs: [{ id: exampleIds.patient, lastName: 'Silva' }], totalDocs: 1, page: 1 },
  },
  {
    name: 'bad-limit',
    summary: 'A limit that is none',
    method: 'get',
    path: '/api/patients',
    query: 'limit=5000',
    status: 400,
    answer: refusal({
      status: 400,
      code: 'invalid',
      message: 'limit must be a whole number from 1 to 1000.',
    }),
  },
  {
    name: 'one',
    summary: 'One record',
    method: 'get',
    path: '/api/patients/{id}',
    params: { id: exampleIds.patient },
    status: 200,
    answer: ana,
  },
  {
    name: 'not-there',
    summary: 'A record that is not there, or out of reach',
    method: 'get',
    path: '/api/patients/{id}',
    params: { id: exampleIds.nobody },
    status: 404,
    answer: refusal({
      status: 404,
      code: 'not-found',
      message: 'Nothing was found here. It may not exist, or you may not have access.',
    }),
  },
  {
    name: 'changes',
    summary: 'What was written since the last question',
    method: 'get',
    path: '/api/patients/changes',
    query: 'after=&limit=1',
    status: 200,
    answer: { docs: [ana], removed: [], after: cursor, hasMore: true },
  },
  {
    name: 'give-external-id',
    summary: 'The client’s own id for a patient',
    method: 'post',
    path: '/api/external-ids/give',
    body: { collection: 'patients', record: exampleIds.patient, value: 'crm-1042' },
    status: 201,
    answer: { id: exampleIds.nobody, status: null, rev: 1, isReplay: false },
  },
  {
    name: 'by-external-id',
    summary: 'Found by it',
    method: 'get',
    path: '/api/patients/by-external-id/{value}',
    params: { value: 'crm-1042' },
    status: 200,
    answer: ana,
  },
  {
    name: 'change-phone',
    summary: 'With the revision that was read',
    method: 'patch',
    path: '/api/patients/{id}',
    params: { id: exampleIds.patient },
    body: { phone: '+15035550147', rev: 1 },
    status: 200,
    answer: { doc: { id: exampleIds.patient, phone: '+15035550147', rev: 2 } },
  },
  {
    name: 'change-phone-by-header',
    summary: 'The revision as If-Match, which fails',
    method: 'patch',
    path: '/api/patients/{id}',
    params: { id: exampleIds.patient },
    headers: { 'If-Match': '"1"' },
    body: { phone: '+15035550148' },
    status: 412,
    answer: refusal({
      status: 412,
      code: 'precondition-failed',
      message: 'This record is at revision 2, not 1. Read it again.',
    }),
  },
  {
    name: 'change-phone-blindly',
    summary: 'Without a revision',
    method: 'patch',
    path: '/api/patients/{id}',
    params: { id: exampleIds.patient },
    body: { phone: '+15035550148' },
    status: 428,
    answer: refusal({
      status: 428,
      code: 'precondition-required',
      message:
        'Say which revision you read: send its "rev" in the body, or as If-Match. Read the record first.',
    }),
  },
  {
    name: 'new-inquiry',
    summary: 'From a form of one’s own, safe to repeat',
    method: 'post',
    path: '/api/inquiries',
    headers: { 'Idempotency-Key': '7b1c0a52-website-form' },
    body: {
      chosenName: 'Bo',
      lastName: 'Reyes',
      email: 'bo@example.com',
      message: 'I would like to talk.',
      notEmergency: true,
    },
    status: 201,
    answer: { message: 'Saved.', doc: { id: exampleIds.nobody, chosenName: 'Bo' } },
  },
  {
    name: 'payments-of-a-patient',
    summary: 'Money of one patient',
    method: 'get',
    path: '/api/payments',
    query: `where[patient][equals]=${exampleIds.patient}`,
    status: 200,
    answer: {
      docs: [
        {
          id: exampleIds.payment,
          patient: exampleIds.patient,
          amountCents: 2500,
          method: 'cash',
          status: 'received',
        },
      ],
    },
  },
  {
    name: 'never-for-software',
    summary: 'What software is never granted',
    method: 'get',
    path: '/api/progress-notes',
    status: 403,
    answer: refusal({
      status: 403,
      code: 'not-granted',
      rule: 'R107',
      message:
        'The client "Example" may not read progress notes. No software is granted this: it is for people who are signed in.',
    }),
  },
  {
    name: 'practice',
    summary: 'The practice itself',
    method: 'get',
    path: '/api/globals/practice',
    status: 200,
    answer: { name: 'Harbour Therapy' },
  },
]

const contentOf = (holder: unknown): Json | null => {
  const content = isJson(holder) ? holder['content'] : null
  const json = isJson(content) ? content['application/json'] : null
  return isJson(json) ? json : null
}

const put = (holder: Json, name: string, example: Json): void => {
  holder['examples'] = {
    ...(isJson(holder['examples']) ? holder['examples'] : {}),
    [name]: example,
  }
}

const askedOf = ({ headers, method, params, path, query }: Example): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '')
  const head = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`)
  return [`${method.toUpperCase()} ${filled}${query ? `?${query}` : ''}`, ...head].join('\n')
}

/** Puts the examples where they belong: what is sent into the body, what is answered into the answer. */
export const withExamples = (document: OpenapiDocument): OpenapiDocument => {
  for (const example of examples) {
    const { answer, body, method, name, path, status, summary } = example
    const operation = document.paths[path]?.[method]
    if (!isJson(operation))
      throw new Error(`An example names ${method} ${path}, which is not there.`)
    const description = askedOf(example)
    const sent = contentOf(operation['requestBody'])
    if (body && sent) put(sent, name, { summary, description, value: body })
    const responses = operation['responses'] as Record<string, Json> // of an operation
    const given = responses[String(status)]
    const shared = document.components['responses']?.[`Refused${status}`]
    // Of a shared refusal this operation gets one of its own, to hold the example.
    const own = (contentOf(given) ? given : structuredClone(shared)) as Json | undefined
    const answered = contentOf(own)
    if (!own || !answered) throw new Error(`${method} ${path} does not answer ${status}.`)
    responses[String(status)] = own
    put(answered, name, { summary, description, value: answer })
  }
  return document
}

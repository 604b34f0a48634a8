import type { Json } from '../json'

/** What a door takes and answers, in words and shapes. */
export type Said = {
  summary: string
  description?: string
  /** Questions in the address; a shape that is `required` has to be there. */
  query?: Readonly<Record<string, Json>>
  body?: Json
  /** Of the body where it is no JSON. */
  takes?: string
  /** The shape of what is answered: JSON, unless `gives` says otherwise. */
  answer?: Json
  gives?: string
  /** 200 unless said. */
  status?: number
  /** No session and no key is needed. */
  isOpen?: boolean
}

const described = (shape: Json, description: string | undefined): Json =>
  description ? { ...shape, description } : shape

export const text = (description?: string): Json => described({ type: 'string' }, description)
export const count = (description?: string): Json => described({ type: 'integer' }, description)
export const number = (description?: string): Json => described({ type: 'number' }, description)
export const yes = (description?: string): Json => described({ type: 'boolean' }, description)
export const day = (description?: string): Json =>
  described({ type: 'string', format: 'date' }, description)
export const instant = (description?: string): Json =>
  described({ type: 'string', format: 'date-time' }, description)
export const choice = (...values: readonly string[]): Json => ({ type: 'string', enum: values })

/** Also null, or what is nothing in this answer. */
export const orNull = ({ type, ...shape }: Json): Json => ({ ...shape, type: [type, 'null'] })

export const list = (items: Json): Json => ({ type: 'array', items })

/** An object of these and no others; all of them are there unless named after. */
export const object = (properties: Readonly<Record<string, Json>>, ...maybe: string[]): Json => {
  const required = Object.keys(properties).filter((name) => !maybe.includes(name))
  return {
    type: 'object',
    ...(required.length ? { required } : {}),
    properties,
    additionalProperties: false,
  }
}

/** An object whose names are data, or not ours. */
export const map = (values: Json = {}): Json => ({ type: 'object', additionalProperties: values })

/** Of a body: only those named have to be there. */
export const body = (properties: Readonly<Record<string, Json>>, ...required: string[]): Json => ({
  type: 'object',
  ...(required.length ? { required } : {}),
  properties,
})

export const message: Json = object({ message: text() })

export const pdf = 'application/pdf'
export const csv = 'text/csv'

/** The ways to show again who one is, for what asks for it. */
export const proof: Readonly<Record<string, Json>> = {
  _password: text('The password again, from who has no second factor.'),
  _code: text('A code of the authenticator app.'),
  _recoveryCode: text('One of the recovery codes.'),
  _passkey: { type: 'object', description: 'The answer of the browser.' },
}

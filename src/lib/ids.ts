import { isMongo } from './env'

const shape = isMongo ? /^[0-9a-f]{24}$/ : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether text could be a record's id on the database in use. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && shape.test(value)

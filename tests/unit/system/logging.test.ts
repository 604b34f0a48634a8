import { APIError, Forbidden } from 'payload'
import { expect, it } from 'vitest'
import { logOptions } from '@/src/lib/logging'

type LogMethod = (given: unknown[], method: (...args: unknown[]) => void) => void

/** What reaches the log of one call, as the logger would serialize it. */
const written = (...given: unknown[]): unknown[] => {
  const { hooks, serializers } = logOptions('info') as {
    hooks: { logMethod: LogMethod }
    serializers: { err: (error: unknown) => unknown }
  } // the options of the logger that it sets
  const lines: unknown[] = []
  hooks.logMethod(given, (record, ...words) => {
    const { err, ...rest } = record as { err?: unknown }
    lines.push({ ...rest, ...(err ? { err: serializers.err(err) } : {}), words })
  })
  return lines
}

/** As the production build names it. */
class o extends Forbidden {}

it('a refusal is no fault of the server, whatever the build calls its class', () => {
  expect(written({ err: new o() })).toEqual([])
  expect(written(new APIError('Not like this', 409))).toEqual([])
})

it('a fault is written without what it says, and what somebody reports with words of ours stays', () => {
  const [fault] = written({ err: new Error('Ana Silva, born 1990') })
  expect(fault).toMatchObject({ words: ['A request failed'], err: { type: 'Error' } })
  expect(JSON.stringify(fault)).not.toContain('Ana')
  const [own] = written({ err: new APIError('x', 404), msg: 'A key could not be read' })
  expect(own).toMatchObject({ msg: 'A key could not be read' })
})

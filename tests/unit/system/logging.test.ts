import { APIError, Forbidden } from 'payload'
import pino from 'pino'
import { expect, it } from 'vitest'
import { logOptions } from '@/src/lib/logging'

const written = (log: (logger: pino.Logger) => void): Record<string, unknown>[] => {
  const lines: string[] = []
  const stream = { write: (line: string) => lines.push(line) }
  log(pino(logOptions('info') as pino.LoggerOptions, stream)) // what Payload hands to pino
  return lines.map((line) => JSON.parse(line))
}

/** As the production build names it. */
class o extends Forbidden {}

it('a refusal is no fault of the server, whatever the build calls its class', () => {
  expect(written((logger) => logger.error({ err: new o() }))).toEqual([])
  expect(written((logger) => logger.error(new APIError('Not like this', 409)))).toEqual([])
})

it('a fault is written without what it says, and what somebody reports with words of ours stays', () => {
  const [fault] = written((logger) => logger.error({ err: new Error('Ana Silva, born 1990') }))
  expect(fault).toMatchObject({ msg: 'A request failed', err: { type: 'Error' } })
  expect(JSON.stringify(fault)).not.toContain('Ana')
  const [own] = written((logger) =>
    logger.error({ err: new APIError('x', 404), msg: 'A key could not be read' }),
  )
  expect(own).toMatchObject({ msg: 'A key could not be read' })
})

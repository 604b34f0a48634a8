import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cursorOf, placeIn, resumeAt } from '@/src/domain/api/cursor'

const now = new Date('2026-04-14T16:40:00.000Z')
const ago = (seconds: number) => ({
  at: new Date(now.getTime() - seconds * 1000).toISOString(),
  id: `r${seconds}`,
})

describe('a cursor', () => {
  it('leads back to the place it was made of', () => {
    const instant = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    fc.assert(
      fc.property(instant, fc.uuid(), (date, id) => {
        const place = { at: date.toISOString(), id }
        expect(placeIn(cursorOf(place))).toEqual(place)
      }),
    )
  })

  it('is nothing else that somebody sends', () => {
    fc.assert(fc.property(fc.string(), (text) => placeIn(text) === null))
    const word = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const value of [null, 1, [], ['x', 'y'], [now.toISOString()], [now.toISOString(), 1], {}])
      expect(placeIn(word(value)), JSON.stringify(value)).toBeNull()
  })
})

describe('the next reading of changes', () => {
  it('goes on where the last one ended, once that has settled', () => {
    expect(resumeAt({ last: ago(61), begun: ago(90), now })).toEqual(ago(61))
    expect(resumeAt({ last: null, begun: ago(90), now })).toEqual(ago(90))
    expect(resumeAt({ last: null, begun: null, now })).toBeNull()
  })

  it('reads the last minute again, for what may become visible in it', () => {
    const resumed = resumeAt({ last: ago(5), begun: ago(90), now })
    expect(resumed).toEqual({ at: ago(60).at, id: '' })
    expect(resumeAt({ last: ago(5), begun: ago(30), now })).toEqual(ago(30))
  })
})

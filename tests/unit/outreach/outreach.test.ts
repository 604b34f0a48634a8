import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributionFrom, hasAttribution } from '@/src/domain/outreach/attribution'
import { isListed } from '@/src/domain/outreach/directory'

describe('First-touch source (R100)', () => {
  it('should keep the four values, trimmed and in lower case, and nothing else', () => {
    expect(
      attributionFrom(
        '?utm_source=%20Google&utm_medium=CPC&utm_campaign=Spring+2026-04&utm_content=ad_2&utm_term=panic&gclid=abc&name=Ana',
      ),
    ).toEqual({ source: 'google', medium: 'cpc', campaign: 'spring 2026-04', content: 'ad_2' })
  })

  it('should be empty for a visit without parameters', () => {
    const empty = attributionFrom(new URLSearchParams())
    expect(empty).toEqual({ source: null, medium: null, campaign: null, content: null })
    expect(hasAttribution(empty)).toBe(false)
    expect(hasAttribution(attributionFrom('utm_campaign=fair'))).toBe(true)
  })

  it('should take the first of two values', () => {
    expect(attributionFrom('utm_source=google&utm_source=bing').source).toBe('google')
  })

  it.each([
    'ana@example.com',
    'ana%40example.com',
    'ana at example.com',
    'ana.lee gmail',
    '503-555-0142',
    '(503) 555-0142',
    '5550142',
    '+1 503 555 0142',
    '123-45-6789',
    '٠٣٥٥٥٠١٤٢',
    'client 123456',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'cj0kcqia1zmqbhd0arisahmwnbwxyz12',
    '<script>alert(1)</script>',
    'a'.repeat(101),
    'line\u0000break',
    '   ',
  ])('should drop %s', (value) => {
    expect(attributionFrom(new URLSearchParams({ utm_source: value })).source).toBeNull()
  })

  it.each(['google', 'psychology-today', 'newsletter_04', 'dr.lee', 'spring fair 2026', 'café'])(
    'should keep %s',
    (value) => {
      expect(attributionFrom(new URLSearchParams({ utm_source: value })).source).toBe(value)
    },
  )

  it('should never keep an @, six digits in a row, or more than 100 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 130 }), fc.string(), (value, search) => {
        const kept = attributionFrom(new URLSearchParams({ utm_source: value, utm_medium: search }))
        for (const text of Object.values(kept)) {
          if (text === null) continue
          expect(text).not.toMatch(/@|\p{N}{6}|[<>"'&]/u)
          expect(text.length).toBeLessThanOrEqual(100)
          expect(attributionFrom(new URLSearchParams({ utm_source: text })).source).toBe(text)
        }
        attributionFrom(search)
      }),
    )
  })
})

describe('The public directory (R105)', () => {
  const profile = {
    capacity: 32,
    caseload: 20,
    licenses: [
      { state: 'OR', expiresOn: '2026-11-24' },
      { state: 'WA', expiresOn: '2026-01-31' },
    ],
    onLeave: false,
    isAccepting: true,
    isPublished: true,
    on: '2026-11-24',
  }

  it('should list whoever can take patients, on the last day of a license too', () => {
    expect(isListed(profile)).toEqual({ isListed: true, ruleId: null, reason: null })
    expect(isListed({ ...profile, caseload: 31 }).isListed).toBe(true)
  })

  it.each([
    [{ onLeave: true }, 'Not listed: on leave.'],
    [{ on: '2026-11-25' }, 'Not listed: license expired.'],
    [{ licenses: [] }, 'Not listed: no verified license on file.'],
    [{ isAccepting: false }, 'Not listed: not taking new clients.'],
    [{ caseload: 32 }, 'Not listed: full (32/32).'],
    [{ capacity: 0, caseload: 0 }, 'Not listed: full (0/0).'],
    [{ isPublished: false }, 'Not listed: not published.'],
    [{ isPublished: false, onLeave: true }, 'Not listed: not published.'],
  ])('should hide %o', (change, reason) => {
    expect(isListed({ ...profile, ...change })).toMatchObject({ isListed: false, reason })
  })
})

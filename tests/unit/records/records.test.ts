import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHash } from '@/src/domain/records/canonical'
import { lateEntry } from '@/src/domain/records/lateEntry'
import {
  NOTE_FIELDS,
  NOTE_FORMAT_SECTIONS,
  NOTE_FORMATS,
  noteView,
  readableNote,
} from '@/src/domain/records/noteFormats'
import { psychotherapyFindings } from '@/src/domain/records/psychotherapyText'
import { describeSignature } from '@/src/domain/records/signatureBlock'

describe('Note formats', () => {
  it.each(NOTE_FORMATS)('should show every field of the note exactly once in %s', (format) => {
    const shown = NOTE_FORMAT_SECTIONS[format].flatMap(({ fields }) => fields)
    expect([...shown].sort()).toEqual([...NOTE_FIELDS].sort())
  })

  it.each(NOTE_FORMATS)('should spell its own name with its sections: %s', (format) => {
    expect(NOTE_FORMAT_SECTIONS[format].map(({ title }) => title[0]).join('')).toBe(format)
  })

  it('should lose and invent nothing in any view', () => {
    const note = fc.record(Object.fromEntries(NOTE_FIELDS.map((field) => [field, fc.string()])))
    fc.assert(
      fc.property(fc.constantFrom(...NOTE_FORMATS), note, (format, texts) => {
        const parts = noteView({ format, note: texts }).flatMap((section) => section.parts)
        expect(Object.fromEntries(parts.map(({ field, text }) => [field, text]))).toEqual(texts)
      }),
    )
  })

  it('should leave empty parts and sections out for reading', () => {
    expect(readableNote({ format: 'BIRP', note: { reported: 'Slept badly.', plan: ' ' } })).toEqual(
      [
        {
          key: 'behavior',
          title: 'Behavior',
          parts: [{ field: 'reported', label: 'What the client reported', text: 'Slept badly.' }],
        },
      ],
    )
  })
})

describe('Late entries (R66)', () => {
  const late = (writtenAt: string) =>
    lateEntry({
      serviceEnd: '2026-03-06T18:51:00Z',
      writtenAt,
      hours: 72,
      zone: 'America/Los_Angeles',
    })

  it('should count real hours, also when the clocks change in between', () => {
    expect(late('2026-03-09T18:51:00Z')).toMatchObject({ isLate: false, label: null })
    expect(late('2026-03-09T18:51:01Z').isLate).toBe(true)
  })

  it('should show both dates', () => {
    expect(late('2026-03-10T16:00:00Z').label).toBe(
      'Late entry for service of Fri, Mar 6, 2026, 10:51 AM PST, written Tue, Mar 10, 2026, 9:00 AM PDT.',
    )
  })
})

describe('The canonical text that is signed', () => {
  it('should sort keys and write numbers and strings as RFC 8785 does', () => {
    expect(
      canonicalJson({
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
        string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    expect(canonicalJson({ '\ufb33': 1, '\ud83d\ude00': 2, '\u20ac': 3, '1': 4, '\r': 5 })).toBe(
      '{"\\r":5,"1":4,"€":3,"😀":2,"\ufb33":1}',
    )
  })

  it('should not depend on the order in which fields were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(record))
      }),
    )
  })

  it('should read back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('should leave out undefined members and refuse what JSON cannot hold', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
    const holes: unknown[] = [1]
    holes.length = 2
    for (const value of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      new Date(0),
      10n,
      () => 1,
      undefined,
      [undefined],
      holes,
      new Map(),
      '\ud83d',
      { '\ud83d': 1 },
    ]) {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    }
  })

  it('should hash UTF-8 with SHA-256', () => {
    expect(contentHash('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(contentHash(canonicalJson({ b: 1, a: 'é' }))).toBe(contentHash('{"a":"é","b":1}'))
    expect(contentHash('é')).not.toBe(contentHash('e\u0301'))
  })
})

describe('Psychotherapy note text (R57)', () => {
  it.each([
    ['We met from 10:02 to 10:51.', 'time', ['10:02', '10:51']],
    ['Came in at 3 pm upset.', 'time', ['3 pm']],
    ['Start time was late.', 'time', ['Start time']],
    ['Session lasted for a while.', 'time', ['Session lasted for']],
    ['A 50-minute session.', 'time', ['50-minute session']],
    ['I think of F41.1 here.', 'diagnosis', ['F41.1']],
    ['Perhaps F32 after all, or Z63.', 'diagnosis', ['F32', 'Z63']],
    ['The diagnosis troubles him.', 'diagnosis', ['diagnosis']],
    ['Meets DSM-5-TR criteria.', 'diagnosis', ['DSM-5-TR']],
  ])('should warn about "%s"', (text, kind, found) => {
    const findings = psychotherapyFindings(text)
    expect(findings.map((finding) => finding.found.trim())).toEqual(found)
    for (const finding of findings) {
      expect(finding.kind).toBe(kind)
      expect(finding.message).toContain('Do not put times or diagnosis here.')
      expect(text.slice(finding.index)).toContain(finding.found)
    }
  })

  it.each([
    'She dreamed of a house with 12 rooms and 3 doors.',
    'Takes B12 and vitamin D3; ran 5.5 miles.',
    'The transference feels warmer since last month.',
    'He said "I am fine" at least ten times.',
    '',
  ])('should let pass: %s', (text) => {
    expect(psychotherapyFindings(text)).toEqual([])
  })
})

describe('Signatures', () => {
  const signature = {
    signerId: '7',
    name: 'Kim Park',
    role: 'author',
    credential: 'LCSW',
    license: { state: 'OR', number: 'C1234' },
    signedAt: '2026-04-14T18:05:00Z',
    zone: 'America/Los_Angeles',
    contentHash: contentHash('x'),
  } as const

  it('should say who signed as what, and when', () => {
    expect(describeSignature(signature)).toBe(
      'Signed by Kim Park, LCSW (OR C1234), Tue, Apr 14, 2026, 11:05 AM PDT.',
    )
    expect(describeSignature({ ...signature, role: 'supervisor', license: null })).toBe(
      'Co-signed by Kim Park, LCSW, Tue, Apr 14, 2026, 11:05 AM PDT.',
    )
  })

  it('should name the person for whom a guardian signs', () => {
    expect(
      describeSignature({
        signerId: '9',
        name: 'Rita Lee',
        role: 'guardian',
        onBehalfOf: 'Maya Lee',
        signedAt: '2026-12-14T18:05:00Z',
        zone: 'America/New_York',
        contentHash: contentHash('x'),
      }),
    ).toBe('Signed by Rita Lee for Maya Lee, Mon, Dec 14, 2026, 1:05 PM EST.')
  })
})

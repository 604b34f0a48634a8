import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isValidNpi, npiCheckDigit } from '@/src/domain/billing/npi'
import {
  expectedPlaceOfService,
  placeOfServiceFindings,
  type TelehealthRule,
} from '@/src/domain/billing/placeOfService'
import { procedureCode, procedureCodes } from '@/src/domain/billing/procedureCodes'
import { codeForMinutes, minutesFitCode } from '@/src/domain/billing/sessionMinutes'
import { filingWindow } from '@/src/domain/billing/timelyFiling'

describe('NPI', () => {
  it('follows the published check digit', () => {
    for (const npi of ['1234567893', '1245319599', '1999999984']) expect(isValidNpi(npi)).toBe(true)
    for (const npi of ['1234567890', '3234567893', '123456789', '12345678931', 'abc', '', null]) {
      expect(isValidNpi(npi)).toBe(false)
    }
  })

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000_000, max: 299_999_999 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (firstNine, position, shift) => {
          const npi = `${firstNine}${npiCheckDigit(String(firstNine))}`
          expect(isValidNpi(npi)).toBe(true)
          const wrong = [...npi]
          wrong[position] = String((Number(wrong[position]) + shift) % 10)
          expect(isValidNpi(wrong.join(''))).toBe(false)
        },
      ),
    )
  })
})

describe('R74: minutes decide the code', () => {
  it.each([
    ['individual', 16, '90832'],
    ['individual', 37, '90832'],
    ['individual', 38, '90834'],
    ['individual', 52, '90834'],
    ['individual', 53, '90837'],
    ['individual', 90, '90837'],
    ['familyWithoutPatient', 26, '90846'],
    ['familyWithPatient', 26, '90847'],
    ['group', 60, '90853'],
    ['intake', 75, '90791'],
    ['crisis', 30, '90839'],
  ] as const)('%s of %i minutes is %s', (kind, minutes, code) => {
    expect(codeForMinutes({ kind, minutes })).toMatchObject({ ok: true, code })
    expect(minutesFitCode({ code, minutes })).toBeNull()
  })

  it.each([
    ['individual', 15],
    ['familyWithPatient', 25],
    ['crisis', 29],
    ['individual', 0],
    ['individual', 20.5],
  ] as const)('%s of %d minutes has no code', (kind, minutes) => {
    expect(codeForMinutes({ kind, minutes }).ok).toBe(false)
  })

  it('adds half hours to a long crisis session', () => {
    const addOns = (minutes: number) => {
      const result = codeForMinutes({ kind: 'crisis', minutes })
      return result.ok ? result.addOns : null
    }
    expect(addOns(74)).toEqual([])
    expect(addOns(75)).toEqual([{ code: '90840', units: 1 }])
    expect(addOns(104)).toEqual([{ code: '90840', units: 1 }])
    expect(addOns(105)).toEqual([{ code: '90840', units: 2 }])
  })

  it('says which code fits', () => {
    expect(minutesFitCode({ code: '90837', minutes: 47 })?.message).toBe(
      '47 minutes fits 90834, not 90837.',
    )
    expect(minutesFitCode({ code: '90834', minutes: 55 })?.suggestedCode).toBe('90837')
    expect(minutesFitCode({ code: '90832', minutes: 10 })?.message).toBe(
      '10 minutes is too short for 90832, which needs at least 16 minutes.',
    )
    expect(minutesFitCode({ code: '98968', minutes: 45 })?.message).toContain('too long')
    expect(minutesFitCode({ code: '90791', minutes: 5 })).toBeNull()
  })

  it('gives every length of session exactly one code of its kind, and that code fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (minutes) => {
        const result = codeForMinutes({ kind: 'individual', minutes })
        const fitting = procedureCodes.filter(
          (entry) => entry.kind === 'individual' && !minutesFitCode({ code: entry.code, minutes }),
        )
        expect(fitting.map((entry) => entry.code)).toEqual(result.ok ? [result.code] : [])
      }),
    )
  })

  it('keeps the table whole', () => {
    expect(new Set(procedureCodes.map((entry) => entry.code)).size).toBe(procedureCodes.length)
    for (const entry of procedureCodes) {
      for (const base of entry.addsTo) expect(procedureCode(base)?.isAddOn).toBe(false)
    }
    expect(procedureCode('90785')?.addsTo).not.toContain('90847')
  })
})

describe('R76: place of service follows the payer table by date', () => {
  const cigna = {
    payerId: 'cigna',
    payerName: 'Cigna',
    isCovered: true,
    modality: 'video',
  } as const
  const rules: TelehealthRule[] = [
    {
      ...cigna,
      patientPlace: 'home',
      effectiveFrom: '2024-01-01',
      effectiveTo: '2025-12-31',
      placeOfService: '02',
      modifiers: ['95'],
    },
    {
      ...cigna,
      patientPlace: 'home',
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
      placeOfService: '10',
      modifiers: ['95'],
    },
    {
      ...cigna,
      modality: 'audio',
      patientPlace: 'home',
      effectiveFrom: '2024-01-01',
      effectiveTo: null,
      isCovered: false,
      placeOfService: '10',
      modifiers: [],
    },
  ]
  const video = { modality: 'video', patientPlace: 'home', payerId: 'cigna', rules } as const

  it('changes on the day the row starts', () => {
    expect(expectedPlaceOfService({ ...video, serviceDate: '2025-12-31' }).placeOfService).toBe(
      '02',
    )
    expect(expectedPlaceOfService({ ...video, serviceDate: '2026-01-01' }).placeOfService).toBe(
      '10',
    )
    const line = { placeOfService: '02', modifiers: ['95'] }
    expect(placeOfServiceFindings({ ...video, ...line, serviceDate: '2025-12-31' })).toEqual([])
    expect(placeOfServiceFindings({ ...video, ...line, serviceDate: '2026-01-05' })).toEqual([
      {
        ruleId: 'R76',
        path: 'placeOfService',
        message: 'Cigna wants place of service 10 for video from Jan 1, 2026, not 02.',
      },
    ])
  })

  it('falls back to the default for a payer without rows', () => {
    const other = { ...video, payerId: 'other', serviceDate: '2026-02-01' }
    expect(expectedPlaceOfService(other)).toEqual({ placeOfService: '10', modifiers: ['95'] })
    expect(
      expectedPlaceOfService({ ...other, modality: 'audio', patientPlace: 'elsewhere' }),
    ).toEqual({
      placeOfService: '02',
      modifiers: ['93'],
    })
    expect(expectedPlaceOfService({ ...other, modality: 'inPerson' }).placeOfService).toBe('11')
  })

  it('names what disagrees and leaves other modifiers alone', () => {
    const at = { ...video, serviceDate: '2026-02-01' }
    expect(
      placeOfServiceFindings({ ...at, placeOfService: '10', modifiers: ['95', 'HO'] }),
    ).toEqual([])
    expect(
      placeOfServiceFindings({ ...at, placeOfService: '10', modifiers: ['HO'] })[0]?.path,
    ).toBe('modifiers')
    expect(
      placeOfServiceFindings({ ...at, placeOfService: '77', modifiers: [] })[0]?.message,
    ).toContain('77')
    expect(
      placeOfServiceFindings({
        ...at,
        modality: 'inPerson',
        placeOfService: '10',
        modifiers: ['95'],
      }),
    ).toHaveLength(2)
    expect(
      placeOfServiceFindings({ ...at, modality: 'audio', placeOfService: '10', modifiers: [] })[0]
        ?.message,
    ).toBe('Cigna does not cover audio-only sessions on Feb 1, 2026.')
  })
})

describe('R78: filing window', () => {
  const base = { countsFrom: '2026-01-01', limitDays: 90, payerName: 'Aetna' }
  it('warns at 80 % of the limit and stops after it', () => {
    expect(filingWindow({ ...base, today: '2026-03-13' })).toMatchObject({
      state: 'open',
      daysLeft: 19,
    })
    expect(filingWindow({ ...base, today: '2026-03-14' })).toMatchObject({
      state: 'alarm',
      daysLeft: 18,
      message: '18 days left to file (Aetna 90).',
    })
    expect(filingWindow({ ...base, today: '2026-04-01' })).toMatchObject({
      state: 'alarm',
      daysLeft: 0,
    })
    expect(filingWindow({ ...base, today: '2026-04-02' })).toMatchObject({
      state: 'passed',
      daysLeft: -1,
    })
    expect(filingWindow({ ...base, today: '2026-03-13', alarmPercent: 50 }).state).toBe('alarm')
    expect(filingWindow({ ...base, limitDays: null, today: '2026-03-13' }).state).toBe('unknown')
  })
})

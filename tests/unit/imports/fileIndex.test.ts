import { describe, expect, it } from 'vitest'
import type { ImportKind } from '@/src/domain/imports/columns'
import { fileIndex, lineProblems } from '@/src/domain/imports/fileIndex'
import type { Values } from '@/src/domain/imports/mapping'

/** What is wrong with each line of a file, as `line column: sentence`; the first line is 2. */
const problemsIn = (kind: ImportKind, lines: readonly Values[]): string[] => {
  const index = fileIndex(kind)
  for (const [at, values] of lines.entries()) index.add(at + 2, values)
  return lines.flatMap((values, at) =>
    index
      .problemsOf(at + 2, values)
      .map(({ column, message }) => `${at + 2} ${column}: ${message.split(/[.:]/)[0]}`),
  )
}

describe('people in one file', () => {
  const person = (more: Values): Values => ({
    firstName: 'Rae',
    lastName: 'Roe',
    dateOfBirth: '1990-01-01',
    ...more,
  })

  it('are compared by name and birth date, phone and e-mail, in whatever form', () => {
    const lines = [
      person({ phone: '503 555 0101', email: 'Rae@Example.test' }),
      person({ lastName: 'RÓE' }),
      person({ lastName: 'Poe', phone: '+1 (503) 555-0101' }),
      person({ lastName: 'Doe', email: 'rae@example.test' }),
      person({ lastName: 'Moe' }),
      person({ dateOfBirth: '1991-01-01' }),
    ]
    expect(problemsIn('patients', lines)).toEqual([
      '3 : May be the person of line 2, Rae Roe',
      '4 : May be the person of line 2, Rae Roe',
      '5 : May be the person of line 2, Rae Roe',
    ])
  })

  it('have a record number of their own, and a birth date that can be', () => {
    const numbers = ['A', 'A', 'B'].map((recordNumber, at) =>
      person({ recordNumber, dateOfBirth: `199${at}-01-01` }),
    )
    expect(problemsIn('patients', numbers)).toEqual([
      '3 recordNumber: Record number A stands on line 2 already',
    ])
    const born = (dateOfBirth: string) =>
      lineProblems('patients', person({ dateOfBirth }), '2026-04-14').length
    expect([born('2026-04-14'), born('2026-04-15'), born('1899-12-31')]).toEqual([0, 1, 1])
  })
})

describe('policies in one file', () => {
  const policy = (more: Values): Values => ({
    recordNumber: 'A',
    payer: 'Aetna',
    memberId: 'W1',
    effectiveOn: null,
    terminatedOn: null,
    ...more,
  })

  it('stand there once, and one pays first at a time', () => {
    const lines = [
      policy({ terminatedOn: '2025-12-31' }),
      policy({ memberId: 'w1 ' }),
      policy({ memberId: 'W2', effectiveOn: '2026-01-01' }),
      policy({ memberId: 'W3', effectiveOn: '2026-06-01' }),
      policy({ memberId: 'W4', priority: 'secondary' }),
      policy({ recordNumber: 'B' }),
    ]
    expect(problemsIn('policies', lines)).toEqual([
      '3 : This is the policy of line 2 again',
      '4 priority: Line 3 is a policy that pays first at the same time',
      '5 priority: Line 3 is a policy that pays first at the same time',
    ])
  })
})

describe('visits in one file', () => {
  const visit = (more: Values): Values => ({
    recordNumber: 'A',
    clinician: 'Kim',
    date: '2026-05-04',
    time: '10:00',
    minutes: 50,
    ...more,
  })

  it('share no clinician, patient or room, however it is written', () => {
    const lines = [
      visit({ location: 'X', room: '1' }),
      visit({ time: '10:50' }),
      visit({ recordNumber: 'B', clinician: 'KIM', time: '10:30' }),
      visit({ clinician: 'Leo', time: '09:30' }),
      visit({ recordNumber: 'C', clinician: 'Leo', time: '10:20', location: 'X', room: '1' }),
      visit({ recordNumber: 'D', date: '2026-05-05' }),
    ]
    expect(problemsIn('appointments', lines)).toEqual([
      '4 time: Overlaps with line 2',
      '5 time: Overlaps with line 2',
      '6 time: Overlaps with line 2',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { denialAdvice } from '@/src/domain/billing/denialAdvice'

describe('what to do about a denial', () => {
  it('is a corrected claim for wrong data and an appeal for a decision', () => {
    expect(denialAdvice('CO-16')).toEqual([
      'CO-16: something is missing or wrong on the claim. Mend it and make a corrected claim.',
    ])
    expect(denialAdvice('CO-50')[0]).toContain('Appeal')
    expect(denialAdvice('CO-29')[0]).toContain('proof that it was sent in time')
  })

  it('says something about every code of a claim, known or not', () => {
    const said = denialAdvice('CO-197 PR-27 OA-B7')
    expect(said).toHaveLength(3)
    expect(said[0]).toContain('no authorization')
    expect(said[2]).toBe(
      'OA-B7. Look the code up at the payer, then correct the claim, appeal or write it off.',
    )
    expect(denialAdvice('')).toEqual([])
  })
})

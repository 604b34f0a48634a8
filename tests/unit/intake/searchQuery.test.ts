import { describe, expect, it } from 'vitest'
import { foldName, soughtIn } from '@/src/domain/intake/searchQuery'

const none = { name: '', birthDate: '', phone: '', claim: '' }
const readDay = (text: string): string | null =>
  text === '4/12/1991' || text === '1991-04-12'
    ? '1991-04-12'
    : text === 'may'
      ? '2026-05-01'
      : null

describe('what a typed line may mean', () => {
  it('reads names, without case, accents and kinds of apostrophes', () => {
    expect(soughtIn(' O’Rourke  Zoë ', readDay)).toEqual({ ...none, name: "o'rourke zoe" })
    expect(soughtIn('May', readDay)).toEqual({ ...none, name: 'may' })
    expect(foldName("D'Arcy")).toBe(foldName('D’Arcy'))
  })

  it('reads a birth date with its year and takes it for no number', () => {
    expect(soughtIn('4/12/1991', readDay)).toEqual({ ...none, birthDate: '1991-04-12' })
    expect(soughtIn('1991-04-12', readDay)).toEqual({ ...none, birthDate: '1991-04-12' })
  })

  it('reads the beginning of a phone number and of a claim number', () => {
    expect(soughtIn('(503) 555', readDay)).toEqual({ ...none, phone: '+1503555' })
    expect(soughtIn('+44 20 7946', readDay)).toEqual({ ...none, phone: '+44207946' })
    expect(soughtIn('1 503 555 0133', readDay).phone).toBe('+15035550133')
    expect(soughtIn('c000012', readDay)).toEqual({ ...none, claim: 'C000012' })
    expect(soughtIn('1234', readDay)).toEqual({ ...none, phone: '+11234', claim: 'C0001234' })
  })

  it('reads nothing out of nothing', () => {
    expect(soughtIn('', readDay)).toEqual(none)
    expect(soughtIn('%_*', readDay)).toEqual(none)
  })
})

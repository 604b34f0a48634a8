import { describe, expect, it } from 'vitest'
import { abuseList, abuseTests } from '@/scripts/lib/abuseList'
import { abuseCases, notYet } from './cases/registry'

const all = Array.from({ length: 124 }, (_, index) => `T${String(index + 1).padStart(3, '0')}`)

describe('the list of abuse cases', () => {
  it('is whole, and says why for each that cannot occur', () => {
    expect(abuseCases.map(({ id }) => id)).toEqual(all)
    for (const { id, title, cannot } of abuseCases) {
      expect(title.length, id).toBeGreaterThan(20)
      if (cannot !== undefined) expect(cannot.length, id).toBeGreaterThan(20)
    }
  })

  it('has a test for each, and no test names another', () => {
    const untested = abuseList().filter(({ tests }) => !tests.length)
    expect(untested.map(({ id }) => id).filter((id) => !notYet.includes(id))).toEqual([])
    const unknown = abuseTests().filter(({ id }) => !all.includes(id))
    expect(unknown).toEqual([])
  })
})

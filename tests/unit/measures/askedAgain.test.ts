import { describe, expect, it } from 'vitest'
import { askedAgain } from '@/src/domain/measures/askedAgain'
import { findMeasure } from '@/src/domain/measures/catalog'

const phq9 = findMeasure('PHQ-9')
if (!phq9) throw new Error('There is no PHQ-9.')

const critical = phq9.items.find((item) => item.critical)?.id ?? ''
const all = Object.fromEntries(phq9.items.map(({ id }) => [id, 0]))
const { [critical]: _, ...withoutIt } = all

describe('the question that raises an alarm', () => {
  it('is asked again of who comes back with later questions answered', () => {
    expect(askedAgain(phq9, withoutIt)?.id).toBe(critical)
  })

  it('is not asked again once it is answered, or passed over in this visit', () => {
    expect(askedAgain(phq9, all)).toBeNull()
    expect(askedAgain(phq9, withoutIt, new Set([critical]))).toBeNull()
  })

  it('comes by itself while nothing behind it is answered', () => {
    const [first] = phq9.items
    expect(askedAgain(phq9, { [first?.id ?? '']: 1 })).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { documentTitle } from '@/src/domain/records/documentTitle'

const day = '2026-04-14'

describe('the title of a file', () => {
  it('says what it is and when it came', () => {
    expect(documentTitle({ kind: 'insuranceCard', side: 'front', day })).toBe(
      'Insurance card, front, Apr 14, 2026',
    )
    expect(documentTitle({ kind: 'custody', side: null, day })).toBe('Custody paper, Apr 14, 2026')
    expect(documentTitle({ kind: 'other', day })).toBe('Document, Apr 14, 2026')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWords, wordsIn } from '@/src/domain/records/findWords'

describe('finding words', () => {
  it('wants all of them, in any order, in any text of the record, whatever the accents', () => {
    const texts = ['The heron came at dawn.', 'She said: Über den Hafen, naïve as ever.']
    expect(findWords(texts, wordsIn('HERON dawn'))?.snippet).toContain('heron came')
    expect(findWords(texts, wordsIn('uber heron'))?.snippet).toContain('Über den Hafen')
    expect(findWords(texts, wordsIn('naive'))).not.toBeNull()
    expect(findWords(texts, wordsIn('heron dusk'))).toBeNull()
    expect(findWords([], wordsIn('heron'))).toBeNull()
    expect(findWords(texts, [])).toBeNull()
  })

  it('shows what is around, in one line', () => {
    const text = `${'before '.repeat(40)}\n\nthe heron\n\n${'after '.repeat(40)}`
    const snippet = findWords([text], ['heron'])?.snippet ?? ''
    expect(snippet).toMatch(/^… .*before the heron after.* …$/)
    expect(snippet.length).toBeLessThan(180)
  })

  it('finds any part of any text where it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.nat(),
        fc.nat(12),
        (text, at, length) => {
          const whole = text.normalize('NFC')
          const part = whole.slice(at % (whole.length + 1)).slice(0, length)
          const words = wordsIn(part)
          if (words.length) expect(findWords([text], words)).not.toBeNull()
        },
      ),
    )
  })

  it('takes eight words of two letters or more', () => {
    expect(wordsIn(' a  bb CC bb ')).toEqual(['bb', 'cc'])
    expect(wordsIn('aa bb cc dd ee ff gg hh ii jj')).toHaveLength(8)
  })
})

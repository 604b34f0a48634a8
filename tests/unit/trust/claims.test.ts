import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claimGroups } from '@/src/domain/trust/claims'

const claims = claimGroups.flatMap((group) => group.claims)
const loose = { isFactorRequired: false, staffIdleMinutes: 10, portalIdleMinutes: 20 }

describe('the page "How we keep what you tell us"', () => {
  it.each(claims.flatMap(({ id, proofs }) => proofs.map((proof) => [id, proof] as const)))(
    'claims %s only with a test of that title',
    (_, { file, title }) => {
      expect(existsSync(file), file).toBe(true)
      expect(readFileSync(file, 'utf8')).toMatch(
        new RegExp(`\\b(it|test)\\(\\s*'${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}'`),
      )
    },
  )

  it.each(['SECURITY.md', 'docs/threat-model.md'])(
    'has its like in %s, with tests that are there',
    (page) => {
      const text = readFileSync(page, 'utf8')
      for (const [, file = ''] of text.matchAll(/`(tests\/[\w./-]+)`/g))
        expect(existsSync(file), file).toBe(true)
      for (const [, file = '', title = ''] of text.matchAll(/`(tests\/[\w./-]+)`: _([^_]+)_/g))
        expect(readFileSync(file, 'utf8'), title).toContain(`'${title}'`)
    },
  )

  it('has a test of that title for every promise of SECURITY.md', () => {
    const rows = readFileSync('SECURITY.md', 'utf8')
      .split('\n')
      .filter(
        (line) => line.startsWith('| ') && !line.startsWith('| Promise') && !line.startsWith('| -'),
      )
    expect(rows.length).toBeGreaterThan(8)
    for (const row of rows) expect(row).toMatch(/`tests\/[\w./-]+`: _[^_]+_/)
  })

  it('says of the settings what they are, and nothing where they do not bear it out', () => {
    const said = (settings: typeof loose) => claims.map(({ says }) => says(settings)).join('\n')
    expect(said(loose)).toContain('after 10 minutes here, and your private page after 20.')
    expect(said(loose)).not.toContain('second proof')
    expect(said({ ...loose, isFactorRequired: true })).toContain('second proof')
  })

  it('has one place for each claim', () => {
    const ids = [...claims.map(({ id }) => id), ...claimGroups.map(({ id }) => id)]
    expect(new Set(ids).size).toBe(ids.length)
  })
})

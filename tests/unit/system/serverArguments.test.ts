import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { serverArguments } from '@/scripts/lib/server.mjs'

describe('how the production server is run', () => {
  it('is the same in npm start, in the container and in what starts it for somebody', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(scripts.start).toBe(['node', ...serverArguments].join(' '))
    expect(readFileSync('Dockerfile', 'utf8')).toContain(
      `CMD [${['node', ...serverArguments].map((word) => JSON.stringify(word)).join(', ')}]`,
    )
  })
})

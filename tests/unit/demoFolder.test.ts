import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoEnvironment, demoFolder, demoState, removeDemo } from '@/scripts/lib/demoData.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the folder of a demo', () => {
  it('is marked from the first moment, and goes with everything in it', () => {
    const files = demoFolder(join(folder, 'new'))
    demoEnvironment(files, 3000)
    expect(demoState(files)).toBe('seeding')
    for (const path of [files.database, `${files.database}-wal`]) writeFileSync(path, 'rows')
    removeDemo(files)
    expect(existsSync(files.folder)).toBe(false)
    expect(() => removeDemo(files)).not.toThrow()
  })

  it('keeps what somebody else put there', () => {
    const files = demoFolder(folder)
    demoEnvironment(files, 3000)
    writeFileSync(join(folder, 'letter.txt'), 'mine')
    removeDemo(files)
    expect(readdirSync(folder)).toEqual(['letter.txt'])
  })

  it.each(['keys', 'database'] as const)('is not removed for the %s of a practice', (name) => {
    const files = demoFolder(folder)
    if (name === 'keys') mkdirSync(files.keys)
    else writeFileSync(files.database, 'patients')
    demoEnvironment(files, 3000)
    expect(demoState(files)).toBe('empty')
    expect(() => removeDemo(files)).toThrow(/nothing was removed/)
    expect(existsSync(files[name])).toBe(true)
  })
})

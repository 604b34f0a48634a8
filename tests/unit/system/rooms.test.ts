import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

const floors = ['access', 'collections', 'hooks', 'src']

/** Parts of src/lib that read for one group of screens: rooms of their own. */
const readers = new Set(['http', 'portal', 'website'])

/** The room a file is in; null for what wires them together at the top of src/, and for styles. */
const roomOf = (file: string): string | null => {
  const [top = '', folder = '', inner = ''] = file.split('/')
  if (top !== 'src') return floors.includes(top) ? top : null
  if (folder === 'lib') return readers.has(inner) ? `lib/${inner}` : 'lib'
  return file.split('/').length > 2 && !['styles', 'migrations'].includes(folder) ? folder : null
}

const importedBy = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\(|import)\s*'([^']+)'/g)].flatMap(
    ([, target = '']) => {
      if (target.startsWith('@/')) return [target.slice(2)]
      return target.startsWith('.') ? [normalize(join(dirname(file), target))] : []
    },
  )

const drawnArrows = (): string[] => {
  const page = readFileSync('docs/architecture.md', 'utf8')
  const drawing = page.split('```mermaid')[1]?.split('```')[0] ?? ''
  const nodes = new Map(
    [...drawing.matchAll(/^ *(\w+)\["([^"]+)"\]/gm)].map(([, id, label = '']) => [
      id,
      label.split(' ')[0] ?? '',
    ]),
  )
  return [...drawing.matchAll(/^ *(\w+) --> (.+)$/gm)].flatMap(([, from, to = '']) =>
    to.split(' & ').map((each) => `${nodes.get(from)} -> ${nodes.get(each.trim())}`),
  )
}

it('the drawing of the rooms shows the arrows there are, and no other', () => {
  const files = floors.flatMap((floor) =>
    readdirSync(floor, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(floor, name)),
  )
  const arrows = new Set<string>()
  for (const file of files) {
    const from = roomOf(file)
    for (const target of importedBy(file)) {
      const to = roomOf(target)
      if (from && to && from !== to) arrows.add(`${from} -> ${to}`)
    }
  }
  expect([...arrows].sort()).toEqual(drawnArrows().sort())
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const screens = (): string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join('src', name))

/** Where a form opens without saying how it is sent. */
const unsaid = (file: string): string[] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxOpeningLikeElement(node) && node.tagName.getText() === 'form') {
      const names = node.attributes.properties.map((property) => property.name?.getText())
      if (!names.includes('method') && !names.includes('action'))
        found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it('no form puts what was typed into an address: before its script has come, a form without a method does', () => {
  const files = screens()
  expect(files.length).toBeGreaterThan(300)
  expect(files.flatMap(unsaid)).toEqual([])
})

import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inRoot, root } from './root.mjs'
import { filesUnder } from './sources.mjs'

/** A test or group of tests whose title names an id, such as that of a rule. */
export type NamedTest = { id: string; file: string; title: string }

const titled = /\b(?:describe|it|test)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])(.*?)\1/gs

/** Every test title under tests/ that names an id of the pattern. */
export const testsNaming = (ids: RegExp): NamedTest[] =>
  filesUnder(inRoot('tests'))
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(titled)].flatMap(([, , title = '']) =>
        [...new Set(title.match(ids))].map((id) => ({ id, file: relative(root, file), title })),
      ),
    )

import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inRoot, root } from './root.mjs'
import { filesUnder } from './sources.mjs'

/** A test or group of tests whose title names a rule. */
type NamedTest = { rule: string; test: string }

const title = /\b(?:describe(?:Shared)?|it|test)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])(.*?)\1/gs
const ruleId = /\bR\d{2,3}\b/g

/** Every test title under tests/ that names a rule, as `path: title`. */
export const namedTests = (): NamedTest[] =>
  filesUnder(inRoot('tests'))
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(title)].flatMap(([, , name = '']) =>
        [...new Set(name.match(ruleId))].map((rule) => ({
          rule,
          test: `${relative(root, file)}: ${name}`,
        })),
      ),
    )

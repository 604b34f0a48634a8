import { existsSync, readFileSync } from 'node:fs'
import type { Door } from '@/access/doors'
import { principals, roleLabels } from '@/access/roles'
import type { Tally } from '@/tests/security/crawl/tally'
import { provenFile, rowsChanged } from '@/tests/security/mutants/choose'
import { kinds } from '@/tests/security/mutants/mutant'

/** What the last full run left: the rows of the table as they were, and the figures of each part. */
export type Proven = { rows: Record<string, string>; parts: Record<string, Tally> }

export const readProven = (): Proven =>
  existsSync(provenFile)
    ? (JSON.parse(readFileSync(provenFile, 'utf8')) as Proven)
    : { rows: {}, parts: {} }

const loosened: Readonly<Record<(typeof kinds)[number], string>> = {
  cell: 'every verb of every cell of the table that does not reach everything yet: it then does',
  scope:
    'each scope, as a query and in memory: it reaches everything, or forgets one of its conditions',
  class: 'the class of each field that keeps anybody out: the field is open to all',
  guard:
    'each hook, access function, closed door and setting of `secureCollection`: it is gone or says yes',
}

const number = (value: number): string => value.toLocaleString('en-US')

type Subject = { slug: string }
type Config = { collections: readonly Subject[]; globals: readonly Subject[] }

/** docs/security-tests.md. */
export const securityPage = ({ collections, globals }: Config, doors: readonly Door[]): string => {
  const { rows, parts } = readProven()
  const crawls = Object.entries(parts).filter(([, { mutants }]) => !mutants)
  const requests = Object.values(parts).reduce((sum, part) => sum + part.requests, 0)
  const classes = new Map<string, number>()
  for (const { classification } of doors)
    classes.set(classification, (classes.get(classification) ?? 0) + 1)
  const changed = rowsChanged(rows)
  const mutants = kinds.map((kind) => ({ kind, ...parts[`mutants-${kind}`]?.mutants }))
  const made = mutants.reduce((sum, { made: one = 0 }) => sum + one, 0)
  const killed = mutants.reduce((sum, { killed: one = 0 }) => sum + one, 0)
  return [
    '<!-- Made from the running configuration and tests/security/proven.json by npm run docs:generate. -->',
    '# Who else could have seen it',
    '',
    'Nobody, and this is how it is tested: around planted sentences, everybody of the policy table asks and writes at',
    'every door, and an independent reading of the table says what each may be shown. `npm test` does it on every',
    'change; `npm run test:security` does only this, and with `-- --full` tries every mutant and writes this page.',
    '',
    '## What takes part',
    '',
    `- **${principals.length} principals**: ${principals.map((name) => roleLabels[name]).join(', ')}. Besides them, people who`,
    '  opened a chart in an emergency, whose assignment is over or to come, who act for a patient with one right only,',
    '  and sessions, accounts and keys that are over, which must be answered as a stranger is.',
    `- **${collections.length} collections and ${globals.length} globals**, all there are, Payload’s own included.`,
    `- **${number(doors.length)} doors** ([doors.md](doors.md)): ${[...classes].map(([name, count]) => `${number(count)} ${name}`).join(', ')}.`,
    '',
    '## The last full run',
    '',
    `**${number(requests)} requests. Leaks: 0. Writes beyond the table: 0. Mutants: ${number(killed)} killed of ${number(made)} made.**`,
    '',
    '| Part | Principals | Collections | Doors | Requests |',
    '|---|---|---|---|---|',
    ...crawls.map(
      ([name, part]) =>
        `| ${name.replaceAll('-', ' ')} | ${part.principals?.length ?? ''} | ${part.collections?.length ?? ''} | ${part.doors?.length || ''} | ${number(part.requests)} |`,
    ),
    '',
    '**Two worlds**: what is only inferred leaves no sentence behind. Everything is therefore asked twice, in worlds that',
    'differ only in what the caller may not see; rows, totals, orders and refusals must be the same, byte by byte.',
    '**Other doors**: each endpoint of the registry beside the standard ones of a collection. One that no crawl asks needs a',
    'written reason, or the tests fail; a closed one answers 404.',
    '',
    'A mutant is access control made looser in one place while the tests run; they must notice, and find nothing once',
    'it is gone again. A survivor would be a place that could break unnoticed.',
    '',
    '| Kind | What is loosened in turn | Killed | Made |',
    '|---|---|---|---|',
    ...mutants.map(
      ({ kind, killed: one = 0, made: all = 0 }) =>
        `| ${kind} | ${loosened[kind]} | ${number(one)} | ${number(all)} |`,
    ),
    '',
    changed.length
      ? `Rows of the table that changed since then, whose mutants \`npm test\` tries all: ${changed.map((slug) => `\`${slug}\``).join(', ')}.`
      : 'No row of the table changed since then.',
    'Of the others it tries one in twenty, drawn by a seed it prints (`MUTANT_SEED` draws others).',
    '',
    'The ways to do harm that need more than one step are in [abuse-cases.md](abuse-cases.md).',
    '',
  ].join('\n')
}

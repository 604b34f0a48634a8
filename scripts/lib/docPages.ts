import type { KeptText } from '@/access/clearText'
import type { Door } from '@/access/doors'
import { fieldClasses } from '@/access/fieldClasses'
import { classRights } from '@/access/fieldRights'
import { matrix } from '@/access/matrix'
import { operations, policyOf } from '@/access/policy'
import { type Principal, principals, roleLabels } from '@/access/roles'
import type { ScopeName } from '@/access/scopes'
import { scopeWords } from '@/access/scopeWords'
import { areas } from '@/tests/security/abuse/cases/types'
import { abuseList, provenBy } from './abuseList'
import { ruleList } from './ruleList'

/** The first line of a page that is made. */
export const made = (source: string): string =>
  `<!-- Made from ${source} by npm run docs:generate. Edit the source, not this page. -->`

const words: Readonly<Record<string, string>> = { readVersions: 'read versions' }

const verbOrder = (verb: string): number => {
  const at = (operations as readonly string[]).indexOf(verb) // any verb may be asked for
  return at < 0 ? operations.length : at
}

/** `read and update own caseload; sign own caseload` for one cell of the table. */
const cellText = (slug: string, principal: Principal): string => {
  const byScope = new Map<ScopeName, string[]>()
  for (const [verb, scope] of policyOf(slug)[principal])
    byScope.set(scope, [...(byScope.get(scope) ?? []), verb])
  return [...byScope]
    .map(([scope, verbs]) => {
      const sorted = [...verbs].sort((left, right) => verbOrder(left) - verbOrder(right))
      return `${sorted.map((verb) => words[verb] ?? verb).join(', ')}: **${scopeWords[scope]}**`
    })
    .join('; ')
}

const collectionSection = (slug: string): string => {
  const who = new Map<string, string[]>()
  for (const principal of principals) {
    const text = cellText(slug, principal)
    if (text) who.set(text, [...(who.get(text) ?? []), roleLabels[principal]])
  }
  if (!who.size) return `### ${slug}\n\nNobody: the system keeps it.\n`
  const rows = [...who].map(([text, names]) => `| ${names.join(', ')} | ${text} |`)
  return [`### ${slug}`, '', '| Who | May |', '|---|---|', ...rows, ''].join('\n')
}

const fieldSection = (): string => {
  const names = (held: readonly Principal[]): string =>
    held.length === principals.length
      ? 'everybody who reaches the row'
      : held.map((each) => roleLabels[each]).join(', ') || 'nobody'
  const classes = Object.entries(classRights).map(
    ([name, { read, write }]) => `| ${name} | ${names(read)} | ${names(write)} |`,
  )
  const rows = Object.entries(fieldClasses).map(([slug, { default: standard, fields = {} }]) => {
    const byClass = new Map<string, string[]>()
    for (const [field, name] of Object.entries(fields))
      byClass.set(name, [...(byClass.get(name) ?? []), field])
    const others = [...byClass].map(([name, list]) => `${name}: ${list.join(', ')}`).join('; ')
    return `| ${slug} | ${standard} | ${others} |`
  })
  return [
    '## Fields',
    '',
    'Reaching a row is not yet reading all of it. Every field has a class; the class says who reads and who writes it.',
    '',
    '| Class | Read by | Written by |',
    '|---|---|---|',
    ...classes,
    '',
    '| Collection | Class of its fields | Except |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** docs/who-can-see-what.md. */
export const whoCanSeeWhat = (): string =>
  [
    made('access/matrix.ts and access/fieldClasses.ts'),
    '# Who can see what',
    '',
    'This is the policy table the product runs on, in words. What a row does not mention is refused; a record outside',
    'the scope answers as if it did not exist. Any word besides create, read, update, delete, read versions and export',
    'is a named action.',
    '',
    ...Object.keys(matrix).map(collectionSection),
    fieldSection(),
  ].join('\n')

/** docs/rules.md. */
export const rulesPage = (): string => {
  const rules = ruleList()
  const areas = [...new Set(rules.map(({ area }) => area))]
  const section = (area: string): string[] => [
    `## ${area[0]?.toUpperCase()}${area.slice(1)}`,
    '',
    '| Rule | Holds at | May be overridden by |',
    '|---|---|---|',
    ...rules
      .filter((rule) => rule.area === area)
      .map(
        ({ id, title, appliesTo, override }) =>
          `| **${id}** ${title} | ${appliesTo.join(', ')} | ${override.join(', ') || 'nobody'} |`,
      ),
    '',
  ]
  return [
    made('hooks/rules/'),
    '# Workflow rules',
    '',
    'What may happen when. A rule holds at every door: screens, REST, GraphQL, imports and jobs. An override needs a',
    'reason and leaves a row in `overrides`. `npm run rules` lists the same with the tests of each rule.',
    '',
    ...areas.flatMap(section),
  ].join('\n')
}

const doorWords: readonly (readonly [Door['classification'], string])[] = [
  ['policy', 'goes through the policy table and the scope of the record'],
  ['action', 'a named action of the table'],
  ['self', "about the caller's own session or choices"],
  ['sign-in', 'proves who somebody is'],
  ['public', 'open to anyone, holding nothing personal'],
  ['closed', 'always answers 404'],
  ['system', 'runs for the practice, nobody can call it'],
]

/** docs/doors.md. */
export const doorsPage = (doors: readonly Door[]): string => {
  const places = [...new Set(doors.map(({ where }) => where))]
  const section = (where: string): string[] => {
    const rows = doorWords.flatMap(([classification]) => {
      const own = doors.filter(
        (door) => door.where === where && door.classification === classification,
      )
      const list = own.map(({ method, path }) => `\`${method.toUpperCase()} ${path}\``)
      return list.length ? [`| ${classification} | ${[...new Set(list)].join(' ')} |`] : []
    })
    return [
      where.startsWith('/') || !where ? `## /api${where}` : `## ${where}`,
      '',
      '| Class | Doors |',
      '|---|---|',
      ...rows,
      '',
    ]
  }
  return [
    made('the running configuration (access/doors.ts, access/appDoors.ts)'),
    '# Doors',
    '',
    'Every way in: endpoints of the API, pages, server functions, admin screens and jobs, and how each is guarded. One',
    'without a class stops the start. Where two entries have the same path, the first one answers; Payload’s own behind',
    'it is never reached.',
    '',
    ...doorWords.map(([name, meaning]) => `- **${name}**: ${meaning}`),
    '',
    ...places.flatMap(section),
  ].join('\n')
}

const named = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

/** What a copy of the database shows without the key files, and what it does not. */
export const encryptionPage = (kept: readonly KeptText[]): string => {
  const encrypted = kept.filter((each) => each.encrypted.length || each.hasEncryptedFiles)
  const clear = kept.filter((each) => each.clear.length)
  const whatOf = ({ encrypted: fields, hasEncryptedFiles }: KeptText): string =>
    [...(fields.length ? [named(fields)] : []), ...(hasEncryptedFiles ? ['the files'] : [])].join(
      ', ',
    )
  return [
    '# What is encrypted, and what is not',
    '',
    made('access/clearText.ts and the collections'),
    '',
    'Every patient has keys of their own; texts and files about them are sealed with AES-256-GCM, each bound to',
    'its record, so that a text moved to another record does not open. The keys lie in the database, locked by a',
    'key in `KEY_DIR` outside it (`general.key`; psychotherapy notes have `psychotherapy.key`) or by a key service.',
    '',
    '## When a key is missing',
    '',
    'A server that finds a key missing, or another one in its place, does not start: it says which file or key, makes',
    'none in its place and writes nothing. Put the file back from its second safe place and start again. A file that',
    'goes while the server runs is not made anew either. A single text or file that does not open (damaged, moved, or',
    'its key is gone) shows as empty, breaks no list, is never written over, and gives compliance an urgent task.',
    'Tested in `tests/integration/keys.test.ts`.',
    '',
    '## Keys in a key service',
    '',
    '`KEY_COMMAND` names a program of yours that speaks to your key service. The wrapping keys then never come to the',
    'server; `KEY_DIR` still holds those of the access log. The program is started with one argument, reads one JSON',
    'object and writes one; it ends with something other than 0, and a sentence on its error output, when it cannot.',
    '',
    '| Argument | Reads | Writes |',
    '|---|---|---|',
    '| `key-id` | `ring` | `keyId`: the key that locks from now on |',
    '| `wrap` | `ring`, `subject`, `key` in base64 | `wrapped`, `keyId` |',
    '| `unwrap` | `ring`, `subject`, `wrapped`, `keyId` | `key` in base64 |',
    '| `rotate` | `ring`, `after` | `keyId`: a new key, unless `after` is no longer the present one |',
    '| `retire` | `ring` | `retired`: names of the keys that were put out of use |',
    '',
    'Bind `subject` to what is wrapped (as encryption context). Begin with it in a new practice: what files locked, a',
    'service cannot open. Opened keys stay in memory for a minute, so that a list asks once per patient.',
    '',
    '## Changing keys',
    '',
    'The owner does it in the office under *Encryption*, after giving the password again. *The key that locks all',
    'others* takes seconds: a new one is made, every key is locked anew, and after two minutes the old one goes to',
    'a file of its own in `KEY_DIR`. *The keys of every patient and record* encrypts every text and file anew in',
    'the background. Both go on by themselves after a restart; people work on meanwhile. Several servers need one',
    'shared `KEY_DIR`. Copy the key files to their second safe place afterwards.',
    '',
    '## Encrypted',
    '',
    '| Records | What |',
    '|---|---|',
    ...encrypted.map((each) => `| ${each.slug} | ${whatOf(each)} |`),
    '',
    '## In the clear, and why',
    '',
    'The disk of the database should be encrypted besides.',
    '',
    '| Records | Columns with text | Why |',
    '|---|---|---|',
    ...clear.map(
      ({ slug, clear: columns, reason }) => `| ${slug} | ${named(columns)} | ${reason} |`,
    ),
    '',
  ].join('\n')
}

/** docs/abuse-cases.md: what was tried and where it is proven, without results. */
export const abusePage = (): string => {
  const cases = abuseList()
  const proof = ({ cannot, tests }: (typeof cases)[number]): string =>
    [
      ...(cannot ? [`**Cannot occur:** ${cannot}.`] : []),
      ...tests.map((test) => `${provenBy(test)} (\`${test.file}\`)`),
    ].join('<br>')
  const section = ([area, heading]: [string, string]): string[] => [
    `## ${heading}`,
    '',
    '| | What is tried | How it is proven |',
    '|---|---|---|',
    ...cases
      .filter((each) => each.area === area)
      .map((each) => `| **${each.id}** | ${each.title} | ${proof(each)} |`),
    '',
  ]
  return [
    made('tests/security/abuse/cases and the tests that name them'),
    '# Abuse cases',
    '',
    'What somebody could try against the people whose records these are, and the test that shows what happens then.',
    'Where the product has nothing a case could happen to, the reason stands here and a test fails once it is no',
    'longer true. `npm run abuse` tries them all and prints the results; they are part of `npm test` as well.',
    '',
    ...Object.entries(areas).flatMap(section),
  ].join('\n')
}

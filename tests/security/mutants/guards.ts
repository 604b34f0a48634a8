import type { SanitizedCollectionConfig, SanitizedGlobalConfig } from 'payload'
import { withholdFields } from '@/access/withheld'
import { logReads } from '@/hooks/audit/reads'
import { confirmWrite, intendWrite } from '@/hooks/audit/writes'
import { checkReferences } from '@/hooks/checkReferences'
import { checkScopeAfter, hideOutOfScope } from '@/hooks/checkScope'
import { checkTypes, readWholeNumbers } from '@/hooks/checkTypes'
import { guardQuery } from '@/hooks/guardQuery'
import { refuseUnknownValues } from '@/hooks/knownValues'
import { nameNextPage, pageAfter } from '@/hooks/longReads/pageAfter'
import { rememberRemoval } from '@/hooks/longReads/removals'
import { claimRevision, readGivenRevision } from '@/hooks/revision'
import { applyFilter } from '@/hooks/savedFilters/applyFilter'
import { answerTexts, overlayTexts, sealOnChange, unsealOnRead } from '@/hooks/sealConfidential'
import { sealFile } from '@/hooks/sealedFiles'
import { dropClientTimes, dropFileClaims } from '@/hooks/stamp'
import type { Caller } from '../world/makeCallers'
import { holds } from '../world/table'
import { doorMutants } from './doorGuards'
import {
  asked,
  bulky,
  chartFiles,
  claimsOfFiles,
  hidesWhatIsBeyond,
  outsideCreate,
  type Scene,
  sceneProbes,
  subject,
} from './guardProbes'
import { callersNamed, type Mutant, type Probe, type Stage } from './mutant'
import { ruleGuardMutants, ruleHooks } from './ruleGuards'
import { globalRead, globalWrite, isGlobal, readSlice, toldRights, writeSlice } from './slice'
import { without } from './withoutHook'

const collectionsOf = ({ world }: Stage): SanitizedCollectionConfig[] =>
  world.app.config.collections

// ── hooks ──

/** Every hook that `secureCollection` puts on guard, and the slice that misses it. */
const hookProbes: readonly (readonly [hook: unknown, name: string, (stage: Stage) => Probe[]])[] = [
  [
    guardQuery,
    'guardQuery',
    (stage) =>
      callersNamed(stage, 'clinician').flatMap((caller) =>
        readSlice(stage, caller, subject, ({ expected }) => expected === 'bad'),
      ),
  ],
  [
    withholdFields,
    'withholdFields',
    (stage) =>
      ['proxy', 'patient', 'apiClient'].flatMap((name) =>
        callersNamed(stage, name).flatMap((caller) =>
          readSlice(stage, caller, 'patients').slice(0, 3),
        ),
      ),
  ],
  [hideOutOfScope, 'hideOutOfScope', (stage) => [hidesWhatIsBeyond(stage)]],
  [readGivenRevision, 'readGivenRevision', asked(sceneProbes.keepsRevisions)],
  [dropFileClaims, 'dropFileClaims', (stage) => [claimsOfFiles(stage)]],
  [checkTypes, 'checkTypes', asked(sceneProbes.refusesWrongTypes)],
  [readWholeNumbers, 'readWholeNumbers', asked(sceneProbes.readsWholeNumbers)],
  [refuseUnknownValues, 'refuseUnknownValues', asked(sceneProbes.refusesUnknownValues)],
  [dropClientTimes, 'dropClientTimes', asked(sceneProbes.dropsTimes)],
  [overlayTexts, 'overlayTexts', asked(sceneProbes.keepsOtherTexts)],
  [checkReferences, 'checkReferences', (stage) => [outsideCreate(stage, checkScopeAfter)]],
  [checkScopeAfter, 'checkScopeAfter', (stage) => [outsideCreate(stage, checkReferences)]],
  [claimRevision, 'claimRevision', asked(sceneProbes.keepsRevisions)],
  [sealOnChange, 'sealOnChange', asked(sceneProbes.sealsTexts)],
  [sealFile, 'sealFile', (stage) => [chartFiles(stage)]],
  [intendWrite, 'intendWrite', asked(sceneProbes.logsIntents)],
  [confirmWrite, 'confirmWrite', asked(sceneProbes.logsWrites)],
  [answerTexts, 'answerTexts', asked(sceneProbes.answersTexts)],
  [unsealOnRead, 'unsealOnRead', asked(sceneProbes.opensTexts)],
  [logReads, 'logReads', asked(sceneProbes.logsReads)],
]

// They page through long lists, narrow them by a filter with a name and note the ids of what is deleted; what is
// in a page, and which filter may be asked, is decided elsewhere.
const noGuards: readonly unknown[] = [pageAfter, nameNextPage, applyFilter, rememberRemoval]

/** Hooks that many collections share come from `secureCollection`: each has a probe. */
const checkComplete = (stage: Stage): void => {
  const known = new Set([...hookProbes.map(([hook]) => hook), ...ruleHooks, ...noGuards])
  const uses = new Map<unknown, number>()
  for (const { hooks } of collectionsOf(stage))
    for (const hook of Object.values(hooks as unknown as Record<string, unknown>).flat())
      if (typeof hook === 'function') uses.set(hook, (uses.get(hook) ?? 0) + 1)
  for (const [hook, count] of uses)
    if (count >= 10 && !known.has(hook))
      throw new Error(
        `The hook ${(hook as { name: string }).name} of secureCollection has no probe in tests/security/mutants.`,
      )
}

const hookMutants = (stage: Stage): Mutant[] =>
  hookProbes.map(([hook, name, probes]) => ({
    kind: 'guard',
    name: `${name} is gone`,
    slug: null,
    loosen: () => without(collectionsOf(stage), hook),
    probes,
  }))

// ── access functions ──

const isTold = (rights: unknown, verb: string): boolean =>
  rights === true || Boolean((rights as Record<string, unknown> | undefined)?.[verb])

const told =
  (stage: Stage, caller: Caller, slug: string, verb: string): Probe =>
  async () =>
    isTold(await toldRights(stage, caller, slug), verb) ? [`${caller.name} is told ${verb}`] : []

const accessProbes = (slug: string, verb: string) => (stage: Stage) => {
  const outside = stage.world.callers.filter(({ facts }) => !holds(facts, slug, verb)).slice(-2)
  return outside.flatMap((caller) => [
    ...(verb === 'read' ? readSlice(stage, caller, slug).slice(0, 1) : []),
    ...(verb === 'readVersions'
      ? readSlice(stage, caller, slug, ({ door }) => door.endsWith('/versions'))
      : []),
    ...(['create', 'update', 'delete'].includes(verb)
      ? writeSlice(stage, caller, slug, (attempt) => attempt.verb === verb)
      : []),
    told(stage, caller, slug, verb),
  ])
}

type Kind = SanitizedCollectionConfig | SanitizedGlobalConfig

const verbsOf = (stage: Stage, { slug, versions }: Kind): string[] =>
  isGlobal(stage, slug)
    ? ['read', 'update']
    : ['create', 'read', 'update', 'delete', ...(versions ? ['readVersions'] : [])]

const globalProbes = (slug: string, verb: string) => (stage: Stage) =>
  stage.world.callers
    .filter(({ facts }) => !holds(facts, slug, verb))
    .slice(-2)
    .flatMap((caller) => [
      (verb === 'read' ? globalRead : globalWrite)(stage, caller, slug),
      told(stage, caller, slug, verb),
    ])

const accessMutants = (stage: Stage): Mutant[] =>
  [...collectionsOf(stage), ...stage.world.app.config.globals].flatMap((config) =>
    verbsOf(stage, config)
      .filter((verb) => stage.world.callers.some(({ facts }) => !holds(facts, config.slug, verb)))
      .map((verb): Mutant => {
        const access = config.access as unknown as Record<string, unknown>
        return {
          kind: 'guard',
          name: `access.${verb} of ${config.slug} answers yes`,
          slug: config.slug,
          loosen: () => {
            const before = access[verb]
            access[verb] = () => true
            return () => {
              access[verb] = before
            }
          },
          probes: (isGlobal(stage, config.slug) ? globalProbes : accessProbes)(config.slug, verb),
        }
      }),
  )

// ── settings ──

type Part = Record<string, unknown>

const settingMutant = (
  stage: Stage,
  name: string,
  slug: string,
  to: Part,
  ask: (given: Scene) => Promise<string | false>,
): Mutant => ({
  kind: 'guard',
  name,
  slug: null,
  loosen: () => {
    const config = stage.world.config(slug) as unknown as Part
    const before = Object.fromEntries(Object.keys(to).map((key) => [key, config[key]]))
    Object.assign(config, to)
    return () => {
      Object.assign(config, before)
    }
  },
  probes: asked(ask),
})

/** Hidden columns shown and open to read. */
const unhide = (stage: Stage): Mutant => ({
  kind: 'guard',
  name: 'hidden columns are not hidden',
  slug: null,
  loosen: () => {
    const fields = stage.world.config(subject).fields as unknown as Part[]
    const hidden = fields.filter((field) => field['hidden'] === true)
    const before = hidden.map((field) => ({ hidden: field['hidden'], access: field['access'] }))
    for (const field of hidden) Object.assign(field, { hidden: false, access: {} })
    return () => {
      hidden.forEach((field, index) => {
        Object.assign(field, before[index])
      })
    }
  },
  probes: asked(sceneProbes.hidesColumns),
})

const settingMutants = (stage: Stage): Mutant[] => [
  settingMutant(
    stage,
    'disableBulkEdit is off',
    bulky,
    { disableBulkEdit: false },
    sceneProbes.refusesBulk,
  ),
  settingMutant(
    stage,
    'disableBulkDelete is off',
    bulky,
    { disableBulkDelete: false },
    sceneProbes.refusesBulkDelete,
  ),
  settingMutant(
    stage,
    'forceSelect is gone',
    subject,
    { forceSelect: {} },
    sceneProbes.opensSelected,
  ),
  unhide(stage),
]

/** Each guard of `secureCollection` taken away in turn. */
export const guardMutants = (stage: Stage): Mutant[] => {
  checkComplete(stage)
  return [
    ...hookMutants(stage),
    ...ruleGuardMutants(stage),
    ...accessMutants(stage),
    ...doorMutants(stage),
    ...settingMutants(stage),
  ]
}

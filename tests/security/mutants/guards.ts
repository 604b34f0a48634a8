import type { Endpoint, SanitizedCollectionConfig } from 'payload'
import { withholdFields } from '@/access/withheld'
import { logReads } from '@/hooks/audit/reads'
import { confirmWrite, intendWrite } from '@/hooks/audit/writes'
import { checkReferences } from '@/hooks/checkReferences'
import { checkScopeAfter, hideOutOfScope } from '@/hooks/checkScope'
import { checkTypes } from '@/hooks/checkTypes'
import { guardQuery } from '@/hooks/guardQuery'
import { claimRevision, readGivenRevision } from '@/hooks/revision'
import { answerTexts, overlayTexts, sealOnChange, unsealOnRead } from '@/hooks/sealConfidential'
import { sealFile } from '@/hooks/sealedFiles'
import { dropClientTimes, dropFileClaims } from '@/hooks/stamp'
import type { Caller } from '../world/makeCallers'
import { holds } from '../world/table'
import {
  bulky,
  chartFiles,
  claimsOfFiles,
  hidesWhatIsBeyond,
  outsideCreate,
  type Scene,
  scene,
  sceneProbes,
  subject,
} from './guardProbes'
import type { Mutant, Probe, Stage } from './mutant'
import { readSlice, toldRights, writeSlice } from './slice'
import { without } from './withoutHook'

const collectionsOf = ({ world }: Stage): SanitizedCollectionConfig[] =>
  world.app.config.collections

const named = (stage: Stage, name: string): Caller[] =>
  stage.world.callers.filter((caller) => caller.name === name)

// ── hooks ──

const asked = (ask: (given: Scene) => Promise<string | false>) => (stage: Stage) => [
  scene(stage, ask),
]

/** Every hook that `secureCollection` puts on guard, and the slice that misses it. */
const hookProbes: readonly (readonly [hook: unknown, name: string, (stage: Stage) => Probe[]])[] = [
  [
    guardQuery,
    'guardQuery',
    (stage) =>
      named(stage, 'clinician').flatMap((caller) =>
        readSlice(stage, caller, subject, ({ expected }) => expected === 'bad'),
      ),
  ],
  [
    withholdFields,
    'withholdFields',
    (stage) =>
      ['proxy', 'patient', 'apiClient'].flatMap((name) =>
        named(stage, name).flatMap((caller) => readSlice(stage, caller, 'patients').slice(0, 3)),
      ),
  ],
  [hideOutOfScope, 'hideOutOfScope', (stage) => [hidesWhatIsBeyond(stage)]],
  [readGivenRevision, 'readGivenRevision', asked(sceneProbes.keepsRevisions)],
  [dropFileClaims, 'dropFileClaims', (stage) => [claimsOfFiles(stage)]],
  [checkTypes, 'checkTypes', asked(sceneProbes.refusesWrongTypes)],
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

const accessMutants = (stage: Stage): Mutant[] =>
  collectionsOf(stage).flatMap((config) =>
    ['create', 'read', 'update', 'delete', ...(config.versions ? ['readVersions'] : [])]
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
          probes: accessProbes(config.slug, verb),
        }
      }),
  )

// ── doors ──

const doorMutant = (
  stage: Stage,
  name: string,
  isIt: (endpoint: Endpoint) => boolean,
  probes: Mutant['probes'],
): Mutant => ({
  kind: 'guard',
  name,
  slug: null,
  loosen: () => {
    const undo = collectionsOf(stage).map((config) => {
      const before = config.endpoints
      if (before) Object.assign(config, { endpoints: before.filter((each) => !isIt(each)) })
      return () => Object.assign(config, { endpoints: before })
    })
    return () => {
      for (const each of undo) each()
    }
  },
  probes,
})

const isDoor =
  (classification: string, method: string, path: string) =>
  (endpoint: Endpoint): boolean =>
    endpoint.custom?.['door'] === classification &&
    endpoint.method === method &&
    endpoint.path === path

const refuses =
  (stage: Stage, callerName: string, method: string, path: (id: string) => string): Probe =>
  async () => {
    const [caller] = named(stage, callerName)
    const [row] = stage.oracle.rowsOf(subject)
    stage.requests += 1
    const answer = await caller?.client.raw(path(row?.id ?? ''), {
      method,
      ...(method === 'POST' ? { body: '{}' } : {}),
      headers: { 'content-type': 'application/json' },
    })
    await stage.watch.undo()
    return answer?.status === 404 ? [] : [`${path('id')} answers ${answer?.status}`]
  }

const at = (id: string) => `/api/${subject}/${id}`

// Payload has no door of its own for duplicates once they are switched off.
const doorMutants = (stage: Stage): Mutant[] => {
  const closed: readonly (readonly [string, string, Probe])[] = [
    ['get', '/versions', refuses(stage, 'clinician', 'GET', () => `/api/${subject}/versions`)],
    ['get', '/versions/:id', refuses(stage, 'clinician', 'GET', (id) => at(`versions/${id}`))],
    ['post', '/versions/:id', refuses(stage, 'clinician', 'POST', (id) => at(`versions/${id}`))],
    [
      'post',
      '/first-register',
      refuses(stage, 'anonymous', 'POST', () => '/api/staff/first-register'),
    ],
    [
      'post',
      '/forgot-password',
      refuses(stage, 'anonymous', 'POST', () => '/api/staff/forgot-password'),
    ],
    [
      'post',
      '/reset-password',
      refuses(stage, 'anonymous', 'POST', () => '/api/staff/reset-password'),
    ],
    ['post', '/unlock', refuses(stage, 'anonymous', 'POST', () => '/api/staff/unlock')],
    ['post', '/verify/:id', refuses(stage, 'anonymous', 'POST', () => '/api/staff/verify/x')],
    ['get', '/init', refuses(stage, 'anonymous', 'GET', () => '/api/staff/init')],
  ]
  return [
    ...closed.map(([method, path, probe]) =>
      doorMutant(stage, `${method} ${path} is not closed`, isDoor('closed', method, path), () => [
        probe,
      ]),
    ),
    doorMutant(stage, 'documentAccess is gone', isDoor('policy', 'post', '/access/:id?'), () => [
      refuses(stage, 'patient', 'POST', (id) => `/api/${subject}/access/${id}`),
    ]),
    doorMutant(
      stage,
      'idempotentCreate is gone',
      ({ custom, method, path }) => Boolean(custom?.['door']) && method === 'post' && path === '/',
      asked(sceneProbes.makesOnce),
    ),
  ]
}

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
export const guardMutants = (stage: Stage): Mutant[] => [
  ...hookMutants(stage),
  ...accessMutants(stage),
  ...doorMutants(stage),
  ...settingMutants(stage),
]

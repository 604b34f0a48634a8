import type { Endpoint } from 'payload'
import { asked, sceneProbes, subject } from './guardProbes'
import { callersNamed, type Mutant, type Probe, type Stage } from './mutant'

// Doors that are shut, or guarded by an endpoint of ours before Payload's own.

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
    const { config: product, payload } = stage.world.app
    const served = Object.values(payload.collections).map((collection) => collection.config)
    const undo = [...served, ...product.globals].map((config) => {
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
  (
    stage: Stage,
    callerName: string,
    method: string,
    path: (id: string) => string,
    slug: string = subject,
  ): Probe =>
  async () => {
    const [caller] = callersNamed(stage, callerName)
    const [row] = stage.oracle.rowsOf(slug)
    stage.requests += 1
    const answer = await caller?.client.raw(path(row?.id ?? ''), {
      method,
      ...(method === 'POST' ? { body: '{}' } : {}),
      headers: { 'content-type': 'application/json' },
    })
    await stage.watch.undo()
    return answer?.status === 404 ? [] : [`${path('id')} answers ${answer?.status}`]
  }

/** What somebody without an account is told of rights in a global. */
const rightsInGlobal =
  (stage: Stage): Probe =>
  async () => {
    const [caller] = callersNamed(stage, 'anonymous')
    stage.requests += 1
    const answer = await caller?.client.post('/api/globals/rule-settings/access')
    return answer?.status === 404 ? [] : [`rights in a global answer ${answer?.status}`]
  }

const at = (id: string) => `/api/${subject}/${id}`

// Payload has no door of its own for duplicates once they are switched off.
export const doorMutants = (stage: Stage): Mutant[] => {
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
    [
      'post',
      '/access/:id?',
      refuses(stage, 'anonymous', 'POST', (id) => `/api/payload-jobs/access/${id}`, 'payload-jobs'),
    ],
    [
      'get',
      '/paste-url/:id?',
      refuses(stage, 'clinician', 'GET', () => '/api/documents/paste-url'),
    ],
    ['get', '/init', refuses(stage, 'anonymous', 'GET', () => '/api/staff/init')],
  ]
  return [
    ...closed.map(([method, path, probe]) =>
      doorMutant(stage, `${method} ${path} is not closed`, isDoor('closed', method, path), () => [
        probe,
      ]),
    ),
    doorMutant(
      stage,
      'globalAccess is gone',
      ({ custom, method, path }) =>
        custom?.['door'] === 'policy' && method === 'post' && path === '/access',
      () => [rightsInGlobal(stage)],
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

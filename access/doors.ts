import type { Endpoint, SanitizedConfig } from 'payload'
import { notFound } from '@/src/lib/errors'

/** How a way into the product is guarded. */
export type DoorClass =
  /** Goes through the policy table and the record's scope. */
  | 'policy'
  /** A named action of the table. */
  | 'action'
  /** Open to anyone, holding nothing personal. */
  | 'public'
  /** Proves who somebody is: sign-in, reset, invitation, sign-out. */
  | 'sign-in'
  /** Opens to the address that somebody made for a program of theirs; its hash is kept. */
  | 'token'
  /** Always answers 404. */
  | 'closed'
  /** About the caller's own session or choices. */
  | 'self'
  /** Runs for the practice, without a caller. */
  | 'system'

type Method = Endpoint['method']

/** Marks an endpoint with its class; an endpoint without one stops the boot. */
export const door = (classification: DoorClass, endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  custom: { ...endpoint.custom, door: classification },
})

export const closedDoor = (method: Method, path: string): Endpoint[] => [
  door('closed', {
    method,
    path,
    handler: () => {
      throw notFound()
    },
  }),
]

// Payload's own endpoints, by method and path, and the reason they are safe to leave.
const payloadDoors: Readonly<Record<string, DoorClass>> = {
  'get /count': 'policy',
  'post /': 'policy',
  'delete /': 'policy',
  'delete /:id': 'policy',
  'post /access/:id?': 'closed',
  'get /versions': 'policy',
  'get /': 'policy',
  'get /:id': 'policy',
  'get /versions/:id': 'policy',
  'post /versions/:id': 'policy',
  'patch /': 'policy',
  'patch /:id': 'policy',
  'post /:id/duplicate': 'closed',
  'get /file/:filename': 'policy',
  'get /paste-url/:id?': 'closed',
  'post /forgot-password': 'closed',
  'get /init': 'closed',
  'post /login': 'sign-in',
  'post /logout': 'sign-in',
  'get /me': 'self',
  'post /refresh-token': 'sign-in',
  'post /first-register': 'closed',
  'post /reset-password': 'closed',
  'post /unlock': 'closed',
  'post /verify/:id': 'closed',
  'get /access': 'self',
  // Payload's queue: jobs.access refuses everybody.
  'get /run': 'closed',
  'get /handle-schedules': 'closed',
  // Payload's preferences: it limits rows to the caller itself.
  'get /:key': 'self',
  'post /:key': 'self',
  'delete /:key': 'self',
}

const payloadGlobalDoors: Readonly<Record<string, DoorClass>> = {
  'get /': 'policy',
  'post /': 'policy',
  'post /access': 'closed',
  'get /versions': 'policy',
  'get /versions/:id': 'policy',
  'post /versions/:id': 'policy',
}

export type Door = { where: string; method: string; path: string; classification: DoorClass }

const classOf = (
  endpoint: Endpoint,
  known: Readonly<Record<string, DoorClass>>,
): DoorClass | null => {
  const marked = endpoint.custom?.['door'] as DoorClass | undefined // set by door()
  return marked ?? known[`${endpoint.method} ${endpoint.path}`] ?? null
}

// Payload adds its pictures of pages with the first request; src/lib/http/payloadRoute.ts answers 404.
const rootDoors: Readonly<Record<string, DoorClass>> = {
  'get /access': 'self',
  'get /og': 'closed',
}

const doorsOf = (
  where: string,
  endpoints: readonly Endpoint[] | false | undefined,
  known: Readonly<Record<string, DoorClass>>,
): Door[] =>
  (endpoints || []).map((endpoint) => {
    const classification = classOf(endpoint, known)
    if (!classification) {
      throw new Error(
        `The endpoint ${endpoint.method} ${where}${endpoint.path} has no class. Wrap it in door() (access/doors.ts).`,
      )
    }
    return { where, method: endpoint.method, path: endpoint.path, classification }
  })

/** Every HTTP door of the running configuration. Throws, naming it, on one without a class. */
export const doorRegistry = (config: SanitizedConfig): Door[] => [
  ...doorsOf('', config.endpoints, rootDoors),
  ...config.collections.flatMap((each) => doorsOf(`/${each.slug}`, each.endpoints, payloadDoors)),
  ...config.globals.flatMap((each) =>
    doorsOf(`/globals/${each.slug}`, each.endpoints, payloadGlobalDoors),
  ),
]

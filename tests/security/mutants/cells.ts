import { matrix } from '@/access/matrix'
import { actionsIn, policyOf } from '@/access/policy'
import { type Principal, principals } from '@/access/roles'
import type { ScopeName } from '@/access/scopes'
import type { SecurityWorld } from '../world/makeGround'
import { decisionProbe } from './decision'
import { callersOf, type Mutant, type Probe, type Stage } from './mutant'
import { globalRead, globalWrite, isGlobal, readSlice, writeSlice } from './slice'

const verbsOf = (world: SecurityWorld, slug: string): string[] => {
  if (world.app.config.globals.some((each) => each.slug === slug)) return ['read', 'update']
  const config = world.app.config.collections.find((each) => each.slug === slug)
  if (!config) return []
  const policy = policyOf(slug)
  const isExported = principals.some((principal) => policy[principal].has('export'))
  return [
    ...['create', 'read', 'update', 'delete'],
    ...(config.versions ? ['readVersions'] : []),
    ...(isExported ? ['export'] : []),
    ...actionsIn(slug),
  ]
}

const probesOf = (stage: Stage, slug: string, principal: Principal, verb: string): Probe[] =>
  callersOf(stage, principal).flatMap((caller) => {
    if (isGlobal(stage, slug))
      return [(verb === 'read' ? globalRead : globalWrite)(stage, caller, slug)]
    const decision = decisionProbe(stage, caller, slug, verb)
    if (verb === 'export') return [decision]
    if (verb === 'read' || verb === 'readVersions') {
      const path = verb === 'read' ? '' : '/versions'
      const isWanted = ({ path: asked, method }: { path: string; method?: string }) =>
        method !== 'POST' && asked.startsWith(`/api/${slug}${path}`)
      return [...readSlice(stage, caller, slug, isWanted).slice(0, 8), decision]
    }
    return [...writeSlice(stage, caller, slug, (attempt) => attempt.verb === verb), decision]
  })

/** Every verb of every cell that does not reach everything yet, made to reach everything. */
export const cellMutants = (world: SecurityWorld): Mutant[] =>
  Object.keys(matrix).flatMap((slug) =>
    principals.flatMap((principal) =>
      verbsOf(world, slug).flatMap((verb): Mutant[] => {
        const wide: ScopeName = principal === 'apiClient' ? 'granted' : 'all'
        const cell = policyOf(slug)[principal] as Map<string, ScopeName> // the parsed table is not frozen
        const scope = cell.get(verb)
        if (scope === wide || scope === 'all') return []
        return [
          {
            kind: 'cell',
            name: `${slug} / ${principal}: ${verb}/${scope ?? 'nobody'} becomes ${verb}/${wide}`,
            slug,
            loosen: () => {
              cell.set(verb, wide)
              return () => {
                if (scope) cell.set(verb, scope)
                else cell.delete(verb)
              }
            },
            probes: (stage) => probesOf(stage, slug, principal, verb),
          },
        ]
      }),
    ),
  )

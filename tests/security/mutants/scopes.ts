import type { Where } from 'payload'
import { scopeKeysOf } from '@/access/decide'
import { matrix } from '@/access/matrix'
import { policyOf } from '@/access/policy'
import { type Principal, principals } from '@/access/roles'
import { type ScopeContext, type ScopeKeys, type ScopeName, scopes } from '@/access/scopes'
import type { Row } from '@/src/domain/row'
import { decisionProbe, queryProbe } from './decision'
import { callersOf, type Mutant, type Probe, type Stage } from './mutant'
import { isGlobal, readSlice } from './slice'

type Scope = {
  where: (context: ScopeContext, keys: ScopeKeys) => Where | boolean
  test: (context: ScopeContext, keys: ScopeKeys, row: Row) => boolean
}

// What is left of a scope when one of its conditions is forgotten.
const forgets: Readonly<Partial<Record<ScopeName, readonly ScopeName[]>>> = {
  shared: ['compartment'],
  sharedSigned: ['shared'],
  proxyRecords: ['proxyAny'],
  proxyBooking: ['proxyAny'],
  proxyVisits: ['proxyAny'],
  proxyBilling: ['proxyAny'],
  proxyConsents: ['proxyAny'],
  proxyShared: ['proxyRecords'],
  proxySharedSigned: ['proxyShared'],
  proxyAsked: ['proxyRecords', 'holder'],
}

type Use = { slug: string; principal: Principal; verb: string }

/** Every verb that is granted by a scope, of rows that are there to be told apart. */
const usesOf = (stage: Stage, name: ScopeName): Use[] =>
  Object.keys(matrix)
    .filter((slug) => !isGlobal(stage, slug) && stage.oracle.rowsOf(slug).length > 0)
    .flatMap((slug) =>
      principals.flatMap((principal) =>
        [...policyOf(slug)[principal]]
          .filter(([, scope]) => scope === name)
          .map(([verb]) => ({ slug, principal, verb })),
      ),
    )

const probesOf = (stage: Stage, name: ScopeName, twin: keyof Scope): Probe[] =>
  usesOf(stage, name).flatMap(({ slug, principal, verb }) =>
    callersOf(stage, principal).flatMap((caller) => {
      if (twin === 'test') return [decisionProbe(stage, caller, slug, verb)]
      const lists =
        verb === 'read'
          ? readSlice(stage, caller, slug, ({ ids, method }) => method !== 'POST' && !!ids)
          : []
      return [...lists.slice(0, 1), queryProbe(stage, caller, slug, verb)]
    }),
  )

const mutant = (
  stage: Stage,
  { name, twin, to, as }: { name: ScopeName; twin: keyof Scope; to: Partial<Scope>; as: string },
): Mutant => ({
  kind: 'scope',
  name: `${name} (${twin === 'where' ? 'as a query' : 'in memory'}) ${as}`,
  slug: null,
  loosen: () => {
    const scope = scopes[name] as Scope // not frozen
    // Some share one object: what one forgets, the others still ask.
    const mutable = scopes as Record<string, Scope>
    mutable[name] = { ...scope, ...to }
    return () => {
      mutable[name] = scope
    }
  },
  probes: () => probesOf(stage, name, twin),
})

const withoutClosed = (context: ScopeContext): ScopeContext => ({
  ...context,
  proxy: { ...context.proxy, closedEpisodes: [] },
})

/** Each scope made to reach everything, and each without one of its conditions; as a query and in memory. */
export const scopeMutants = (stage: Stage): Mutant[] =>
  (Object.keys(scopes) as ScopeName[])
    .filter((name) => name !== 'all' && name !== 'granted' && usesOf(stage, name).length > 0)
    .flatMap((name) => {
      const scope = scopes[name] as Scope
      const wide = [
        { name, twin: 'where', to: { where: () => true }, as: 'reaches everything' },
        { name, twin: 'test', to: { test: () => true }, as: 'reaches everything' },
      ] as const
      const forgotten = (forgets[name] ?? []).flatMap((other) => {
        const { where, test } = scopes[other] as Scope
        return [
          { name, twin: 'where', to: { where }, as: `reaches what ${other} does` },
          { name, twin: 'test', to: { test }, as: `reaches what ${other} does` },
        ] as const
      })
      const { where, test } = scope
      const knowsCare = usesOf(stage, name).some(({ slug }) => scopeKeysOf(slug).episode)
      const open =
        name.startsWith('proxy') && knowsCare
          ? ([
              {
                name,
                twin: 'where',
                to: {
                  where: (context: ScopeContext, keys: ScopeKeys) =>
                    where(withoutClosed(context), keys),
                },
                as: 'reaches care that is closed to proxies',
              },
              {
                name,
                twin: 'test',
                to: {
                  test: (context: ScopeContext, keys: ScopeKeys, row: Row) =>
                    test(withoutClosed(context), keys, row),
                },
                as: 'reaches care that is closed to proxies',
              },
            ] as const)
          : []
      return [...wide, ...forgotten, ...open].map((each) => mutant(stage, each))
    })

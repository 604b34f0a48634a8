import { globalState } from '@/src/lib/globalState'
import type { AnyAction } from './define'

const bySlug = globalState('actions', () => new Map<string, readonly AnyAction[]>())

export const registerActions = (slug: string, actions: readonly AnyAction[]): void => {
  bySlug.set(slug, actions)
}

export const actionsOf = (slug: string): readonly AnyAction[] => bySlug.get(slug) ?? []

export const actionNamed = (slug: string, name: string): AnyAction | null =>
  actionsOf(slug).find((action) => action.name === name) ?? null

export const allActions = (): AnyAction[] => [...bySlug.values()].flat()

export const slugsWithActions = (): string[] =>
  [...bySlug].filter(([, actions]) => actions.length).map(([slug]) => slug)

import { roleLabels } from '@/access/roles'
import { rules } from '@/hooks/rules/registry'
import { testsNaming } from './namedTests'

/** A workflow rule as it is told to people: where it holds, who may go past it, what proves it. */
export type ListedRule = {
  id: string
  title: string
  area: string
  /** `collection:create`, `collection:action:name` and the like. */
  appliesTo: readonly string[]
  /** Roles that may override with a reason; empty when nobody may. */
  override: string[]
  tests: string[]
}

/** Every rule of the registry, in the order of its id. */
export const ruleList = (): ListedRule[] => {
  const tests = testsNaming(/\bR\d{2,3}\b/g)
  return rules
    .map((rule) => ({
      id: rule.id,
      title: rule.title,
      area: rule.area,
      appliesTo: rule.appliesTo,
      override: (rule.override?.roles ?? []).map((role) => roleLabels[role]),
      tests: tests.filter(({ id }) => id === rule.id).map(({ file, title }) => `${file}: ${title}`),
    }))
    .sort((left, right) => Number(left.id.slice(1)) - Number(right.id.slice(1)))
}
